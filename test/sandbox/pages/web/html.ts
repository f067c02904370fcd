/** Markup that is safe to send: everything put into `html` is escaped, except markup made by `html` itself. */
export class Markup {
  constructor(readonly text: string) {}
  toString(): string {
    return this.text;
  }
}

type Value = Markup | string | number | null | false | readonly Value[];

/** Tagged template: `` html`<b>${name}</b>` `` escapes `name`; null and false leave nothing, lists are joined. */
export function html(strings: TemplateStringsArray, ...values: readonly Value[]): Markup {
  return new Markup(strings.reduce((text, part, index) => text + markupOf(values[index - 1] ?? null) + part));
}

/** Markup from this program itself, such as an icon. */
export const raw = (text: string): Markup => new Markup(text);

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

function markupOf(value: Value): string {
  if (value instanceof Markup) return value.text;
  if (value === null || value === false) return '';
  if (typeof value === 'object') return value.map(markupOf).join('');
  return String(value).replace(/[&<>"']/g, (character) => ESCAPES[character] ?? character);
}
