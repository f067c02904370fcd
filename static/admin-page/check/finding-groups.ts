import type { Finding } from '../../../src/core/policy/finding';
import { placeKey } from '../../../src/core/policy/place';

/** Findings that one decision settles: the first gives the title, the others are further grounds for it. */
export interface FindingGroup {
  readonly lead: Finding;
  readonly others: readonly Finding[];
}

/** What an admin has to do with the findings. */
export interface SortedFindings {
  /** Errors: nothing can be published before they are mended. */
  readonly errors: readonly FindingGroup[];
  readonly toDecide: readonly FindingGroup[];
  /** Decided: an admin lives with them. */
  readonly accepted: readonly FindingGroup[];
  readonly notes: readonly Finding[];
}

/** Sorts findings by what they ask for; those at one place with the same readings and fix are one group. */
export function sortFindings(findings: readonly Finding[]): SortedFindings {
  const warnings = findings.filter(({ severity }) => severity === 'warning');
  return {
    errors: groups(findings.filter(({ severity }) => severity === 'error')),
    toDecide: groups(warnings.filter(({ accepted }) => !accepted)),
    accepted: groups(warnings.filter(({ accepted }) => accepted)),
    notes: findings.filter(({ severity }) => severity === 'note'),
  };
}

/** All findings of a group. */
export function findingsOf({ lead, others }: FindingGroup): readonly Finding[] {
  return [lead, ...others];
}

function groups(findings: readonly Finding[]): readonly FindingGroup[] {
  const byDecision = new Map<string, Finding[]>();
  for (const finding of findings) {
    const { place, readings, fix } = finding;
    // Without readings or a fix there is nothing that one decision could settle for both.
    const isShared = readings.length > 0 || fix !== null;
    const key = isShared ? JSON.stringify([placeKey(place), readings, fix]) : finding.id;
    byDecision.set(key, [...(byDecision.get(key) ?? []), finding]);
  }
  return [...byDecision.values()].flatMap(([lead, ...others]) => (lead ? [{ lead, others }] : []));
}
