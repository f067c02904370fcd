import type { Finding } from '../../../src/core/policy/finding';
import type { Place } from '../../../src/core/policy/place';
import type { PolicyDocument } from '../../../src/core/policy/document';
import type { AdminWords } from '../admin-words';
import type { Names } from '../names';

/** What a change is worded with: its place, and what stands there before and after. */
export interface ChangeWords {
  readonly place: string;
  readonly before: string;
  readonly after: string;
}

/** What the words of a change are made with. */
export interface ChangeScene {
  /** The policy in force. */
  readonly base: PolicyDocument;
  /** Those known, for the words of accepted ones. */
  readonly findings: readonly Finding[];
  readonly words: AdminWords;
  readonly names: Names;
}

/**
 * A kind of change that an admin can make to the policy in force. Each tab keeps its own kinds beside the parts that make
 * them; step.ts lists them all. A step is plain data, since the browser keeps it as JSON.
 */
export interface StepKind<Step extends { readonly kind: string }> {
  readonly kind: Step['kind'];
  /** Kinds that change the same things say the same here, so that their steps take each other's place; else the kind itself. */
  readonly about?: string;
  /** What the step changes, within its kind: a later step on the same thing takes the place of an earlier one. */
  readonly key: (step: Step) => string;
  /** The document with the step made. Throws RangeError where the step names a place that the document does not have. */
  readonly apply: (document: PolicyDocument, step: Step) => PolicyDocument;
  /** What the step changes in the policy in force, line by line. */
  readonly words: (step: Step, scene: ChangeScene) => readonly ChangeWords[];
  /** The places whose findings the step settles; none unless given. */
  readonly places?: (step: Step) => readonly Place[];
  /** Puts another document in the place of the one in force: the steps before it go. */
  readonly isWhole?: true;
}
