import * as v from 'valibot';
import type { ReportApi } from '../contract/report';
import { SLA_METRICS } from '../core/policy/document';
import { REPORT_FIGURES } from '../core/report/results-behind';
import { mayReportOnProject, type Caller } from '../services/authorize';
import type { Ports } from '../services/ports';
import { reportProgress } from '../services/report-run';
import { viewOrganizationMonth, viewOrganizationMonthTickets } from '../services/view-organization-month';
import { reportChoices, viewReport, viewReportTickets } from '../services/view-report';
import { viewTrend } from '../services/view-trend';
import { disagrees, projectOf } from './context';
import { call, Refusal, type Calls } from './surface';

/**
 * An agent of the service project that the board stands in, outside service projects an administrator of it, asked of Jira as
 * that user: figures tell of every ticket of the project, also of those that this user may not browse.
 */
async function reportGate(
  ports: Ports,
  caller: Caller,
  context: unknown,
  payload: unknown,
): Promise<{ readonly projectId: string } | null> {
  const project = projectOf(context);
  if (project === null) return null;
  if (disagrees(payload, project)) throw new Refusal('mismatch');
  return (await mayReportOnProject(ports, caller, project)) ? project : null;
}

const MOST_MONTHS = 24;

const month = v.pipe(v.string(), v.regex(/^\d{4}-(?:0[1-9]|1[0-2])$/));
const key = v.pipe(v.string(), v.minLength(1), v.maxLength(100));
const made = v.nullable(v.pipe(v.string(), v.maxLength(100)));
const from = v.pipe(v.number(), v.integer(), v.minValue(0));
const organizationId = v.pipe(v.string(), v.regex(/^\d{1,20}$/));
const filter = v.object({
  organizationId: v.exactOptional(v.nullable(organizationId)),
  plan: v.exactOptional(v.nullable(key)),
  priority: v.exactOptional(v.nullable(key)),
});
const figure = v.picklist(REPORT_FIGURES);

/** The reports' calls, for the resolver of the board. */
export const reportCalls: Calls<ReportApi> = {
  reportChoices: call({ gate: reportGate, payload: v.object({}), answer: (ports) => reportChoices(ports) }),
  report: call({
    gate: reportGate,
    payload: v.object({ month, by: v.picklist(['organization', 'plan', 'priority']), filter, made }),
    answer: (ports, { projectId }, asked) => viewReport(ports, projectId, asked),
  }),
  reportTrend: call({
    gate: reportGate,
    payload: v.object({
      until: month,
      months: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(MOST_MONTHS)),
      filter,
      made,
    }),
    answer: (ports, { projectId }, asked) => viewTrend(ports, projectId, asked),
  }),
  reportProgress: call({
    gate: reportGate,
    payload: v.object({ runId: key }),
    answer: (ports, _trusted, { runId }) => reportProgress(ports, runId),
  }),
  reportTickets: call({
    gate: reportGate,
    payload: v.object({ month, filter, metric: v.picklist(SLA_METRICS), figure, from }),
    answer: (ports, { projectId }, asked) => viewReportTickets(ports, projectId, asked),
  }),
  organizationMonth: call({
    gate: reportGate,
    payload: v.object({ month, organizationId, made }),
    answer: (ports, { projectId }, asked) => viewOrganizationMonth(ports, projectId, asked),
  }),
  organizationMonthTickets: call({
    gate: reportGate,
    payload: v.object({ month, organizationId, from }),
    answer: (ports, { projectId }, asked) => viewOrganizationMonthTickets(ports, projectId, asked),
  }),
};
