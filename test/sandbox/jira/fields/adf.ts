/** Atlassian document format: what passes as a document, plain text as a document, and a document as plain text. */
import { isRecord } from '../http/call';
import type { Json, JsonObject } from '../model';

/** A document of version 1 with a content array, as Jira demands; nothing deeper is checked. */
export function isDocument(value: unknown): value is JsonObject {
  return isRecord(value) && value['type'] === 'doc' && value['version'] === 1 && Array.isArray(value['content']);
}

/** One paragraph a line. */
export function documentOf(text: string): JsonObject {
  return {
    type: 'doc',
    version: 1,
    content: text.split('\n').map((line) => ({
      type: 'paragraph',
      content: line === '' ? [] : [{ type: 'text', text: line }],
    })),
  };
}

/** The words of a document, blocks on lines of their own. */
export function textOf(node: Json): string {
  if (!isRecord(node)) return '';
  if (typeof node['text'] === 'string') return node['text'];
  if (node['type'] === 'hardBreak') return '\n';
  const children = Array.isArray(node['content']) ? node['content'] : [];
  const isBlockList = children.some(
    (child) => isRecord(child) && child['type'] !== 'text' && child['type'] !== 'hardBreak',
  );
  return children.map((child: Json) => textOf(child)).join(isBlockList ? '\n' : '');
}
