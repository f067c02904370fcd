import type { IssueThing } from './jira-shapes';
import type { Visit } from './visit';
import { html, type Markup } from './web/html';

/** What changed on an issue, the newest first, folded away until somebody asks. */
export function historyList({ texts: { issue: words }, format, now }: Visit, issue: IssueThing): Markup {
  const histories = issue.changelog?.histories ?? [];
  return html`<details class="history">
    <summary>
      <h2>${words.history}</h2>
      <span class="small subtle">${histories.length}</span>
    </summary>
    <ol class="small">
      ${histories.map(
        ({ author, created, items }) =>
          html`<li>
            <b>${author.displayName}</b> <span class="subtle">${format.instant(Date.parse(created), now)}</span>
            ${items.map((item) => html`<div>${words.changed(...changeOf(item))}</div>`)}
          </li>`,
      )}
    </ol>
  </details>`;
}

function changeOf(item: Readonly<Record<string, unknown>>): [field: string, from: string, to: string] {
  const text = (value: unknown): string => (typeof value === 'string' && value !== '' ? value : '–');
  return [text(item['field']), text(item['fromString']), text(new Map(Object.entries(item)).get('toString'))];
}
