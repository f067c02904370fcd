import * as v from 'valibot';
import { MINUTE, type Millis } from '../core/time/instant';
import { lookAtTicket } from '../services/look-at-ticket';
import { ports } from './deps';

const payloadShape = v.object({
  extension: v.object({
    issue: v.object({ id: v.pipe(v.union([v.string(), v.number()]), v.transform(String)) }),
    project: v.nullish(v.object({ type: v.nullish(v.string(), null) }), null),
  }),
});

interface Lozenge {
  readonly status: { readonly type: 'lozenge'; readonly value: { readonly label: string; readonly type: LozengeType } };
}
type LozengeType = 'default' | 'inprogress' | 'moved' | 'new' | 'removed' | 'success';

const TYPES = {
  running: 'inprogress',
  paused: 'default',
  'near-breach': 'moved',
  breached: 'removed',
  met: 'success',
  missed: 'removed',
  none: 'default',
} as const satisfies Record<string, LozengeType>;

/**
 * The lozenge of the collapsed agent panel. It has no reader and so no language: priority and time left, `P1 · 1 h 10`
 * (rules.md §10). Only for a user whom Jira, asked as that user, lets browse the issue, in a service project as its agent: who
 * may not open the panel is told nothing by its lozenge.
 */
export async function agentLozenge(payload: unknown): Promise<Lozenge | Record<string, never>> {
  const parsed = v.safeParse(payloadShape, payload);
  if (!parsed.success) return {};
  try {
    return await lozengeOf(parsed.output.extension);
  } catch (error) {
    // Nobody to ask as, or Jira is busy: a panel without a lozenge opens all the same.
    ports.log.warn('lozenge-failed', { error: error instanceof Error ? error.name : 'unknown' });
    return {};
  }
}

async function lozengeOf({
  issue,
  project,
}: v.InferOutput<typeof payloadShape>['extension']): Promise<Lozenge | Record<string, never>> {
  const may = await ports.permissions.ofUserOnIssue(issue.id);
  const isAgent = project?.type !== 'service_desk' || may.serviceDeskAgent;
  if (!may.browse || !isAgent) return {};
  const look = await lookAtTicket(ports, issue.id);
  if (look.kind !== 'tracked') return {};
  const { priority, status, clocks } = look.fold;
  const open = clocks.filter((clock) => clock.stopTime === null && clock.remainingTime !== null);
  const next = open.sort((a, b) => (a.breachTime ?? Infinity) - (b.breachTime ?? Infinity))[0];
  const parts = [priority.effective, next?.remainingTime == null ? null : shortLength(next.remainingTime)];
  const label = parts.filter((part) => part !== null).join(' · ');
  return label === '' ? {} : { status: { type: 'lozenge', value: { label, type: TYPES[status] } } };
}

/** `1 h 10`, `25 min`, and `+0 h 15` once late. */
function shortLength(remaining: Millis): string {
  // A minute begun is still left, as the panel counts it.
  const minutes = remaining < 0 ? Math.floor(-remaining / MINUTE) : Math.ceil(remaining / MINUTE);
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60];
  const sign = remaining < 0 ? '+' : '';
  return hours === 0 && sign === '' ? `${rest} min` : `${sign}${hours} h ${String(rest).padStart(2, '0')}`;
}
