import { layout, type Moves } from './layout';
import type { Visit } from './visit';
import { html, type Markup } from './web/html';

/** Why a page is not shown, in a sentence, with what Jira said where it was Jira that refused. */
export function refusalPage(visit: Visit, moves: Moves, reason: string, jiraSaid: string | null): Markup {
  const { refusal } = visit.texts;
  return layout(visit, {
    title: refusal.title,
    kind: 'start',
    moves,
    body: html`<main class="start-main">
      <h1>${refusal.title}</h1>
      <p>${reason}</p>
      ${jiraSaid === null ? null : html`<p class="subtle">${refusal.jiraSays}: ${jiraSaid}</p>`}
      <p><a class="button button-primary" href="/">${refusal.doors}</a></p>
    </main>`,
  });
}
