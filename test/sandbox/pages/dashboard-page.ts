import { frame } from './frame';
import { layout, type Moves } from './layout';
import { jiraHeader } from './queue-page';
import type { SiteFacts } from './site-facts';
import type { Visit } from './visit';
import { html, type Markup } from './web/html';

const PATH = '/dashboard';

/**
 * A dashboard with the app's gadget. Its configuration is in the address; a gadget without any shows its edit view first, as
 * one that was just added does.
 */
export function dashboardPage(visit: Visit, moves: Moves, facts: SiteFacts, asked: URLSearchParams): Markup {
  const { queue, language } = visit.texts;
  const title = facts.moduleName('sla-gadget', language);
  const projectId = asked.get('project');
  const isEdited = projectId === null || asked.has('edit');
  return layout(visit, {
    title: queue.dashboard,
    kind: 'jira',
    moves,
    body: html`${jiraHeader(visit)}
      <main class="jira-main">
        <h1>${queue.dashboard}</h1>
        <article class="gadget-card">
          <div class="gadget-head">
            <h2>${title}</h2>
            ${isEdited ? null : html`<a href="${PATH}?project=${projectId}&edit">${queue.editGadget}</a>`}
          </div>
          ${frame({
            moduleKey: 'sla-gadget',
            place: isEdited ? 'edit' : 'main',
            subject: { gadget: { projectId }, entryPoint: isEdited ? 'edit' : 'view' },
            title,
            ...(isEdited ? { submits: { kind: 'configure-gadget', url: PATH } as const } : {}),
          })}
        </article>
      </main>`,
  });
}
