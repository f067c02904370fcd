import type { EpochMillis } from '../time/instant';
import { checkAccessRows } from './checks/access-rows';
import { checkCalendars } from './checks/calendars';
import { checkFigures } from './checks/figures';
import { checkKnownWordings } from './checks/known-wordings';
import { checkMatrix } from './checks/matrix';
import { checkMatrixLabels } from './checks/matrix-labels';
import { checkPublishedFigures } from './checks/published-figures';
import { checkPublishedTexts } from './checks/published-texts';
import { checkSetup } from './checks/setup';
import { checkStructure } from './checks/structure';
import { checkTranslations } from './checks/translations';
import type { PolicyDocument } from './document';
import { kindOf, type Finding, type Reported } from './finding';
import { placeKey } from './place';

export type { Finding } from './finding';

/**
 * Everything that a policy leaves open, contradicts or lacks (rules.md §2), in a fixed order: what refuses publication
 * first, then figures, matrix, calendars, set-up and words. `at` is the instant from which holidays may be found to run
 * out. `jiraPriorityIds` are the priorities that the site has, null where it was not asked.
 */
export function checkPolicy(
  document: PolicyDocument,
  at: EpochMillis,
  jiraPriorityIds: readonly string[] | null = null,
): readonly Finding[] {
  return [
    ...checkStructure(document),
    ...checkFigures(document),
    ...checkPublishedFigures(document),
    ...checkMatrix(document),
    ...checkCalendars(document, at),
    ...checkSetup(document, jiraPriorityIds),
    ...checkMatrixLabels(document),
    ...checkKnownWordings(document),
    ...checkAccessRows(document),
    ...checkTranslations(document),
    ...checkPublishedTexts(document),
  ].map((reported) => asFinding(document, reported));
}

/** Whether a policy with these findings may be published: none of them is an error. */
export function publishable(findings: readonly Finding[]): boolean {
  return !findings.some(({ severity }) => severity === 'error');
}

function asFinding(document: PolicyDocument, reported: Reported): Finding {
  const { code, place, facts } = reported;
  const { family, severity } = kindOf(code);
  const id = `${code}:${placeKey(place)}:${digest(JSON.stringify(facts))}`;
  const accepted = severity !== 'error' && document.accepted.includes(id);
  return { readings: [], fix: null, ...reported, id, family, severity, accepted };
}

/** FNV-1a, 32 bits: tells one set of facts from another, no more. */
function digest(text: string): string {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return (hash >>> 0).toString(36);
}
