import { flagText } from './flag-words';
import type { Flag } from './flags-to-tell';
import type { TrackedLook } from './look-at-ticket';
import { BusyError, RefusedError, type PendingFlag, type Ports, type TicketRow } from './ports';

type Needs = Pick<Ports, 'alerts' | 'tickets' | 'log'>;

/**
 * Tells people of flags that this look took, after the row says that it did: the internal comment, looked up before a
 * repeat; then the row forgets the flag; then mail, so that mail is sent at most once. A look that dies in between leaves
 * the flag on the row, from where another takes it up.
 * Gives the row as it is afterwards. Errors: BusyError for a comment that Jira asks to write later.
 */
export async function raiseFlags(
  ports: Needs,
  look: TrackedLook,
  row: TicketRow,
  flags: readonly Flag[],
): Promise<TicketRow> {
  if (flags.length === 0) return row;
  const { comment, notify } = look.document.alerts;
  if (comment) for (const flag of flags) await writeComment(ports, look, flag);
  const after = comment ? await forgetPending(ports, row, flags) : { row, forgotten: flags };
  if (notify) for (const flag of after.forgotten) await sendMail(ports, look, flag);
  return after.row;
}

async function writeComment(ports: Needs, look: TrackedLook, flag: Flag): Promise<void> {
  const { issueId, commentedFlags } = look.reading;
  if (commentedFlags.includes(flag.threshold.key)) return;
  try {
    await ports.alerts.comment(issueId, flagText(look, flag), flag.threshold.key);
  } catch (error) {
    if (!(error instanceof RefusedError)) throw error;
    ports.log.warn('comment-refused', { issueId });
  }
}

/** Takes the flags off the row, under its revision; those that another look took off meanwhile are that one's. */
async function forgetPending(
  ports: Needs,
  row: TicketRow,
  flags: readonly Flag[],
): Promise<{ readonly row: TicketRow; readonly forgotten: readonly Flag[] }> {
  let current: TicketRow | null = row;
  while (current !== null) {
    const pending: readonly PendingFlag[] = current.pending ?? [];
    const forgotten = flags.filter(({ threshold }) => pending.some(({ key }) => key === threshold.key));
    const left = pending.filter(({ key }) => !forgotten.some(({ threshold }) => threshold.key === key));
    const after: TicketRow = withPending({ ...current, rev: current.rev + 1 }, left);
    if (forgotten.length === 0) return { row: current, forgotten };
    if ((await ports.tickets.save(after)) === 'saved') return { row: after, forgotten };
    current = await ports.tickets.get(row.issueId);
  }
  return { row, forgotten: [] };
}

/** The row with these flags still to be told; it is looked at again as soon as one of them may be. */
export function withPending(row: TicketRow, pending: readonly PendingFlag[]): TicketRow {
  const { pending: _before, ...rest } = row;
  const times = [...rest.ahead.slice(0, 1).map(({ at }) => at), ...pending.map(({ from }) => from)];
  const nextAt = times.length === 0 ? null : Math.min(...times);
  return pending.length === 0 ? { ...rest, nextAt } : { ...rest, nextAt, pending };
}

/** Sent at most once: what Jira did not take is logged, not tried again, since it may have been sent all the same. */
async function sendMail(ports: Needs, look: TrackedLook, flag: Flag): Promise<void> {
  const { issueId, isAssigned } = look.reading;
  const { unassignedGroup } = look.document.alerts;
  const to = isAssigned ? ('assignee' as const) : unassignedGroup === null ? null : { group: unassignedGroup };
  if (to === null) return;
  try {
    await ports.alerts.notify(issueId, flagText(look, flag), to);
  } catch (error) {
    if (!(error instanceof RefusedError || error instanceof BusyError)) throw error;
    ports.log.warn('mail-not-sent', { issueId, busy: error instanceof BusyError });
  }
}
