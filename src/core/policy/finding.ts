import type { CalendarProblem } from '../time/calendar';
import type { Duration } from '../time/duration';
import type { DurationProblemCode } from '../time/parse-duration';
import type { LocalDate } from '../time/local-date';
import type { CalendarKey, LevelKey, PlanKey, PriorityKey, Threshold } from './document';
import type { Fix } from './fix';
import type { LevelAxis } from './matrix';
import type { GoalPlace, Place } from './place';
import type { Bilingual, Language } from './text';

/** An `error` refuses publication; a `warning` asks for a decision; a `note` only tells. */
export type Severity = 'error' | 'warning' | 'note';

/** What a finding is about: the document's words, its targets, its matrix, its hours, its make-up, or the site's set-up. */
export type FindingFamily = 'text' | 'figures' | 'matrix' | 'calendar' | 'structure' | 'setup';

/** Each code with the facts that its words need. The words are i18n's. */
export interface FindingFacts {
  /** People read another wording than the published one. */
  'text-corrected': { readonly language: Language; readonly published: string; readonly shown: string };
  /** The source has this text in one language only. */
  'published-in-one-language': { readonly language: Language; readonly missing: Language; readonly published: string };
  'missing-translation': { readonly language: Language };
  /** The published matrix calls a level otherwise than the table of levels does. */
  'matrix-label-differs': { readonly language: Language; readonly matrix: string; readonly table: string };
  /** The same, but only in its grammatical form: Étendue, Étendu. */
  'matrix-label-inflected': { readonly language: Language; readonly matrix: string; readonly table: string };
  /** A whole service is down and a workaround exists: the urgencies' wording leaves only `fits`. */
  'case-without-level': { readonly axis: LevelAxis; readonly fits: LevelKey; readonly expected: LevelKey };
  /** Support is given in business hours, yet these goals count around the clock. */
  'hours-against-around-the-clock': { readonly clause: string; readonly goals: readonly GoalPlace[] };
  /** The source does not say which plans have this row. */
  'access-not-stated': { readonly entitlement: string; readonly plans: readonly PlanKey[] };

  /** The target differs between the published languages. */
  'languages-disagree': GoalPlace & { readonly en: Duration; readonly fr: Duration };
  'published-unreadable': GoalPlace & {
    readonly language: Language;
    readonly published: string;
    readonly problem: DurationProblemCode;
  };
  'resolution-before-response': {
    readonly plan: PlanKey;
    readonly priority: PriorityKey;
    readonly response: Duration;
    readonly resolution: Duration;
  };
  /** A target shorter than those of more urgent priorities, `than` from the nearest on. */
  'less-urgent-faster': GoalPlace & {
    readonly target: Duration;
    readonly than: readonly { readonly priority: PriorityKey; readonly target: Duration }[];
  };
  /** The plan of higher rank promises later than the one of lower rank. */
  'faster-plan-slower': GoalPlace & {
    readonly target: Duration;
    readonly than: { readonly plan: PlanKey; readonly target: Duration };
  };
  'target-not-positive': GoalPlace & { readonly target: Duration };
  'goal-missing': GoalPlace;

  'matrix-hole': { readonly impact: LevelKey; readonly urgency: LevelKey };
  /** A pair of levels has a less urgent priority than a pair that is less severe. */
  'matrix-not-monotone': {
    readonly impact: LevelKey;
    readonly urgency: LevelKey;
    readonly priority: PriorityKey;
    readonly than: { readonly impact: LevelKey; readonly urgency: LevelKey; readonly priority: PriorityKey };
  };

  'goal-without-calendar': GoalPlace & { readonly calendar: CalendarKey };
  'calendar-invalid': { readonly calendar: CalendarKey; readonly problems: readonly CalendarProblem[] };
  'calendar-never-open': { readonly calendar: CalendarKey };
  'holidays-run-out': { readonly calendar: CalendarKey; readonly lastCovered: LocalDate };

  'unknown-key': { readonly what: KeyKind; readonly key: string };
  'repeated-key': { readonly what: KeyKind; readonly key: string };
  'level-count': { readonly axis: LevelAxis; readonly count: number; readonly least: number; readonly most: number };
  'nothing-defined': { readonly what: 'priorities' | 'plans' };
  'bad-threshold': { readonly threshold: Threshold };

  'no-scope': Readonly<Record<string, never>>;
  'no-pause-status': Readonly<Record<string, never>>;
  'pause-status-is-done': { readonly statusId: string };
  'priority-not-mapped': { readonly priority: PriorityKey };
  /** Several priorities of the policy are one in Jira. */
  'jira-priority-shared': { readonly jiraPriorityId: string; readonly priorities: readonly PriorityKey[] };
  /** The site has no priority of that id (any more). */
  'jira-priority-unknown': { readonly priority: PriorityKey; readonly jiraPriorityId: string };
}

export type FindingCode = keyof FindingFacts;

/** What a key names. */
export type KeyKind =
  'impact' | 'urgency' | 'priority' | 'plan' | 'calendar' | 'clause' | 'entitlement' | 'reason' | 'ordering-body';

/** Where a reading comes from. */
export type ReadingSource =
  | { readonly kind: 'published'; readonly language: Language; readonly place: Place }
  /** As people read it in this document now. */
  | { readonly kind: 'shown'; readonly place: Place }
  /** As this document has it now, unlike anything published. */
  | { readonly kind: 'set'; readonly place: Place }
  /** `factor` times the target `by`, as between the two plans elsewhere ("2X faster"). */
  | { readonly kind: 'implied'; readonly factor: number; readonly by: GoalPlace };

/** One way to read the policy, beside others. */
export interface Reading {
  /** Several where they say the same. */
  readonly sources: readonly ReadingSource[];
  readonly value:
    | { readonly kind: 'duration'; readonly duration: Duration; readonly calendar: CalendarKey }
    | { readonly kind: 'priority'; readonly priority: PriorityKey }
    | { readonly kind: 'text'; readonly language: Language; readonly text: string }
    | { readonly kind: 'bilingual'; readonly text: Bilingual };
  /** How often the target goes into the other plan's, or the other's into it: 2 is twice as long; null where not known. */
  readonly ratio: { readonly factor: number; readonly to: GoalPlace } | null;
  /** Whether the document follows this reading now. */
  readonly inForce: boolean;
  /** Makes the document follow this reading; null where it does, or where there is nothing to set. */
  readonly fix: Fix | null;
}

type FindingOf<Code extends FindingCode> = {
  /** Same document, same id; another once the facts change, so that what an admin accepted does not hide what is new. */
  readonly id: string;
  readonly code: Code;
  readonly family: FindingFamily;
  readonly severity: Severity;
  readonly place: Place;
  readonly facts: FindingFacts[Code];
  readonly readings: readonly Reading[];
  /** The suggested change; null where the policy gives no ground for one. */
  readonly fix: Fix | null;
  /** An admin decided to live with it (PolicyDocument.accepted); never true of an error. */
  readonly accepted: boolean;
};

/** Something that a policy leaves open or contradicts. */
export type Finding = { readonly [Code in FindingCode]: FindingOf<Code> }[FindingCode];

const KINDS: Readonly<Record<FindingCode, readonly [FindingFamily, Severity]>> = {
  'text-corrected': ['text', 'note'],
  'published-in-one-language': ['text', 'note'],
  'missing-translation': ['text', 'error'],
  'matrix-label-differs': ['text', 'warning'],
  'matrix-label-inflected': ['text', 'note'],
  'case-without-level': ['text', 'warning'],
  'hours-against-around-the-clock': ['text', 'warning'],
  'access-not-stated': ['text', 'warning'],
  'languages-disagree': ['figures', 'warning'],
  'published-unreadable': ['figures', 'warning'],
  'resolution-before-response': ['figures', 'warning'],
  'less-urgent-faster': ['figures', 'warning'],
  'faster-plan-slower': ['figures', 'warning'],
  'target-not-positive': ['figures', 'error'],
  'goal-missing': ['figures', 'warning'],
  'matrix-hole': ['matrix', 'error'],
  'matrix-not-monotone': ['matrix', 'warning'],
  'goal-without-calendar': ['calendar', 'error'],
  'calendar-invalid': ['calendar', 'error'],
  'calendar-never-open': ['calendar', 'error'],
  'holidays-run-out': ['calendar', 'warning'],
  'unknown-key': ['structure', 'error'],
  'repeated-key': ['structure', 'error'],
  'level-count': ['structure', 'error'],
  'nothing-defined': ['structure', 'error'],
  'bad-threshold': ['structure', 'error'],
  'no-scope': ['setup', 'warning'],
  'no-pause-status': ['setup', 'warning'],
  'pause-status-is-done': ['setup', 'warning'],
  'priority-not-mapped': ['setup', 'warning'],
  'jira-priority-shared': ['setup', 'warning'],
  'jira-priority-unknown': ['setup', 'error'],
};

/** Every code that checkPolicy can report. */
export const FINDING_CODES = Object.keys(KINDS) as readonly FindingCode[];

/** A finding as a check reports it, before checkPolicy gives it its id and says whether it is accepted. */
export type Reported = {
  readonly [Code in FindingCode]: Pick<FindingOf<Code>, 'code' | 'place' | 'facts'> &
    Partial<Pick<FindingOf<Code>, 'readings' | 'fix'>>;
}[FindingCode];

/** What a code is about and how much it weighs. */
export function kindOf(code: FindingCode): { readonly family: FindingFamily; readonly severity: Severity } {
  const [family, severity] = KINDS[code];
  return { family, severity };
}
