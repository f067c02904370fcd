import type { EngineFigures, HealthCode, HealthFacts, HealthFinding, AppPermission } from '../contract/health';
import { SCREEN_FIELDS, type FieldPlan, type FormPlan } from '../contract/set-up';
import type { Finding } from '../core/policy/finding';
import { HOUR, MINUTE, type EpochMillis, type Millis } from '../core/time/instant';
import { SILENCE } from './job-runs';
import type { FieldIds } from './ports';

/** A sweep is on record every quarter of an hour at the latest. */
const SWEEP_SILENT: Millis = 30 * MINUTE;
/** Later than one sweep in between can explain. */
const LATE_FLAGS: Millis = 5 * MINUTE;
/** A threshold that two sweeps have passed over. */
export const LEFT_BEHIND: Millis = 11 * MINUTE;
/** The share of the budget from which a burst could use up the rest. */
const HIGH_SHARE = 0.8;

/** What each part of the health page knows. All of it is data: asking for it is viewHealth's. */
export type PartFacts =
  | {
      readonly part: 'engine';
      readonly at: EpochMillis;
      /** When the policy came into force first: no sweep is missed before. */
      readonly since: EpochMillis | null;
      readonly figures: EngineFigures;
      readonly left: { readonly count: number; readonly more: boolean; readonly since: EpochMillis } | null;
      readonly silentJobs: readonly { readonly job: string; readonly dueAt: EpochMillis }[];
      readonly failures: readonly HealthFacts['failure'][];
    }
  | {
      readonly part: 'policy';
      /** Null before the first publication. */
      readonly policyFindings: readonly Finding[] | null;
      /** The group that is told of unassigned tickets; null where none is named or no mail is sent. */
      readonly group: { readonly name: string; readonly isKnown: boolean } | null;
      readonly hasPortal: boolean;
    }
  | { readonly part: 'fields'; readonly fields: FieldIds; readonly plan: FieldPlan; readonly left: number }
  | {
      readonly part: 'permissions';
      readonly projects: readonly {
        readonly projectId: string;
        readonly held: Readonly<Record<AppPermission, boolean>>;
      }[];
    }
  | {
      readonly part: 'priorities';
      readonly projects: readonly { readonly projectId: string; readonly jiraPriorityIds: readonly string[] }[];
      readonly priorities: readonly { readonly key: string; readonly jiraPriorityId: string | null }[];
    }
  | {
      readonly part: 'organizations';
      readonly unattached: HealthFacts['organizations-not-attached'];
    };

type Severity = HealthFinding['severity'];

function finding<Code extends HealthCode>(code: Code, severity: Severity, facts: HealthFacts[Code]): HealthFinding {
  return { code, severity, facts } as HealthFinding;
}

/** What is wrong, by the facts of one part, the worst first. Nothing where all is well. */
export function healthOf(facts: PartFacts): readonly HealthFinding[] {
  const rank: Readonly<Record<Severity, number>> = { error: 0, warning: 1, note: 2 };
  return [...findingsOf(facts)].sort((a, b) => rank[a.severity] - rank[b.severity]);
}

function findingsOf(facts: PartFacts): readonly HealthFinding[] {
  switch (facts.part) {
    case 'engine':
      return ofEngine(facts);
    case 'policy':
      return ofPolicy(facts);
    case 'fields':
      return ofFields(facts);
    case 'permissions':
      return facts.projects.flatMap(({ projectId, held }) => {
        const missing = (['browse', 'edit', 'comment'] as const).filter((permission) => !held[permission]);
        return missing.length === 0 ? [] : [finding('app-not-permitted', 'error', { projectId, missing })];
      });
    case 'priorities':
      return facts.projects.flatMap(({ projectId, jiraPriorityIds }) => {
        const priorities = facts.priorities
          .filter(({ jiraPriorityId }) => jiraPriorityId !== null && !jiraPriorityIds.includes(jiraPriorityId))
          .map(({ key }) => key);
        return priorities.length === 0 ? [] : [finding('priorities-off-scheme', 'error', { projectId, priorities })];
      });
    case 'organizations':
      return facts.unattached.count === 0 ? [] : [finding('organizations-not-attached', 'warning', facts.unattached)];
  }
}

type Facts<Part extends PartFacts['part']> = Extract<PartFacts, { readonly part: Part }>;

function ofEngine({ at, since, figures, left, silentJobs, failures }: Facts<'engine'>): readonly HealthFinding[] {
  const { lastSweepAt, lateness, heldUntil, points } = figures;
  const found: HealthFinding[] = [];
  if (since !== null && at - Math.max(since, lastSweepAt ?? 0) > SWEEP_SILENT) {
    found.push(
      lastSweepAt === null
        ? finding('never-swept', 'error', {})
        : finding('sweep-silent', 'error', { at: lastSweepAt }),
    );
  }
  if (lateness !== null && lateness.p99 > LATE_FLAGS)
    found.push(finding('flags-late', 'warning', { p99: lateness.p99 }));
  if (left !== null) found.push(finding('left-behind', 'error', left));
  if (heldUntil !== null && heldUntil > at) found.push(finding('held', 'warning', { until: heldUntil }));
  for (const job of silentJobs) {
    if (at - job.dueAt > SILENCE) found.push(finding('job-silent', 'warning', job));
  }
  if (points.used >= points.budget * HIGH_SHARE) {
    found.push(finding('points-high', 'warning', { points: points.used, budget: points.budget }));
  }
  for (const failure of failures) {
    if (failure.count > 0 && at - failure.last < 24 * HOUR) found.push(finding('failure', 'warning', failure));
  }
  return found;
}

function ofPolicy({ policyFindings, group, hasPortal }: Facts<'policy'>): readonly HealthFinding[] {
  if (policyFindings === null) return [finding('not-published', 'warning', {})];
  const found = policyFindings.flatMap(({ code, facts }): HealthFinding[] => {
    if (code === 'no-scope' || code === 'no-pause-status') return [finding(code, 'warning', {})];
    return code === 'holidays-run-out' ? [finding(code, 'warning', facts)] : [];
  });
  if (group !== null && !group.isKnown) found.push(finding('group-unknown', 'error', { group: group.name }));
  if (hasPortal) found.push(finding('distribution', 'note', {}));
  return found;
}

function namesOfLacking(forms: readonly FormPlan[]): readonly string[] {
  return forms.filter(({ missing }) => missing.length > 0).map(({ name }) => name);
}

function ofFields({ fields, plan, left }: Facts<'fields'>): readonly HealthFinding[] {
  const gone = SCREEN_FIELDS.filter((key) => fields[key] === null);
  return [
    ...(gone.length > 0 ? [finding('fields-not-made', 'error', { fields: gone })] : []),
    ...plan.projects.flatMap(({ projectId, screens, requestTypes, workTypes }) => {
      const without = namesOfLacking(requestTypes);
      const lacking = namesOfLacking(workTypes ?? []);
      return [
        ...(workTypes === null ? [finding('fields-by-hand', 'note', { projectId })] : []),
        ...(lacking.length > 0
          ? [finding('work-types-without-fields', 'warning', { projectId, workTypes: lacking })]
          : []),
        ...screens
          .filter(({ missing }) => missing.length > 0)
          .map(({ name, missing }) =>
            finding('fields-off-screen', 'warning', { projectId, screen: name, fields: missing }),
          ),
        ...(without.length > 0
          ? [finding('request-types-without-fields', 'note', { projectId, requestTypes: without })]
          : []),
      ];
    }),
    ...(left > 0 ? [finding('projects-not-looked-at', 'note', { count: left })] : []),
  ];
}
