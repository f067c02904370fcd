import { frame, type FrameSubject } from './frame';
import { html, type Markup } from './web/html';

/** A level in a form of Jira's or the portal's: the field's own editor, whose value the form takes along. */
export function levelFormField(parts: {
  readonly level: 'impact' | 'urgency';
  readonly fieldId: string;
  readonly title: string;
  readonly hint: Markup | null;
  readonly subject: FrameSubject;
  /** What is stored already. */
  readonly value: string;
}): Markup {
  const { level, fieldId, title, hint, subject, value } = parts;
  return html`<div class="form-field" role="group" aria-label="${title}">
    <span class="form-label">${title}${hint}</span>
    ${frame({ moduleKey: level, place: 'edit', subject, title, submits: { kind: 'form-value', input: fieldId } })}
    <input type="hidden" name="${fieldId}" value="${value}" />
  </div>`;
}
