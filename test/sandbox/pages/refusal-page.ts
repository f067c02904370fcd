import { layout, type Moves } from './layout';
import type { Visit } from './visit';
import { html, type Markup } from './web/html';

/** Why a page is not shown: the site's own reason, or what Jira said where it was Jira that refused; neither is no page. */
export function refusalPage(visit: Visit, moves: Moves, reason: string | null, jiraSaid: string | null): Markup {
  const { refusal } = visit.texts;
  const isUnknown = reason === null && jiraSaid === null;
  return layout(visit, {
    title: isUnknown ? refusal.notFound : refusal.title,
    kind: 'start',
    moves,
    body: html`<main class="start-main">
      <h1>${isUnknown ? refusal.notFound : refusal.title}</h1>
      ${reason === null ? null : html`<p>${reason}</p>`}
      ${jiraSaid === null ? null : html`<p class="subtle">${refusal.jiraSays}: ${jiraSaid}</p>`}
      <p><a class="button button-primary" href="/">${refusal.doors}</a></p>
    </main>`,
  });
}
