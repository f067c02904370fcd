/** One deed with something going wrong on the way: what was told, what people saw meanwhile, and where the site ends. */
import type { Answer } from '../../../src/contract/answer';
import { HOUR, MINUTE } from '../../../src/core/time/instant';
import type { Mishap, Outgoing } from '../../sandbox/platform/in-process';
import { isWrite as isJiraWrite } from '../../sandbox/stage';
import { startFaultySite, type FaultySite } from './faulty-site';
import type { Deed } from './deeds';
import { stateOf, toldOn, wronglyTold } from './site-state';

/** How long after the deed a mishap may still come about. */
const MEANWHILE = 15 * MINUTE;
/** Long enough for whatever was left to be found: a day, and what the reconciliation then sets off. */
const FOUND = 26 * HOUR;

export interface Tried {
  /** What the person was told: `ok`, a code, or that the function died; null where nobody waits. */
  readonly told: string | null;
  readonly toldAgain: string | null;
  /** Answers of surfaces, before anybody did anything about it, that were neither data nor a known refusal. */
  readonly broken: readonly string[];
  readonly end: unknown;
  /** Flags and mails that people were told. */
  readonly flags: ReturnType<typeof toldOn>;
  readonly calls: readonly Outgoing[];
  /** What functions of queues and schedules failed with. */
  readonly failures: readonly string[];
}

/** Does a deed with a mishap, does it again where the person was told that it did not work, and lets a day pass. */
export async function tryDeed(deed: Deed, mishap: Mishap | null = null): Promise<Tried> {
  const site = await startFaultySite({ startAt: 0, from: await deed.before() });
  try {
    const calls: Outgoing[] = [];
    site.mishap = {
      around: (call, answer, die) => {
        calls.push(call);
        return mishap === null ? answer() : mishap.around(call, answer, die);
      },
    };
    const told = await whatIsTold(deed, site);
    await site.platform.settle();
    const during = site.mishap;
    site.mishap = null;
    const broken = await brokenSurfaces(site);
    const toldAgain = told === null || told === 'ok' ? null : await whatIsTold(deed, site);
    site.mishap = during;
    await site.moveTo(site.clock.now() + MEANWHILE);
    site.mishap = null;
    await site.moveTo(site.clock.now() + (deed.found ?? FOUND));
    const failures = site.platform.takeFailures().map(({ functionKey, message }) => `${functionKey}: ${message}`);
    return { told, toldAgain, broken, end: stateOf(site), flags: toldOn(site), calls, failures };
  } finally {
    await site.close();
  }
}

async function whatIsTold(deed: Deed, site: FaultySite): Promise<string | null> {
  const answer = await deed.act(site).catch((error: unknown): Answer<unknown> | 'died' => {
    if (error instanceof Error && error.message.includes(' died')) return 'died';
    throw error;
  });
  if (answer === null || answer === 'died') return answer;
  return answer.ok ? 'ok' : answer.code;
}

async function brokenSurfaces(site: FaultySite): Promise<readonly string[]> {
  const { admin, agent, customer } = site.people;
  const asked = [
    ['admin-page', admin, 'view', {}],
    ['admin-page', admin, 'organizations', { start: 0 }],
    ['admin-page', admin, 'recomputeStatus', {}],
    ['admin-page', admin, 'importStatus', {}],
    ['admin-page', admin, 'health', { part: 'engine' }],
    ['agent-panel', agent, 'view', {}, 'SUP-2'],
    ['agent-panel', agent, 'view', {}, 'SUP-3'],
    ['customer-panel', customer, 'view', {}, 'SUP-1'],
    ['sla-board', agent, 'view', {}],
  ] as const;
  const broken: string[] = [];
  for (const [surface, person, key, payload, issueKey] of asked) {
    if (issueKey !== undefined && site.jira.issue(issueKey) === undefined) continue;
    const answer: Answer<unknown> = await site.ask(surface, person, key, payload, ...on(issueKey));
    if (!answer.ok) broken.push(`${surface} ${key} ${issueKey ?? ''}: ${answer.code}`);
  }
  return broken;
}

const on = (issueKey: string | undefined): [] | [{ issueKey: string }] =>
  issueKey === undefined ? [] : [{ issueKey }];

/** Whether a call changes anything, wherever it goes. */
export function isWrite({ to, method, path }: Outgoing): boolean {
  if (to === 'queue') return true;
  return to === 'storage' ? /\/(?:set|delete|transaction)$/.test(path) : isJiraWrite({ method, path });
}

/** What a deed with a mishap came to that it should not have; empty where all is as if nothing had happened. */
export function wrongs(deed: Deed, tried: Tried, undisturbed: Tried): string[] {
  const { toldAgain } = tried;
  const isKnown = toldAgain === null || toldAgain === 'ok' || deed.again?.includes(toldAgain as never) === true;
  return [
    ...tried.broken.map((what) => `shows ${what}`),
    ...wronglyTold(tried.flags, undisturbed.flags),
    ...(isKnown ? [] : [`is told ${toldAgain}`]),
    ...difference(tried.end, undisturbed.end),
  ];
}

function difference(end: unknown, expected: unknown): readonly string[] {
  const [lines, others] = [end, expected].map((value) => JSON.stringify(value, null, 1).split('\n')) as [
    string[],
    string[],
  ];
  if (lines.join() === others.join()) return [];
  const only = (some: string[], rest: string[]): string =>
    some
      .filter((line) => !rest.includes(line))
      .slice(0, 5)
      .join(' ');
  return [`ends otherwise: + ${only(lines, others)} - ${only(others, lines)}`];
}

/**
 * The first call of each kind (the same function, addressee and thing), every `apart`-th of them. CADRAN_FULL tries every call.
 */
export function worthTrying(calls: readonly Outgoing[], apart = 1): readonly number[] {
  const isFull = process.env['CADRAN_FULL'] === '1';
  const kinds = new Set<string>();
  return calls.flatMap((call, index) => {
    const kind = `${call.functionKey} ${call.method} ${kindOf(call)}`;
    if (kinds.has(kind) && !isFull) return [];
    kinds.add(kind);
    return isFull || kinds.size % apart === 0 ? [index + 1] : [];
  });
}

function kindOf({ to, path, body }: Outgoing): string {
  if (to === 'jira') return path.replace(/\?.*/, '').replace(/\d+/g, '');
  const {
    entityName,
    queueName,
    key = '',
    set,
  } = JSON.parse(body) as {
    entityName?: string;
    queueName?: string;
    key?: string;
    set?: { entityName?: string }[];
  };
  return [path, entityName, queueName, key.replace(/[\d:].*/, ''), set?.length, set?.[0]?.entityName].join(' ');
}
