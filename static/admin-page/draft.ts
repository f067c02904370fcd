import type { PolicyDocument } from '../../src/core/policy/document';
import { applyStep, stepKey, type Step } from './step';

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
  /** Steps that the policy in force has no place for any more. */
  readonly setAside: readonly Step[];
}

/** The draft with one step more: it takes the place of an earlier step on the same thing, and a step back removes both. */
export function withStep(draft: Draft, base: PolicyDocument, step: Step): Draft {
  const key = stepKey(step);
  const others = draft.steps.filter((other) => stepKey(other) !== key);
  return { ...draft, steps: changes(base, step) ? [...others, step] : others };
}

/** The draft without a step. */
export function withoutStep(draft: Draft, step: Step): Draft {
  const key = stepKey(step);
  return { ...draft, steps: draft.steps.filter((other) => stepKey(other) !== key) };
}

/** Lays the steps on a document, one after the other. */
export function layDraft(base: PolicyDocument, steps: readonly Step[]): LaidDraft {
  return steps.reduce<LaidDraft>(
    (laid, step) => {
      const document = tryStep(laid.document, step);
      return document === null
        ? { ...laid, setAside: [...laid.setAside, step] }
        : { ...laid, document, steps: [...laid.steps, step] };
    },
    { document: base, steps: [], setAside: [] },
  );
}

/** The draft as text for the browser's session storage. */
export function draftToText(draft: Draft): string {
  return JSON.stringify(draft);
}

/** Reads a draft back; null where the text is none. What no longer fits the policy is left to layDraft. */
export function draftFromText(text: string | null): Draft | null {
  const value = parsed(text);
  if (!isRecord(value) || !Array.isArray(value['steps'])) return null;
  const version = value['baseVersion'];
  if (version !== null && typeof version !== 'number') return null;
  return { baseVersion: version, steps: value['steps'].filter(isStep) };
}

const KINDS: Readonly<Record<Step['kind'], true>> = {
  fix: true,
  accept: true,
  scope: true,
  'jira-priority': true,
  status: true,
  mode: true,
  'quiet-hours': true,
  thresholds: true,
  'default-plan': true,
  visibility: true,
  inclusion: true,
};

/** By its kind alone: the text is this page's own, and the server checks every document that is made of it. */
function isStep(value: unknown): value is Step {
  return isRecord(value) && typeof value['kind'] === 'string' && Object.hasOwn(KINDS, value['kind']);
}

function tryStep(document: PolicyDocument, step: Step): PolicyDocument | null {
  try {
    return applyStep(document, step);
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}

function changes(base: PolicyDocument, step: Step): boolean {
  const document = tryStep(base, step);
  return document !== null && JSON.stringify(document) !== JSON.stringify(base);
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
