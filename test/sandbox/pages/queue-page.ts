import { icon } from './icons';
import type { IssueThing, NamedThing, UserThing } from './jira-shapes';
import { layout, type Moves } from './layout';
import { QUEUE_FILTERS, queueFilterOf, queueJql } from './queue-filters';
import type { SiteFacts } from './site-facts';
import type { Visit } from './visit';
import { html, type Markup } from './web/html';

const ORGANIZATIONS = 'customfield_10002';
const APP_COLUMNS = ['handling-order', 'impact', 'urgency', 'sla-status', 'sla-next-due', 'customer-plan'] as const;

/** The agent's queue: what Jira's own search gives this person, in the order in which incidents are handled. */
export async function queuePage(visit: Visit, moves: Moves, facts: SiteFacts, chosen: string | null): Promise<Markup> {
  const { texts, rest } = visit;
  const filter = queueFilterOf(chosen);
  const found = await rest.post<{ issues: readonly IssueThing[] }>('/rest/api/3/search/jql', {
    jql: queueJql(facts.projectKey, filter),
    fields: ['summary', 'priority', 'status', 'assignee', ORGANIZATIONS, ...APP_COLUMNS.map(facts.fieldId)],
    maxResults: 100,
  });
  return layout(visit, {
    title: `${texts.queue.title}, ${texts.queue.project}`,
    kind: 'jira',
    moves,
    body: html`${jiraHeader(visit)}
      <main class="jira-main">
        <div class="row between">
          <h1>${texts.queue.title}</h1>
          <a class="button" href="/create">${texts.queue.create}</a>
        </div>
        <nav class="tabs" aria-label="${texts.queue.title}">
          ${QUEUE_FILTERS.map(
            (key) =>
              html`<a href="/queue?filter=${key}" ${key === filter ? html`aria-current="page"` : null}
                >${texts.queue.filters[key]}</a
              >`,
          )}
        </nav>
        <div data-live id="queue">
          ${
            found.issues.length === 0
              ? html`<p class="empty">${texts.queue.empty}</p>`
              : html`<p class="small subtle">${texts.queue.order}</p>
                  ${table(visit, facts, found.issues)}`
          }
        </div>
      </main>`,
  });
}

/** The heading of every Jira page: the project, and where a licensed person may go. */
export function jiraHeader({ texts, person }: Visit): Markup {
  return html`<div class="product-head">
    <nav aria-label="${texts.queue.project}">
      <span class="product-name">${texts.queue.project}</span>
      <a href="/queue">${icon('list')}${texts.queue.title}</a>
      <a href="/board">${icon('board')}${texts.queue.board}</a>
      <a href="/dashboard">${icon('clock')}${texts.queue.dashboard}</a>
      ${person?.administers === true ? html`<a href="/admin">${icon('settings')}${texts.admin.settings}</a>` : null}
    </nav>
  </div>`;
}

interface Column {
  readonly label: string;
  readonly className: string;
  readonly cell: (issue: IssueThing) => Markup | string;
}

function table(visit: Visit, facts: SiteFacts, issues: readonly IssueThing[]): Markup {
  const columns = columnsOf(visit, facts);
  return html`<table class="queue">
    <thead>
      <tr>
        ${columns.map(({ label, className }) => html`<th scope="col" class="${className}">${label}</th>`)}
      </tr>
    </thead>
    <tbody>
      ${issues.map(
        (issue) =>
          html`<tr data-key="${issue.key}">
            ${columns.map(
              ({ label, className, cell }) =>
                html`<td class="${className}" data-label="${label}"><span>${cell(issue)}</span></td>`,
            )}
          </tr>`,
      )}
    </tbody>
  </table>`;
}

function columnsOf({ texts: { language, queue }, format, now }: Visit, facts: SiteFacts): readonly Column[] {
  const app = (moduleKey: (typeof APP_COLUMNS)[number]): Column => ({
    label: facts.moduleName(moduleKey, language),
    className: `col-${moduleKey}`,
    cell: ({ fields }) => {
      const value = fields[facts.fieldId(moduleKey)] ?? null;
      if (moduleKey !== 'sla-next-due') return facts.inList(moduleKey, value);
      return typeof value === 'string' ? format.instant(Date.parse(value), now) : '';
    },
  });
  const plain = (id: keyof typeof queue.columns, cell: Column['cell']): Column => ({
    label: queue.columns[id],
    className: `col-${id}`,
    cell,
  });
  return [
    plain('key', ({ key }) => html`<a href="/browse/${key}">${key}</a>`),
    plain(
      'summary',
      ({ key, fields }) => html`<a href="/browse/${key}" tabindex="-1">${String(fields['summary'])}</a>`,
    ),
    app('handling-order'),
    plain('priority', ({ fields }) => nameOf(fields['priority'])),
    app('impact'),
    app('urgency'),
    app('sla-status'),
    app('sla-next-due'),
    app('customer-plan'),
    plain('status', ({ fields }) => nameOf(fields['status'])),
    plain('organization', ({ fields }) =>
      ((fields[ORGANIZATIONS] ?? []) as readonly NamedThing[]).map(({ name }) => name).join(', '),
    ),
    plain('assignee', ({ fields }) => (fields['assignee'] as UserThing | null)?.displayName ?? queue.nobody),
  ];
}

const nameOf = (thing: unknown): string => (thing as NamedThing | null | undefined)?.name ?? '';
