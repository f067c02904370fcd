import { adfMarkup } from './adf';
import { frame } from './frame';
import { icon } from './icons';
import { historyList } from './issue-history';
import type { CommentThing, IssueThing, NamedThing, Page, StatusThing, UserThing } from './jira-shapes';
import { layout, type Moves } from './layout';
import { jiraHeader } from './queue-page';
import { TRANSITION_WITH_SCREEN } from './screens';
import type { SiteFacts } from './site-facts';
import type { Visit } from './visit';
import { html, type Markup } from './web/html';

const ORGANIZATIONS = 'customfield_10002';
const REQUEST_TYPE = 'customfield_10010';
const READ_ONLY = ['sla-status', 'sla-next-due', 'response-due', 'resolution-due', 'customer-plan', 'handling-order'];

/** The lozenge that the app gives for its collapsed panel (dynamicProperties). */
export interface Lozenge {
  readonly label: string;
  readonly type: string;
}

/** An issue as its agent works on it. Throws JiraRefusal where this person may not browse it. */
export async function issuePage(
  visit: Visit,
  moves: Moves,
  facts: SiteFacts,
  key: string,
  lozengeOf: (issue: IssueThing) => Promise<Lozenge | null>,
): Promise<Markup> {
  const { rest, texts } = visit;
  const path = `/rest/api/3/issue/${encodeURIComponent(key)}`;
  const issue = await rest.get<IssueThing>(`${path}?fields=*all&expand=changelog,transitions`);
  const [{ comments }, lozenge, priorities, organizations] = await Promise.all([
    rest.get<{ comments: readonly CommentThing[] }>(`${path}/comment?maxResults=200`),
    lozengeOf(issue),
    prioritiesOf(visit, issue),
    organizationsOf(visit, facts, issue),
  ]);
  const summary = String(issue.fields['summary']);
  return layout(visit, {
    title: `${issue.key} ${summary}`,
    kind: 'jira',
    moves,
    body: html`${jiraHeader(visit)}
      <main class="jira-main issue" data-issue="${issue.key}">
        <p class="small"><a href="/queue">${texts.issue.back}</a> / ${issue.key}</p>
        <div class="issue-columns">
          <div class="issue-body">
            <h1>${summary}</h1>
            <section aria-labelledby="description-title">
              <h2 id="description-title">${texts.issue.description}</h2>
              <div class="prose">
                ${
                  issue.fields['description'] == null
                    ? html`<p class="subtle">${texts.issue.noDescription}</p>`
                    : adfMarkup(issue.fields['description'])
                }
              </div>
            </section>
            ${commentSection(visit, issue, comments)}
            <section data-live id="history">${historyList(visit, issue)}</section>
          </div>
          <div class="issue-side">
            <div data-live id="status">${statusBox(visit, issue)}</div>
            ${panel(visit, facts, issue, lozenge)}
            <section class="box" aria-labelledby="details-title">
              <h2 id="details-title">${texts.issue.details}</h2>
              ${levelRow(visit, facts, issue, 'impact')} ${levelRow(visit, facts, issue, 'urgency')}
              <div data-live id="details">${details(visit, issue, priorities, organizations)}</div>
            </section>
            <section class="box" aria-labelledby="cadran-title" data-live id="cadran-fields">
              <h2 id="cadran-title">${texts.issue.fieldsOfCadran}</h2>
              ${readOnlyFields(visit, facts, issue)}
            </section>
          </div>
        </div>
      </main>`,
  });
}

async function prioritiesOf({ rest }: Visit, issue: IssueThing): Promise<readonly NamedThing[]> {
  const project = issue.fields['project'] as NamedThing;
  return (await rest.get<Page<NamedThing>>(`/rest/api/3/priority/search?projectId=${project.id}`)).values;
}

async function organizationsOf({ rest }: Visit, facts: SiteFacts, issue: IssueThing): Promise<readonly NamedThing[]> {
  if ((issue.fields['project'] as NamedThing).id !== facts.projectId) return [];
  return (
    await rest.get<Page<NamedThing>>(`/rest/servicedeskapi/servicedesk/${facts.serviceDeskId}/organization?limit=50`)
  ).values;
}

function panel({ texts }: Visit, facts: SiteFacts, issue: IssueThing, lozenge: Lozenge | null): Markup {
  const title = facts.moduleName('agent-panel', texts.language);
  return html`<details class="box panel" open>
    <summary>
      <h2>${title}</h2>
      <span data-live id="lozenge"
        >${lozenge === null ? null : html`<span class="lozenge lozenge-${lozenge.type}">${lozenge.label}</span>`}</span
      >
      ${icon('down')}
    </summary>
    ${frame({ moduleKey: 'agent-panel', subject: { issueKey: issue.key }, title })}
  </details>`;
}

function statusBox({ texts }: Visit, issue: IssueThing): Markup {
  const status = issue.fields['status'] as StatusThing;
  const resolution = issue.fields['resolution'] as NamedThing | null;
  return html`<section class="box status-box">
    <p>
      <span class="status status-${status.statusCategory.key}">${status.name}</span>
      ${resolution == null ? null : html`<span class="small subtle">${texts.issue.resolution}: ${resolution.name}</span>`}
    </p>
    <form method="post" action="/browse/${issue.key}/transition" class="row" aria-label="${texts.issue.transitions}">
      ${(issue.transitions ?? []).map(({ id, name }) =>
        name === TRANSITION_WITH_SCREEN
          ? html`<a class="button" href="/browse/${issue.key}/transition/${id}">${name}…</a>`
          : html`<button class="button" name="transition" value="${id}">${name}</button>`,
      )}
    </form>
  </section>`;
}

/** A level: shown by the field's own view, changed by the field's own editor. */
function levelRow({ texts }: Visit, facts: SiteFacts, issue: IssueThing, moduleKey: 'impact' | 'urgency'): Markup {
  const name = facts.moduleName(moduleKey, texts.language);
  const edit = frame({
    moduleKey,
    place: 'edit',
    subject: { issueKey: issue.key, entryPoint: 'edit' },
    title: texts.issue.edit(name),
    submits: { kind: 'save-field', url: `/browse/${issue.key}/levels/${moduleKey}` },
  });
  return html`<div class="level-row" data-level="${moduleKey}">
    <div class="level-row-head">
      <h3>${name}</h3>
      <button type="button" class="button button-subtle" data-edit>${texts.issue.edit(name)}</button>
    </div>
    <div data-view>
      ${frame({ moduleKey, place: 'view', subject: { issueKey: issue.key, entryPoint: 'view' }, title: name })}
    </div>
    <template>${edit}</template>
  </div>`;
}

function details(
  { texts: { issue: words, bar }, format, now, person }: Visit,
  { key, fields }: IssueThing,
  priorities: readonly NamedThing[],
  organizations: readonly NamedThing[],
): Markup {
  const own = (fields[ORGANIZATIONS] ?? []) as readonly NamedThing[];
  const assignee = fields['assignee'] as UserThing | null;
  const priority = fields['priority'] as NamedThing | null;
  const requestType = fields[REQUEST_TYPE] as { requestType?: NamedThing } | null | undefined;
  return html`<dl class="facts">
    <dt><label for="priority">${words.priority}</label></dt>
    <dd>
      <form method="post" action="/browse/${key}/priority" class="row">
        <select id="priority" name="priority">
          ${priorities.map(
            ({ id, name }) =>
              html`<option value="${id}" ${id === priority?.id ? html`selected` : null}>${name}</option>`,
          )}
        </select>
        <button class="button">${words.save}</button>
      </form>
    </dd>
    <dt>${words.assignee}</dt>
    <dd>
      ${assignee?.displayName ?? words.unassigned}
      ${
        assignee?.accountId === person?.accountId
          ? null
          : html`<form method="post" action="/browse/${key}/assign" class="inline">
              <button class="button button-subtle">${words.assignToMe}</button>
            </form>`
      }
    </dd>
    <dt>${words.reporter}</dt>
    <dd>${(fields['reporter'] as UserThing | null)?.displayName ?? bar.nobody}</dd>
    <dt>${words.organizations}</dt>
    <dd>
      <details>
        <summary>${own.length === 0 ? words.none : own.map(({ name }) => name).join(', ')}</summary>
        <form method="post" action="/browse/${key}/organizations" class="stack">
          ${organizations.map(
            ({ id, name }) =>
              html`<label class="check"
                ><input
                  type="checkbox"
                  name="organization"
                  value="${id}"
                  ${own.some((other) => other.id === id) ? html`checked` : null}
                />${name}</label
              >`,
          )}
          <button class="button">${words.save}</button>
        </form>
      </details>
    </dd>
    <dt>${words.requestType}</dt>
    <dd>${requestType?.requestType?.name ?? words.none}</dd>
    <dt>${words.created}</dt>
    <dd>${format.instant(Date.parse(String(fields['created'])), now)}</dd>
  </dl>`;
}

function readOnlyFields({ texts, format, now }: Visit, facts: SiteFacts, { fields }: IssueThing): Markup {
  return html`<dl class="facts">
    ${READ_ONLY.map((moduleKey) => {
      const value = fields[facts.fieldId(moduleKey)] ?? null;
      const isInstant = moduleKey.endsWith('-due') && typeof value === 'string';
      return html`<dt>${facts.moduleName(moduleKey, texts.language)}</dt>
        <dd data-field="${moduleKey}">
          ${isInstant ? format.instant(Date.parse(value), now) : facts.inList(moduleKey, value) || '–'}
        </dd>`;
    })}
  </dl>`;
}

function commentSection(
  { texts: { issue: words }, format, now }: Visit,
  issue: IssueThing,
  comments: readonly CommentThing[],
): Markup {
  return html`<section aria-labelledby="comments-title">
    <h2 id="comments-title">${words.comments}</h2>
    <ol class="comments" data-live id="comments">
      ${comments.map(
        ({ author, body, created, jsdPublic }) =>
          html`<li class="comment${jsdPublic === false ? ' comment-internal' : ''}">
            <p class="small">
              <b>${author.displayName}</b>
              <span class="subtle">${format.instant(Date.parse(created), now)}</span>
              <span class="lozenge">${jsdPublic === false ? words.internal : words.reply}</span>
            </p>
            ${adfMarkup(body)}
          </li>`,
      )}
    </ol>
    <form method="post" action="/browse/${issue.key}/comment" class="stack">
      <label for="comment">${words.replyLabel}</label>
      <textarea id="comment" name="text" rows="3" required></textarea>
      <div class="row">
        <button class="button button-primary" name="kind" value="public">${words.sendReply}</button>
        <button class="button" name="kind" value="internal">${words.addInternal}</button>
      </div>
    </form>
  </section>`;
}
