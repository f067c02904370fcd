import type { PolicyDocument } from '../../../src/core/policy/document';
import { applyStep, isStep, isWholeStep, stepKey, type Step } from './step';

/** What an admin changed and has not published. */
export interface Draft {
  /** The version that the steps were made on; null before the first publication. */
  readonly baseVersion: number | null;
  readonly steps: readonly Step[];
}

/** A draft laid on the policy in force. */
export interface LaidDraft {
  readonly document: PolicyDocument;
  /** The steps that stand in the document, in order. */
  readonly steps: readonly Step[];
  /** Steps that the document has no place for (any more). */
  readonly setAside: readonly Step[];
}

/**
 * The draft with one step more: it takes the place of an earlier step on the same thing, a step back removes both, and
 * steps that have no place after it go with it.
 */
export function withStep(draft: Draft, base: PolicyDocument, step: Step): Draft {
  if (isWholeStep(step)) return { ...draft, steps: [step] };
  const key = stepKey(step);
  const others = draft.steps.filter((other) => stepKey(other) !== key);
  const before = layDraft(base, others);
  const after = tryStep(before.document, step);
  const isChange = after !== null && !isSame(before.document, after);
  return { ...draft, steps: isChange ? [...others, step] : before.steps };
}

/** The draft without a step, and without those that stood on it. */
export function withoutStep(draft: Draft, base: PolicyDocument, step: Step): Draft {
  const key = stepKey(step);
  const others = draft.steps.filter((other) => stepKey(other) !== key);
  return { ...draft, steps: layDraft(base, others).steps };
}

/** Lays the steps on a document, one after the other. */
export function layDraft(base: PolicyDocument, steps: readonly Step[]): LaidDraft {
  let document = base;
  const laid: Step[] = [];
  const setAside: Step[] = [];
  for (const step of steps) {
    const next = tryStep(document, step);
    if (next === null) setAside.push(step);
    else {
      document = next;
      laid.push(step);
    }
  }
  return { document, steps: laid, setAside };
}

/** Raised when the steps' shapes change: a draft that another release of the page kept is then none. */
const FORMAT = 1;

/** The draft as text for the browser's storage. */
export function draftToText(draft: Draft): string {
  return JSON.stringify({ format: FORMAT, ...draft });
}

/** Reads a draft back; null where the text is none. What no longer fits the policy is left to layDraft. */
export function draftFromText(text: string | null): Draft | null {
  const value = parsed(text);
  if (!isRecord(value) || value['format'] !== FORMAT || !Array.isArray(value['steps'])) return null;
  const version = value['baseVersion'];
  if (version !== null && typeof version !== 'number') return null;
  return { baseVersion: version, steps: value['steps'].filter(isStep) };
}

function tryStep(document: PolicyDocument, step: Step): PolicyDocument | null {
  try {
    return applyStep(document, step);
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}

function isSame(a: PolicyDocument, b: PolicyDocument): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

function parsed(text: string | null): unknown {
  if (text === null) return null;
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return null;
  }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
