import type { Issue, SiteState } from '../../sandbox/jira/model';
import type { StageDump } from '../../sandbox/stage';
import type { StorageDump } from '../../sandbox/platform/kvs';

/** The rows of tickets as the stand-in's storage holds them. */
const TICKETS = 'entity:ticket';

/**
 * A site with so many copies of each of its tracked tickets instead of one: issue and row, each under an id of its own. The
 * originals came the whole way through the app, so a copy is what the app would have made of the same ticket raised again.
 */
export function multiplied(dump: StageDump, copies: number): StageDump {
  const jira = structuredClone(dump.jira) as SiteState;
  const platform = structuredClone(dump.platform) as { storage: StorageDump };
  const rows = platform.storage[TICKETS] ?? [];
  const originals = rows.map(([issueId, row]) => ({ issue: jira.issues[issueId] as Issue, row }));
  for (let copy = 1; copy < copies; copy += 1) {
    for (const { issue, row } of originals) {
      jira.lastId += 1;
      const id = String(jira.lastId);
      jira.issues[id] = { ...issue, id, key: `SUP-${id}`, values: { ...issue.values } };
      rows.push([id, row]);
    }
  }
  return { jira, platform };
}

export interface StoredTicket {
  readonly issueId: string;
  readonly priorityRank: number;
  readonly nextAt: number;
  readonly handled: readonly string[];
  readonly ahead: readonly { readonly key: string; readonly at: number }[];
  readonly policyVersion: number;
  /** When the row was last written. */
  readonly writtenAt: number;
}

/** The rows of tickets, with when each was written. */
export function storedTickets(platform: { dump(): unknown }): readonly StoredTicket[] {
  const { storage } = platform.dump() as { storage: StorageDump };
  return (storage[TICKETS] ?? []).map(([issueId, row]) => {
    const { nextAt, data } = row.value as { nextAt: number; data: Omit<StoredTicket, 'issueId' | 'nextAt'> };
    return { ...data, issueId, nextAt, writtenAt: row.updatedAt };
  });
}
