import { frame } from './frame';
import type { Page, RequestTypeFieldThing, RequestTypeThing } from './jira-shapes';
import { layout, type Moves } from './layout';
import { levelFormField } from './level-form-field';
import { portalHeader } from './portal-pages';
import type { SiteFacts } from './site-facts';
import type { Visit } from './visit';
import { html, type Markup } from './web/html';

/** The form's input for what the app's panel submits. */
export const PROPERTY_INPUT = 'app-property';

/** What a person had already written when the form was refused. */
export interface Draft {
  readonly summary: string;
  readonly description: string;
  readonly problem: string;
}

/** The form of a request type: Jira's own fields as plain inputs, the app's fields by their own editors. */
export async function newRequestPage(
  visit: Visit,
  moves: Moves,
  facts: SiteFacts,
  chosenType: string | null,
  draft: Draft | null,
): Promise<Markup> {
  const { rest, texts } = visit;
  const { portal } = texts;
  const desk = `/rest/servicedeskapi/servicedesk/${facts.serviceDeskId}/requesttype`;
  const types = (await rest.get<Page<RequestTypeThing>>(desk)).values;
  const type = types.find(({ id }) => id === chosenType) ?? types[0];
  if (type === undefined) throw new Error('the service desk has no request type');
  const { requestTypeFields } = await rest.get<{ requestTypeFields: readonly RequestTypeFieldThing[] }>(
    `${desk}/${type.id}/field`,
  );
  return layout(visit, {
    title: `${portal.newRequest}, ${portal.help}`,
    kind: 'portal',
    moves,
    body: html`${portalHeader(visit)}
      <main class="portal-main portal-form">
        <p class="small"><a href="/portal">${portal.back}</a></p>
        <h1>${portal.newRequest}</h1>
        <nav class="tabs" aria-label="${portal.type}">
          ${types.map(
            ({ id, name }) =>
              html`<a href="/portal/new?type=${id}" ${id === type.id ? html`aria-current="page"` : null}>${name}</a>`,
          )}
        </nav>
        <p class="subtle">${type.description}</p>
        ${draft === null ? null : html`<p class="problem" role="alert">${draft.problem}</p>`}
        <form method="post" action="/portal/new" class="stack request-form">
          <input type="hidden" name="type" value="${type.id}" />
          ${requestTypeFields.map((field) => formField(visit, facts, type.id, field, draft))}
          ${appPanel(visit, type.id)}
          <button class="button button-primary">${portal.send}</button>
        </form>
      </main>`,
  });
}

/** The app's own panel in the form: what it submits is kept as an issue property with the request. */
function appPanel({ texts }: Visit, typeId: string): Markup {
  return html`<div class="form-field">
    ${frame({
      moduleKey: 'request-form',
      subject: { requestTypeId: typeId },
      title: texts.portal.appPanel,
      submits: { kind: 'form-property', input: PROPERTY_INPUT },
    })}
    <input type="hidden" name="${PROPERTY_INPUT}" value="" />
  </div>`;
}

function formField(
  { texts }: Visit,
  facts: SiteFacts,
  typeId: string,
  { fieldId, name, required }: RequestTypeFieldThing,
  draft: Draft | null,
): Markup {
  const { portal } = texts;
  const hint = required ? null : html` <span class="small subtle">(${portal.optional})</span>`;
  const level = (['impact', 'urgency'] as const).find((key) => facts.fieldId(key) === fieldId);
  if (level !== undefined) {
    const title = facts.moduleName(level, texts.language);
    return levelFormField({ level, fieldId, title, hint, subject: { requestTypeId: typeId }, value: '' });
  }
  if (fieldId === 'description') {
    return html`<div class="form-field">
      <label class="form-label" for="description">${portal.description}${hint}</label>
      <textarea id="description" name="description" rows="4">${draft?.description ?? ''}</textarea>
    </div>`;
  }
  return html`<div class="form-field">
    <label class="form-label" for="${fieldId}">${fieldId === 'summary' ? portal.summary : name}${hint}</label>
    <input id="${fieldId}" name="${fieldId}" value="${fieldId === 'summary' ? (draft?.summary ?? '') : ''}" />
  </div>`;
}
