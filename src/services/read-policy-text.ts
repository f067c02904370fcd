import type { Problem } from '../contract/answer';
import { checkPolicy } from '../core/policy/check-policy';
import type { PolicyDocument } from '../core/policy/document';
import type { Finding, FindingCode } from '../core/policy/finding';
import { TO_COME } from '../core/policy/presets/blank';
import type { Place } from '../core/policy/place';
import type { EpochMillis } from '../core/time/instant';
import { MOST_DOCUMENT_BYTES, parsePolicyDocument, type ParsedDocument } from './policy-schema';
import { scanJson } from './scan-json';

/** Beside a document's own bytes, an exported file has line ends and indentation. */
const MOST_TEXT_BYTES = 480 * 1024;

/** The store nests values 31 levels deep (forge facts §6); a document takes eight. */
const MOST_DEPTH = 25;

/** Findings that no editor could start from: a part that names nothing, or two things. */
const BROKEN: ReadonlySet<FindingCode> = new Set(['unknown-key', 'repeated-key', 'goal-without-calendar']);

/**
 * Reads the text of an exported policy, every problem at once with its place. What is read is whole in itself: all keys name
 * something, once. Whether the policy makes sense is left to checkPolicy, since a draft may still lack something.
 */
export function readPolicyText(text: string, now: EpochMillis): ParsedDocument {
  const bytes = new TextEncoder().encode(text).length;
  if (bytes > MOST_TEXT_BYTES) {
    return refused([{ code: 'document.too-large', path: '', values: { bytes, most: MOST_DOCUMENT_BYTES } }]);
  }
  // Some editors begin a file with the mark of its encoding.
  const plain = text.replace(/^\uFEFF/, '');
  const { fault, repeated: names } = scanJson(plain);
  if (fault !== null) return refused([notJson(plain, fault)]);
  const value = JSON.parse(plain) as unknown;
  if (depthOf(value) > MOST_DEPTH) return refused([{ code: 'document.too-deep', path: '' }]);
  const repeated = names.map((path): Problem => ({ code: 'document.repeated-name', path }));
  const parsed = parsePolicyDocument(value);
  if (!parsed.ok || repeated.length > 0) return refused([...repeated, ...(parsed.ok ? [] : parsed.problems)]);
  const broken = checkPolicy(parsed.document, now).filter((finding) => BROKEN.has(finding.code) && !isToCome(finding));
  return broken.length === 0 ? parsed : refused(broken.map((finding) => brokenProblem(parsed.document, finding)));
}

/** A draft that began empty has no default plan or calendar yet. */
function isToCome({ code, place, facts }: Finding): boolean {
  return (
    code === 'unknown-key' &&
    place.kind === 'setting' &&
    ['defaultPlan', 'defaultCalendar'].includes(place.setting) &&
    'key' in facts &&
    facts.key === TO_COME
  );
}

function refused(problems: readonly Problem[]): ParsedDocument {
  return { ok: false, problems };
}

function notJson(text: string, offset: number): Problem {
  const before = text.slice(0, offset).split('\n');
  const values = { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
  return { code: 'document.not-json', path: '', values };
}

function depthOf(value: unknown): number {
  let depth = 0;
  for (let level = [value]; level.length > 0 && depth <= MOST_DEPTH; depth += 1) {
    level = level.flatMap((one) =>
      typeof one === 'object' && one !== null ? (Object.values(one) as readonly unknown[]) : [],
    );
  }
  return depth;
}

function brokenProblem(document: PolicyDocument, finding: Finding): Problem {
  const path = pathOf(document, finding.place);
  if (finding.code === 'unknown-key' || finding.code === 'repeated-key') {
    return { code: `document.${finding.code}`, path, values: { what: finding.facts.what, key: finding.facts.key } };
  }
  if (finding.code === 'goal-without-calendar') {
    return { code: 'document.unknown-key', path, values: { what: 'calendar', key: finding.facts.calendar } };
  }
  return { code: 'document.wrong', path };
}

/** Where a place of the policy stands in the document: `plans.1.goals.P1.response.calendar`. */
function pathOf({ plans }: PolicyDocument, place: Place): string {
  if (place.kind === 'setting') return place.setting;
  if (place.kind === 'cell') return `matrix.${place.impact}.${place.urgency}`;
  if (place.kind !== 'goal') return '';
  const index = plans.findIndex(({ key }) => key === place.plan);
  return `plans.${String(index)}.goals.${place.priority}.${place.metric}.calendar`;
}
