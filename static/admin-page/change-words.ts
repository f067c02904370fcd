import type { Finding } from '../../src/core/policy/finding';
import type { PolicyDocument, Threshold } from '../../src/core/policy/document';
import type { AdminWords } from './admin-words';
import { findingWords } from './finding-words';
import { fixChanges, type ChangeWords } from './fix-words';
import type { Names } from './names';
import { settingName } from './setting-name';
import { projectScope, type Step } from './step';

/** What a step changes in the policy in force, line by line. `findings` are those known, for the words of accepted ones. */
export function changeWords(
  step: Step,
  base: PolicyDocument,
  findings: readonly Finding[],
  words: AdminWords,
  names: Names,
): readonly ChangeWords[] {
  const { say } = words;
  const onOff = (on: boolean): string => say(on ? 'yes' : 'no');
  switch (step.kind) {
    case 'fix':
      return fixChanges(step.fix, base, words, names);
    case 'accept': {
      const finding = findings.find(({ id }) => id === step.finding);
      const place = finding ? findingWords(finding, words, names).title : say('setting.accepted');
      return [{ place, before: say(step.on ? 'open' : 'kept'), after: say(step.on ? 'kept' : 'open') }];
    }
    case 'scope': {
      const before = projectScope(base, step.projectId);
      return [
        { place: names.project(step.projectId), before: say(`scope.${before}`), after: say(`scope.${step.scope}`) },
      ];
    }
    case 'jira-priority': {
      const before = base.priorities.find(({ key }) => key === step.priority)?.jiraPriorityId ?? null;
      const name = (id: string | null): string => (id === null ? say('none') : names.jiraPriority(id));
      const place = say('jiraPriorityOf', { priority: names.priority(step.priority) });
      return [{ place, before: name(before), after: name(step.jiraPriorityId) }];
    }
    case 'status': {
      const place = say(`statusRole.${step.role}`, { status: words.quote(names.status(step.statusId)) });
      return [{ place, before: onOff(!step.on), after: onOff(step.on) }];
    }
    case 'mode': {
      const place = settingName(`modes.${step.mode}`, words);
      const after = step.modes[step.mode];
      return [
        { place, before: modeText(step.mode, base.modes[step.mode], words), after: modeText(step.mode, after, words) },
      ];
    }
    case 'quiet-hours':
      return [{ place: say('setting.quietHours'), before: onOff(!step.on), after: onOff(step.on) }];
    case 'thresholds': {
      const place = say('setting.thresholds');
      return [{ place, before: thresholdsText(base.thresholds, words), after: thresholdsText(step.thresholds, words) }];
    }
    case 'default-plan':
      return [
        { place: say('setting.defaultPlan'), before: names.plan(base.defaultPlan), after: names.plan(step.plan) },
      ];
    case 'visibility': {
      const before = base.plans.find(({ key }) => key === step.plan)?.portalVisibility ?? 'nothing';
      const place = say('visibilityOf', { plan: names.plan(step.plan) });
      return [{ place, before: say(`visibility.${before}`), after: say(`visibility.${step.visibility}`) }];
    }
    case 'inclusion': {
      const plan = base.plans.find(({ key }) => key === step.plan);
      const before = plan?.entitlements.find(({ key }) => key === step.entitlement)?.inclusion ?? 'not-stated';
      const place = say('inclusionOn', {
        entitlement: names.entitlement(step.entitlement),
        plan: names.plan(step.plan),
      });
      return [{ place, before: say(`inclusion.${before}`), after: say(`inclusion.${step.inclusion}`) }];
    }
  }
}

/** Warnings as people read and write them: `75 %, 90 %`, or `30 min` left. */
export function thresholdsText(thresholds: readonly Threshold[], words: AdminWords): string {
  if (thresholds.length === 0) return words.say('none');
  return thresholds
    .map((threshold) =>
      threshold.kind === 'percent'
        ? words.format.percent(threshold.percent / 100)
        : words.say('threshold.remaining', { remaining: words.duration(threshold.remaining) }),
    )
    .join(', ');
}

type Mode = keyof PolicyDocument['modes'];

function modeText(mode: Mode, value: string | boolean | undefined, words: AdminWords): string {
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
