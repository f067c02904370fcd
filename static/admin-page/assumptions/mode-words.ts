import type { PolicyDocument } from '../../../src/core/policy/document';
import type { AdminWords } from '../admin-words';

export type Modes = PolicyDocument['modes'];
export type Mode = keyof Modes;

/** What a mode is set to. */
export function modeText(mode: Mode, value: string | boolean | undefined, words: AdminWords): string {
  if (value === undefined) return words.say('none');
  if (typeof value === 'boolean') return words.say(value ? 'yes' : 'no');
  return modeOption(mode, value, words);
}

/** What a mode's option means. */
export function modeOption(mode: Mode, value: string, words: AdminWords): string {
  const option = MODE_OPTIONS[mode].find((known) => known === value);
  return option === undefined ? value : words.say(OPTION_KEYS[option]);
}

/** The options of each mode that has names for them. */
export const MODE_OPTIONS = {
  retarget: ['carry', 'restart', 'retroactive'],
  reopen: ['continue', 'new-cycle'],
  duty: ['exempt', 'pause'],
  outOfSubscription: ['default-plan', 'no-promise'],
  laterPlanReachesOpenTickets: [],
} as const satisfies Readonly<Record<Mode, readonly string[]>>;

const OPTION_KEYS = {
  carry: 'mode.carry',
  restart: 'mode.restart',
  retroactive: 'mode.retroactive',
  continue: 'mode.continue',
  'new-cycle': 'mode.newCycle',
  exempt: 'mode.exempt',
  pause: 'mode.pause',
  'default-plan': 'mode.defaultPlan',
  'no-promise': 'mode.noPromise',
} as const;
