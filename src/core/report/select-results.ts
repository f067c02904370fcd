import type { StoredResult } from './stored-result';

/** Which results a figure is about. A field that is absent means all; null means those without one. */
export interface ResultFilter {
  readonly organizationId?: string | null;
  readonly plan?: string | null;
  readonly priority?: string | null;
}

/** The results of a project that a filter leaves. */
export function selectResults(
  results: readonly StoredResult[],
  projectId: string,
  filter: ResultFilter,
): readonly StoredResult[] {
  const agrees = (wanted: string | null | undefined, is: string | null): boolean =>
    wanted === undefined || wanted === is;
  return results.filter(
    (result) =>
      result.projectId === projectId &&
      agrees(filter.organizationId, result.organizationId) &&
      agrees(filter.plan, result.plan) &&
      agrees(filter.priority, result.priority),
  );
}

/** What the rows of a report stand for. */
export type ReportGrouping = 'organization' | 'plan' | 'priority';

/** What a result has for the rows of a grouping; null for one without. */
export function groupingKey({ organizationId, plan, priority }: StoredResult, by: ReportGrouping): string | null {
  switch (by) {
    case 'organization':
      return organizationId;
    case 'plan':
      return plan;
    case 'priority':
      return priority;
  }
}

/** Results by what they have in common, in the order they were met. */
export function groupResults<Key>(
  results: readonly StoredResult[],
  keyOf: (result: StoredResult) => Key,
): ReadonlyMap<Key, readonly StoredResult[]> {
  const groups = new Map<Key, StoredResult[]>();
  for (const result of results) {
    const key = keyOf(result);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [result]);
    else group.push(result);
  }
  return groups;
}
