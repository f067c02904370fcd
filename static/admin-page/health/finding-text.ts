import type { HealthFinding } from '../../../src/contract/health';
import type { EpochMillis } from '../../../src/core/time/instant';
import type { AdminWords } from '../admin-words';
import type { Names } from '../names';

/** Failures with advice of their own; the others are looked up in the logs. */
const FAILURES = [
  'comment-refused',
  'mail-not-sent',
  'priority-refused',
  'retry',
  'left-to-sweep',
  'surface-failed',
] as const;

/** What is wrong, and the exact steps that mend it. */
export function findingText(
  finding: HealthFinding,
  at: EpochMillis,
  words: AdminWords,
  names: Names,
): { readonly title: string; readonly how: string } {
  const values = valuesOf(finding, at, words, names);
  return {
    title: words.translate(`health.finding.${finding.code}.title`, values),
    how: words.translate(`health.finding.${finding.code}.how`, values),
  };
}

function valuesOf(
  { code, facts }: HealthFinding,
  now: EpochMillis,
  words: AdminWords,
  names: Names,
): Readonly<Record<string, string | number>> {
  const { format, list, translate } = words;
  const at = (instant: EpochMillis): string => format.ledgerInstant(instant, now);
  switch (code) {
    case 'sweep-silent':
      return { at: at(facts.at) };
    case 'flags-late':
      return { p99: format.length(facts.p99) };
    case 'left-behind':
      return { count: format.number(facts.count), at: at(facts.since) };
    case 'held':
      return { at: at(facts.until) };
    case 'job-silent':
      return { job: jobName(facts.job, words), at: at(facts.dueAt) };
    case 'points-high':
      return { points: format.number(facts.points), budget: format.number(facts.budget) };
    case 'failure': {
      const known = FAILURES.find((failure) => failure === facts.failure) ?? 'unknown';
      const { failure, count, last } = facts;
      return { failure, count: format.number(count), at: at(last), what: translate(`health.failed.${known}`) };
    }
    case 'holidays-run-out':
      return { calendar: names.calendar(facts.calendar), date: format.date(facts.lastCovered) };
    case 'group-unknown':
      return { group: facts.group };
    case 'fields-not-made':
      return { fields: list(facts.fields.map((field) => translate(`health.field.${field}`))) };
    case 'fields-off-screen':
      return {
        project: names.project(facts.projectId),
        screen: facts.screen,
        fields: list(facts.fields.map((field) => translate(`health.field.${field}`))),
      };
    case 'fields-by-hand':
      return { project: names.project(facts.projectId) };
    case 'work-types-without-fields':
      return { project: names.project(facts.projectId), types: facts.workTypes.join(', ') };
    case 'request-types-without-fields':
      return { project: names.project(facts.projectId), forms: facts.requestTypes.join(', ') };
    case 'app-not-permitted':
      return {
        project: names.project(facts.projectId),
        missing: list(facts.missing.map((permission) => translate(`health.permission.${permission}`))),
      };
    case 'priorities-off-scheme':
      return { project: names.project(facts.projectId), priorities: list(facts.priorities.map(names.priority)) };
    case 'organizations-not-attached': {
      const more = facts.count > facts.names.length ? ['…'] : [];
      return { count: format.number(facts.count), names: [...facts.names, ...more].join(', ') };
    }
    case 'projects-not-looked-at':
      return { count: format.number(facts.count) };
    case 'never-swept':
    case 'not-published':
    case 'no-scope':
    case 'no-pause-status':
    case 'distribution':
      return {};
  }
}

/** What a long job is called. */
export function jobName(job: string, { translate }: AdminWords): string {
  const known = ['reconcile', 'replan', 'import', 'recompute', 'results', 'report', 'preview', 'flag-preview'] as const;
  const kind = known.find((name) => name === job);
  return kind === undefined ? job : translate(`health.job.${kind}`);
}
