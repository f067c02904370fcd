/** Jira's own screens on which agents fill in fields: creating an issue, and a transition that asks for more. */
import type { FrameSubject } from './frame';
import type { IssueThing } from './jira-shapes';
import { layout, type Moves } from './layout';
import { levelFormField } from './level-form-field';
import { jiraHeader } from './queue-page';
import type { SiteFacts } from './site-facts';
import type { Visit } from './visit';
import { html, type Markup } from './web/html';

/** The one transition of the workflow that has a screen. */
export const TRANSITION_WITH_SCREEN = 'Escalate this issue';

/** The form that creates an issue. */
export function createScreen(visit: Visit, moves: Moves, facts: SiteFacts): Markup {
  const { texts } = visit;
  return screen(visit, moves, texts.queue.create, {
    action: '/create',
    back: '/queue',
    fields: html`<div class="form-field">
        <label class="form-label" for="summary">${texts.portal.summary}</label>
        <input id="summary" name="summary" required />
      </div>
      ${levelFields(visit, facts, { createsIn: facts.projectKey }, {})}`,
  });
}

/** The screen of a transition, with the issue's own values in it. Throws JiraRefusal where this person may not see it. */
export async function transitionScreen(
  visit: Visit,
  moves: Moves,
  facts: SiteFacts,
  key: string,
  transitionId: string,
): Promise<Markup> {
  const path = `/rest/api/3/issue/${encodeURIComponent(key)}?fields=*all&expand=transitions`;
  const issue = await visit.rest.get<IssueThing>(path);
  const name = issue.transitions?.find(({ id }) => id === transitionId)?.name ?? TRANSITION_WITH_SCREEN;
  return screen(visit, moves, name, {
    action: `/browse/${issue.key}/transition`,
    back: `/browse/${issue.key}`,
    fields: html`<input type="hidden" name="transition" value="${transitionId}" />
      ${levelFields(visit, facts, { issueKey: issue.key, transitionId }, issue.fields)}`,
  });
}

function screen(
  visit: Visit,
  moves: Moves,
  title: string,
  { action, back, fields }: { readonly action: string; readonly back: string; readonly fields: Markup },
): Markup {
  return layout(visit, {
    title,
    kind: 'jira',
    moves,
    body: html`${jiraHeader(visit)}
      <main class="jira-main portal-form">
        <h1>${title}</h1>
        <form method="post" action="${action}" class="stack request-form">
          ${fields}
          <div class="row">
            <button class="button button-primary">${title}</button>
            <a class="button" href="${back}">${visit.texts.issue.cancel}</a>
          </div>
        </form>
      </main>`,
  });
}

function levelFields(
  { texts }: Visit,
  facts: SiteFacts,
  subject: FrameSubject,
  values: Readonly<Record<string, unknown>>,
): Markup[] {
  return (['impact', 'urgency'] as const).map((level) => {
    const fieldId = facts.fieldId(level);
    const value = values[fieldId];
    const title = facts.moduleName(level, texts.language);
    return levelFormField({
      level,
      fieldId,
      title,
      hint: null,
      subject,
      value: typeof value === 'string' ? value : '',
    });
  });
}
