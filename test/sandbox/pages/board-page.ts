import { frame } from './frame';
import { layout, type Moves } from './layout';
import { jiraHeader } from './queue-page';
import type { SiteFacts } from './site-facts';
import type { Visit } from './visit';
import { html, type Markup } from './web/html';

/** A project's page of the app, where Jira's own menu of the project leads to it. */
export function boardPage(visit: Visit, moves: Moves, facts: SiteFacts, projectKey: string): Markup {
  const title = facts.moduleName('sla-board', visit.texts.language);
  return layout(visit, {
    title: `${title}, ${visit.texts.queue.project}`,
    kind: 'jira',
    moves,
    body: html`${jiraHeader(visit)}
      <main class="app-main">
        <h1 class="visually-hidden">${title}</h1>
        ${frame({ moduleKey: 'sla-board', subject: { projectKey }, title })}
      </main>`,
  });
}
