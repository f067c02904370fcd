import { frame } from './frame';
import { layout, type Moves } from './layout';
import { jiraHeader } from './queue-page';
import type { SiteFacts } from './site-facts';
import type { Visit } from './visit';
import { html, type Markup } from './web/html';

/** Jira's settings, with the app's page where an administrator finds it. */
export function adminShell(visit: Visit, moves: Moves, facts: SiteFacts): Markup {
  const { admin, language } = visit.texts;
  const title = facts.moduleName('admin-page', language);
  return layout(visit, {
    title: `${title}, ${admin.settings}`,
    kind: 'jira',
    moves,
    body: html`${jiraHeader(visit)}
      <div class="settings">
        <nav class="settings-nav" aria-label="${admin.settings}">
          <h2>${admin.settings}</h2>
          <ul>
            ${admin.otherEntries.map((entry) => html`<li class="subtle">${entry}</li>`)}
            <li>
              ${admin.apps}
              <ul>
                <li><a href="/admin" aria-current="page">${title}</a></li>
              </ul>
            </li>
          </ul>
        </nav>
        <main class="settings-main">
          <h1>${title}</h1>
          ${frame({ moduleKey: 'admin-page', subject: null, title })}
        </main>
      </div>`,
  });
}
