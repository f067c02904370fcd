import type { AdminPageView } from '../../../src/contract/admin-page';
import { foldTicket } from '../../../src/core/clock/fold';
import type { PlanAssignment, PolicyDocument } from '../../../src/core/policy/document';
import { HOUR, MINUTE } from '../../../src/core/time/instant';
import { slaFieldsOf } from '../../../src/services/sla-fields';
import { workingTimesFor } from '../../../src/services/working-times';
import type { Instant } from '../seam';
import type { Stage } from '../stage';

export interface ManyIncidents {
  readonly projectKey: string;
  readonly requestTypeId: string;
  readonly reporterId: string;
  readonly organizationIds: readonly string[];
  /** People who take turns; every fourth ticket is nobody's. */
  readonly assigneeIds: readonly string[];
  readonly count: number;
  readonly now: Instant;
}

/**
 * Puts many open incidents into the site at once, in the past of `now`, with the read-only fields that the fold itself
 * gives each: what months of events would have left, without living through them. Every other has been answered. They
 * raise no events and have no rows, so nothing flags them later.
 */
export function seedManyIncidents({ jira }: Pick<Stage, 'jira'>, policy: AdminPageView, many: ManyIncidents): void {
  const { document, published } = policy;
  if (published === null) throw new Error('many incidents need a published policy');
  const version = { ...published, trackedFrom: 0, document };
  for (let serial = 0; serial < many.count; serial += 1) {
    const one = incidentOf(document, many, serial);
    const fold = foldTicket({
      history: {
        issueId: String(serial),
        createdAt: one.createdAt,
        current: {
          impact: one.impact,
          urgency: one.urgency,
          priorityId: null,
          statusId: '',
          resolutionId: null,
          organizationIds: [one.organizationId],
        },
        edits: [],
        comments: one.isAnswered
          ? [{ id: '1', at: one.createdAt + 5 * MINUTE, author: 'agent', isPublic: true, action: null }]
          : [],
        reporterOrganizationIds: [],
      },
      policies: [version],
      assignments: one.assignments,
      workingTimeOf: workingTimesFor(one.createdAt, many.now),
      now: many.now,
    });
    const fields = slaFieldsOf(fold);
    jira.seedIssue({
      projectKey: many.projectKey,
      summary: one.summary,
      reporterId: many.reporterId,
      created: one.createdAt,
      requestTypeId: many.requestTypeId,
      organizationIds: [one.organizationId],
      fields: {
        ...(one.assigneeId === null ? {} : { assignee: { accountId: one.assigneeId } }),
        ...(fold.priorityToWrite === null ? {} : { priority: { id: fold.priorityToWrite } }),
        'sla-status': fields.slaStatus,
        'sla-next-due': dateTime(fields.slaNextDue),
        'response-due': dateTime(fields.responseDue),
        'resolution-due': dateTime(fields.resolutionDue),
        'customer-plan': fields.customerPlan,
        'handling-order': fields.handlingOrder,
      },
    });
  }
}

const SUBJECTS = ['Sign-in fails', 'Export stops', 'Search is slow', 'List is empty', 'Date is wrong'] as const;

function incidentOf(document: PolicyDocument, many: ManyIncidents, serial: number) {
  const pick = <T>(list: readonly T[], by: number): T => list[Math.floor(serial / by) % list.length] as T;
  const organizationId = pick(many.organizationIds, 1);
  const plan = pick(document.plans, many.organizationIds.length).key;
  // Steps that share no factor with the lists above spread creation over two weeks.
  const createdAt = many.now - ((serial * 37) % (14 * 24)) * HOUR - ((serial * 7) % 60) * MINUTE - 10 * MINUTE;
  const assignment: PlanAssignment = {
    organizationId,
    plan,
    from: '2000-01-01',
    to: null,
    calendar: null,
    recordedAt: 0,
  };
  return {
    organizationId,
    createdAt,
    impact: pick(document.impacts, 3).key,
    urgency: pick(document.urgencies, 5).key,
    summary: `${pick(SUBJECTS, 1)}, case ${String(serial + 1)}`,
    isAnswered: serial % 2 === 0,
    assigneeId: serial % 4 === 0 ? null : pick(many.assigneeIds, 1),
    assignments: [assignment],
  };
}

/** Jira writes offsets without a colon. */
const dateTime = (at: number | null): string | null =>
  at === null ? null : new Date(at).toISOString().replace('Z', '+0000');
