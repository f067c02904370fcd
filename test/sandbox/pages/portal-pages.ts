import { frame } from './frame';
import { icon } from './icons';
import type { NamedThing, Page, RequestCommentThing, RequestThing } from './jira-shapes';
import { layout, type Moves } from './layout';
import type { SiteFacts } from './site-facts';
import type { Visit } from './visit';
import { html, type Markup } from './web/html';

/** The customer's requests, and those of their organization. */
export async function portalPage(visit: Visit, moves: Moves): Promise<Markup> {
  const { texts, rest, format, now } = visit;
  const { portal } = texts;
  const { values } = await rest.get<Page<RequestThing>>(
    '/rest/servicedeskapi/request?requestOwnership=ALL_REQUESTS&requestStatus=ALL_REQUESTS&limit=50',
  );
  return layout(visit, {
    title: `${portal.myRequests}, ${portal.help}`,
    kind: 'portal',
    moves,
    body: html`${portalHeader(visit)}
      <main class="portal-main">
        <div class="row between">
          <h1>${portal.myRequests}</h1>
          <a class="button button-primary" href="/portal/new">${icon('plus')}${portal.newRequest}</a>
        </div>
        <div data-live id="requests">
          ${
            values.length === 0
              ? html`<p class="empty">${portal.noRequests}</p>`
              : html`<ul class="requests">
                  ${values.map(
                    (request) =>
                      html`<li>
                        <a href="/portal/requests/${request.issueKey}"
                          ><b>${request.summary}</b>
                          <span class="small subtle"
                            >${request.issueKey}, ${request.reporter?.displayName ?? ''},
                            ${format.instant(request.createdDate.epochMillis, now)}</span
                          ></a
                        >
                        ${statusLozenge(request)}
                      </li>`,
                  )}
                </ul>`
          }
        </div>
      </main>`,
  });
}

export function portalHeader({ texts: { portal } }: Visit): Markup {
  return html`<div class="product-head portal-head">
    <nav aria-label="${portal.help}">
      <span class="product-name">${portal.help}</span><a href="/portal">${icon('list')}${portal.myRequests}</a>
    </nav>
  </div>`;
}

const CATEGORIES: Readonly<Record<string, string>> = { NEW: 'new', INDETERMINATE: 'indeterminate', DONE: 'done' };

const statusLozenge = ({ currentStatus }: RequestThing): Markup =>
  html`<span class="status status-${CATEGORIES[currentStatus.statusCategory] ?? 'new'}">${currentStatus.status}</span>`;

/** One request as its customer sees it on the portal, with the app's panel in the side column. */
export async function requestPage(visit: Visit, moves: Moves, facts: SiteFacts, key: string): Promise<Markup> {
  const { rest, texts, format, now } = visit;
  const { portal } = texts;
  const path = `/rest/servicedeskapi/request/${encodeURIComponent(key)}`;
  const [request, comments, transitions] = await Promise.all([
    rest.get<RequestThing>(path),
    rest.get<Page<RequestCommentThing>>(`${path}/comment?limit=50`),
    rest.get<Page<NamedThing>>(`${path}/transition`),
  ]);
  const panelTitle = facts.moduleName('customer-panel', texts.language);
  return layout(visit, {
    title: `${request.issueKey} ${request.summary}`,
    kind: 'portal',
    moves,
    body: html`${portalHeader(visit)}
      <main class="portal-main request" data-issue="${request.issueKey}">
        <p class="small"><a href="/portal">${portal.back}</a> / ${request.issueKey}</p>
        <div class="issue-columns">
          <div class="issue-body">
            <h1>${request.summary}</h1>
            <p class="small subtle">
              ${request.reporter?.displayName ?? ''}, ${format.instant(request.createdDate.epochMillis, now)}
            </p>
            <section aria-labelledby="details-title">
              <h2 id="details-title">${portal.details}</h2>
              ${fieldValues(visit, facts, request)}
            </section>
            <section aria-labelledby="activity-title">
              <h2 id="activity-title">${portal.activity}</h2>
              <ol class="comments" data-live id="comments">
                ${comments.values.map(
                  ({ author, body, created }) =>
                    html`<li class="comment">
                      <p class="small">
                        <b>${author.displayName}</b>
                        <span class="subtle">${format.instant(created.epochMillis, now)}</span>
                      </p>
                      <div class="prose">${body.split('\n').map((line) => html`<p>${line}</p>`)}</div>
                    </li>`,
                )}
              </ol>
              <form method="post" action="/portal/requests/${request.issueKey}/comment" class="stack">
                <label for="message">${portal.message}</label>
                <textarea id="message" name="text" rows="3" required></textarea>
                <button class="button button-primary">${portal.sendMessage}</button>
              </form>
            </section>
          </div>
          <div class="issue-side">
            <section class="box status-box" data-live id="status" aria-label="${portal.status}">
              <p>${statusLozenge(request)}</p>
              ${transitionForm(visit, request, transitions.values)}
            </section>
            <section class="box panel" aria-labelledby="panel-title">
              <h2 id="panel-title">${panelTitle}</h2>
              ${frame({ moduleKey: 'customer-panel', subject: { requestKey: request.issueKey }, title: panelTitle })}
            </section>
          </div>
        </div>
      </main>`,
  });
}

function transitionForm(
  { texts: { portal } }: Visit,
  { issueKey }: RequestThing,
  transitions: readonly NamedThing[],
): Markup | null {
  if (transitions.length === 0) return null;
  return html`<form
    method="post"
    action="/portal/requests/${issueKey}/transition"
    class="row"
    aria-label="${portal.actions}"
  >
    ${transitions.map(({ id, name }) => html`<button class="button" name="transition" value="${id}">${name}</button>`)}
  </form>`;
}

/** What was sent: the app's own fields by their portal view, the others as they are. */
function fieldValues({ texts }: Visit, facts: SiteFacts, request: RequestThing): Markup {
  const levels = new Map((['impact', 'urgency'] as const).map((key) => [facts.fieldId(key), key]));
  return html`<dl class="facts">
    ${request.requestFieldValues.map(({ fieldId, label, value }) => {
      const level = levels.get(fieldId);
      if (level !== undefined) {
        const name = facts.moduleName(level, texts.language);
        const subject = { requestKey: request.issueKey };
        return html`<dt>${name}</dt>
          <dd>${frame({ moduleKey: level, place: 'view', subject, title: name })}</dd>`;
      }
      if (fieldId === 'summary' || typeof value !== 'string') return null;
      const words = fieldId === 'description' ? texts.portal.description : label;
      return html`<dt>${words}</dt>
        <dd class="prose">${value.split('\n').map((line) => html`<p>${line}</p>`)}</dd>`;
    })}
  </dl>`;
}
