import { applyFix } from '../../src/core/policy/apply-fix';
import type {
  Inclusion,
  PlanKey,
  PolicyDocument,
  PortalVisibility,
  PriorityKey,
  ScopeKind,
  Threshold,
} from '../../src/core/policy/document';
import type { Fix } from '../../src/core/policy/fix';
import { placeKey } from '../../src/core/policy/place';
import { placeOfFix } from './place-of-fix';

export type Modes = PolicyDocument['modes'];

/** One change that an admin made to the policy in force. A draft is a list of them, so that each can be undone alone. */
export type Step =
  | { readonly kind: 'fix'; readonly fix: Fix }
  /** Live with a finding, by its id; or look at it again. */
  | { readonly kind: 'accept'; readonly finding: string; readonly on: boolean }
  | { readonly kind: 'scope'; readonly projectId: string; readonly scope: ScopeKind }
  | { readonly kind: 'jira-priority'; readonly priority: PriorityKey; readonly jiraPriorityId: string | null }
  | { readonly kind: 'status'; readonly statusId: string; readonly role: 'pauses' | 'stops'; readonly on: boolean }
  | { readonly kind: 'mode'; readonly mode: keyof Modes; readonly modes: Partial<Modes> }
  | { readonly kind: 'quiet-hours'; readonly on: boolean }
  | { readonly kind: 'thresholds'; readonly thresholds: readonly Threshold[] }
  | { readonly kind: 'default-plan'; readonly plan: PlanKey }
  | { readonly kind: 'visibility'; readonly plan: PlanKey; readonly visibility: PortalVisibility }
  | { readonly kind: 'inclusion'; readonly plan: PlanKey; readonly entitlement: string; readonly inclusion: Inclusion };

/** What the step changes: a later step with the same key takes the place of an earlier one. */
export function stepKey(step: Step): string {
  switch (step.kind) {
    case 'fix':
      return `fix/${placeKey(placeOfFix(step.fix))}/${step.fix.kind === 'set-shown' ? Object.keys(step.fix.shown).join() : ''}`;
    case 'accept':
      return `accept/${step.finding}`;
    case 'scope':
      return `scope/${step.projectId}`;
    case 'jira-priority':
      return `jira-priority/${step.priority}`;
    case 'status':
      return `status/${step.role}/${step.statusId}`;
    case 'mode':
      return `mode/${step.mode}`;
    case 'visibility':
      return `visibility/${step.plan}`;
    case 'inclusion':
      return `inclusion/${step.plan}/${step.entitlement}`;
    case 'quiet-hours':
    case 'thresholds':
    case 'default-plan':
      return step.kind;
  }
}

/** The document with the step made. Throws RangeError where a fix names a place that the document does not have. */
export function applyStep(document: PolicyDocument, step: Step): PolicyDocument {
  switch (step.kind) {
    case 'fix':
      return applyFix(document, step.fix);
    case 'accept':
      return { ...document, accepted: withMember(document.accepted, step.finding, step.on) };
    case 'scope':
      return { ...document, scope: withScope(document.scope, step.projectId, step.scope) };
    case 'jira-priority':
      return {
        ...document,
        priorities: document.priorities.map((priority) =>
          priority.key === step.priority ? { ...priority, jiraPriorityId: step.jiraPriorityId } : priority,
        ),
      };
    case 'status': {
      const list = step.role === 'pauses' ? 'pauseStatusIds' : 'extraDoneStatusIds';
      return { ...document, [list]: withMember(document[list], step.statusId, step.on) };
    }
    case 'mode':
      return { ...document, modes: { ...document.modes, ...step.modes } };
    case 'quiet-hours':
      return { ...document, alerts: { ...document.alerts, quietOutsideHours: step.on } };
    case 'thresholds':
      return { ...document, thresholds: step.thresholds };
    case 'default-plan':
      return { ...document, defaultPlan: step.plan };
    case 'visibility':
      return withPlan(document, step.plan, (plan) => ({ ...plan, portalVisibility: step.visibility }));
    case 'inclusion':
      return withPlan(document, step.plan, (plan) => ({
        ...plan,
        entitlements: plan.entitlements.map((row) =>
          row.key === step.entitlement ? { ...row, inclusion: step.inclusion } : row,
        ),
      }));
  }
}

/** The whole project's entry; entries for single request types or issue types stay as they are. */
export function projectScope(document: PolicyDocument, projectId: string): ScopeKind {
  return document.scope.find((entry) => entry.projectId === projectId && isWhole(entry))?.kind ?? 'none';
}

type Scope = PolicyDocument['scope'];

function withScope(scope: Scope, projectId: string, kind: ScopeKind): Scope {
  const index = scope.findIndex((entry) => entry.projectId === projectId && isWhole(entry));
  const entry = { projectId, requestTypeId: null, issueTypeId: null, kind };
  if (index === -1) return kind === 'none' ? scope : [...scope, entry];
  return kind === 'none' ? scope.toSpliced(index, 1) : scope.with(index, entry);
}

function isWhole(entry: Scope[number]): boolean {
  return entry.requestTypeId === null && entry.issueTypeId === null;
}

function withMember(list: readonly string[], member: string, on: boolean): readonly string[] {
  if (list.includes(member) === on) return list;
  return on ? [...list, member] : list.filter((other) => other !== member);
}

type Plan = PolicyDocument['plans'][number];

function withPlan(document: PolicyDocument, key: PlanKey, change: (plan: Plan) => Plan): PolicyDocument {
  return { ...document, plans: document.plans.map((plan) => (plan.key === key ? change(plan) : plan)) };
}
