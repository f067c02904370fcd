import type { MonthPromise, MonthTicket, OrganizationMonth, ReportAnswer } from '../contract/report';
import { reportZone } from '../core/report/month';
import { groupResults, selectResults } from '../core/report/select-results';
import type { DutyInterval, StoredResult } from '../core/report/stored-result';
import { countTickets, ticketFigures } from '../core/report/ticket-figures';
import { monthResults, monthResultsAsShown } from './month-results';
import { organizationNames } from './organization-names';
import type { Ports } from './ports';
import { documentInForce, reportRows } from './view-report';

type Needs = Pick<Ports, 'now' | 'policies' | 'results' | 'digests' | 'jobs' | 'queue' | 'site'>;

/** As many as Jira reads at once. */
const TICKETS_A_PAGE = 100;

/** The figures of *Your month with us*: one organization's month, of one project. */
export async function viewOrganizationMonth(
  ports: Needs,
  projectId: string,
  { month, organizationId, made }: { month: string; organizationId: string; made: string | null },
): Promise<ReportAnswer<{ readonly page: OrganizationMonth }>> {
  const read = await monthResults(ports, month, made);
  if (read.kind === 'making') return read;
  const results = selectResults(read.results, projectId, { organizationId });
  const document = await documentInForce(ports);
  // The name only of an organization that this project has to do with.
  const names = results.length === 0 ? new Map<string, string>() : await organizationNames(ports, [organizationId]);
  const ofMetric = (wanted: StoredResult['metric']): number =>
    countTickets(results.filter(({ metric }) => metric === wanted));
  return {
    kind: 'ready',
    page: {
      month,
      asOf: read.asOf,
      timeZone: document === null ? 'UTC' : reportZone(document),
      organization: { id: organizationId, name: names.get(organizationId) ?? null },
      language: document?.alerts.language ?? 'en',
      policyTitle: document?.title.shown ?? { en: '', fr: '' },
      requests: { all: countTickets(results), answered: ofMetric('response'), resolved: ofMetric('resolution') },
      total: ticketFigures(results).figures,
      priorities: await reportRows(ports, results, 'priority'),
      reasons: (document?.reasons ?? []).map(({ key, label }) => ({ key, label })),
    },
  };
}

/** The tickets behind it in the order they were raised, a page at a time; keys and words as the asking user sees them. */
export async function viewOrganizationMonthTickets(
  ports: Needs & Pick<Ports, 'jira'>,
  projectId: string,
  { month, organizationId, from }: { month: string; organizationId: string; from: number },
): Promise<ReportAnswer<{ readonly tickets: readonly MonthTicket[]; readonly next: number | null }>> {
  const read = await monthResultsAsShown(ports, month);
  if (read.kind === 'making') return read;
  const byIssue = groupResults(selectResults(read.results, projectId, { organizationId }), ({ issueId }) => issueId);
  const all = [...byIssue.values()].sort(
    ([a], [b]) => (a?.createdAt ?? 0) - (b?.createdAt ?? 0) || Number(a?.issueId) - Number(b?.issueId),
  );
  const page = all.slice(from, from + TICKETS_A_PAGE);
  const seen = await ports.jira.seenByUser(page.flatMap(([first]) => (first === undefined ? [] : [first.issueId])));
  const issues = new Map(seen.map((issue) => [issue.issueId, issue]));
  const next = from + page.length;
  return {
    kind: 'ready',
    tickets: page.flatMap((results) => ticketOf(results, issues)),
    next: next < all.length ? next : null,
  };
}

function ticketOf(
  results: readonly StoredResult[],
  issues: ReadonlyMap<string, { readonly key: string; readonly summary: string }>,
): readonly MonthTicket[] {
  const inOrder = [...results].sort((a, b) => a.stoppedAt - b.stoppedAt);
  const last = inOrder.at(-1);
  if (last === undefined) return [];
  const { issueId, priority, createdAt, apart } = last;
  const response = inOrder.find(({ metric }) => metric === 'response');
  return [
    {
      issueId,
      key: issues.get(issueId)?.key ?? null,
      summary: issues.get(issueId)?.summary ?? null,
      priority,
      raisedAt: createdAt,
      response: response === undefined ? null : promiseOf(response),
      resolutions: inOrder.filter(({ metric }) => metric === 'resolution').map(promiseOf),
      apart,
      duty: dutyOf(inOrder),
    },
  ];
}

function promiseOf({ outcome, stoppedAt, lateBy }: StoredResult): MonthPromise {
  return { outcome, stoppedAt, lateBy };
}

/** Each clock knows an interval as far as it ran itself, so of those that begin together the longest is the interval. */
function dutyOf(results: readonly StoredResult[]): readonly DutyInterval[] {
  const longest = new Map<number, DutyInterval>();
  for (const interval of results.flatMap(({ duty }) => duty)) {
    if ((longest.get(interval.from)?.to ?? 0) < interval.to) longest.set(interval.from, interval);
  }
  return [...longest.values()].sort((a, b) => a.from - b.from);
}
