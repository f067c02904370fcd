import { html, type Markup } from './web/html';

interface Node {
  readonly type?: string;
  readonly text?: string;
  readonly content?: readonly Node[];
}

/** The markup of a document in Atlassian's format: its paragraphs, list items and line breaks, as plain text. */
export function adfMarkup(document: unknown): Markup {
  if (typeof document === 'string') return html`<p>${document}</p>`;
  return html`${blocksOf((document ?? {}) as Node).map((block) => html`<p>${inline(block)}</p>`)}`;
}

/** Plain text as a document of one paragraph a line. */
export function adfOf(text: string): unknown {
  const lines = text.replaceAll('\r\n', '\n').split('\n');
  const content = lines.map((line) => ({
    type: 'paragraph',
    content: line === '' ? [] : [{ type: 'text', text: line }],
  }));
  return { type: 'doc', version: 1, content };
}

/** Whatever holds text itself, in order, however deep it lies. */
function blocksOf(node: Node): readonly Node[] {
  const children = node.content ?? [];
  const holdsText = children.some(({ type }) => type === 'text' || type === 'hardBreak');
  return holdsText ? [node] : children.flatMap(blocksOf);
}

const inline = ({ content = [] }: Node): Markup[] =>
  content.map(({ type, text }) => (type === 'hardBreak' ? html`<br />` : html`${text ?? ''}`));
