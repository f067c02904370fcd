import type { MonthReport, ReportAnswer, ReportChoices, ReportRow, ReportTicket } from '../contract/report';
import type { PolicyDocument, SlaMetric } from '../core/policy/document';
import type { Bilingual } from '../core/policy/text';
import { monthAt, reportZone } from '../core/report/month';
import { resultsBehind, type ReportFigure } from '../core/report/results-behind';
import {
  groupingKey,
  groupResults,
  selectResults,
  type ReportGrouping,
  type ResultFilter,
} from '../core/report/select-results';
import type { StoredResult } from '../core/report/stored-result';
import { ticketFigures } from '../core/report/ticket-figures';
import { monthResults, monthResultsAsShown } from './month-results';
import { organizationNames } from './organization-names';
import type { Ports } from './ports';

type Needs = Pick<Ports, 'now' | 'policies' | 'results' | 'digests' | 'jobs' | 'queue' | 'site'>;

const TICKETS_A_PAGE = 50;

/** The months, plans and priorities that reports can be asked for. */
export async function reportChoices(ports: Pick<Ports, 'now' | 'policies' | 'results'>): Promise<ReportChoices> {
  const document = await documentInForce(ports);
  if (document === null) return { months: [], timeZone: 'UTC', plans: [], priorities: [], language: 'en' };
  const timeZone = reportZone(document);
  const months = new Set([...(await ports.results.months()), monthAt(timeZone, ports.now())]);
  return {
    months: [...months].sort().reverse(),
    timeZone,
    plans: document.plans.map(({ key, label }) => ({ key, label: label.shown })),
    priorities: document.priorities.map(({ key, label }) => ({ key, label })),
    language: document.alerts.language,
  };
}

/** The results of a month that a filter leaves of a project, added up in all and by what they have in common. */
export async function viewReport(
  ports: Needs,
  projectId: string,
  { month, by, filter, made }: { month: string; by: ReportGrouping; filter: ResultFilter; made: string | null },
): Promise<ReportAnswer<{ readonly report: MonthReport }>> {
  const read = await monthResults(ports, month, made);
  if (read.kind === 'making') return read;
  const results = selectResults(read.results, projectId, filter);
  const rows = await reportRows(ports, results, by);
  return { kind: 'ready', report: { month, asOf: read.asOf, total: ticketFigures(results), by, rows } };
}

/** Results by what they have in common, each group named as people know it. */
export async function reportRows(
  ports: Pick<Ports, 'policies' | 'site'>,
  results: readonly StoredResult[],
  by: ReportGrouping,
): Promise<readonly ReportRow[]> {
  const groups = groupResults(results, (result) => groupingKey(result, by));
  const keys = [...groups.keys()].filter((key) => key !== null);
  const labels = await labelsOf(ports, by, keys);
  const rows = [...groups].map(([key, group]): ReportRow => ({
    key,
    label: key === null ? null : (labels.get(key) ?? null),
    ...ticketFigures(group),
  }));
  const order = [...labels.keys()];
  return rows.sort(by === 'organization' ? byTickets : (a, b) => placeIn(order, a.key) - placeIn(order, b.key));
}

function byTickets(a: ReportRow, b: ReportRow): number {
  const isNone = Number(a.key === null) - Number(b.key === null);
  return isNone || b.tickets - a.tickets || Number(a.key) - Number(b.key);
}

/** What the policy no longer has comes after what it has, what has no key last. */
function placeIn(order: readonly string[], key: string | null): number {
  if (key === null) return order.length + 1;
  const place = order.indexOf(key);
  return place === -1 ? order.length : place;
}

async function labelsOf(
  ports: Pick<Ports, 'policies' | 'site'>,
  by: ReportGrouping,
  keys: readonly string[],
): Promise<ReadonlyMap<string, Bilingual>> {
  if (by === 'organization') {
    const names = await organizationNames(ports, keys);
    return new Map([...names].map(([id, name]) => [id, { en: name, fr: name }]));
  }
  const document = await documentInForce(ports);
  const named =
    by === 'plan'
      ? document?.plans.map(({ key, label }) => ({ key, label: label.shown }))
      : document?.priorities.map(({ key, label }) => ({ key, label }));
  return new Map((named ?? []).map(({ key, label }) => [key, label]));
}

/**
 * The tickets behind a figure, latest stop first, a page at a time; of the results as the figure was made of them. Keys and
 * words are read as the user: an issue that the user may not browse stands there without.
 */
export async function viewReportTickets(
  ports: Needs & Pick<Ports, 'jira'>,
  projectId: string,
  asked: { month: string; filter: ResultFilter; metric: SlaMetric; figure: ReportFigure; from: number },
): Promise<
  ReportAnswer<{ readonly tickets: readonly ReportTicket[]; readonly all: number; readonly next: number | null }>
> {
  const read = await monthResultsAsShown(ports, asked.month);
  if (read.kind === 'making') return read;
  const results = resultsBehind(selectResults(read.results, projectId, asked.filter), asked.metric, asked.figure);
  const page = results.slice(asked.from, asked.from + TICKETS_A_PAGE);
  const seen = await ports.jira.seenByUser([...new Set(page.map(({ issueId }) => issueId))]);
  const issues = new Map(seen.map((issue) => [issue.issueId, issue]));
  const next = asked.from + page.length;
  return {
    kind: 'ready',
    all: results.length,
    next: next < results.length ? next : null,
    tickets: page.map(({ issueId, metric, outcome, apart, stoppedAt, lateBy }) => ({
      issueId,
      metric,
      key: issues.get(issueId)?.key ?? null,
      summary: issues.get(issueId)?.summary ?? null,
      outcome,
      apart,
      stoppedAt,
      lateBy,
    })),
  };
}

/** The policy in force; null before the first publication. */
export async function documentInForce(ports: Pick<Ports, 'policies'>): Promise<PolicyDocument | null> {
  const tracking = await ports.policies.tracking();
  return tracking === null ? null : (await ports.policies.version(tracking.version)).document;
}
