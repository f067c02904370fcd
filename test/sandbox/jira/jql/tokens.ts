/** A query cut into tokens. */
import { JqlError } from './jql-error';

export type Token =
  { kind: 'word'; text: string } | { kind: 'quoted'; text: string } | { kind: 'symbol'; text: string };

const SYMBOLS = ['!=', '<=', '>=', '!~', '=', '<', '>', '~', '(', ')', ',', '!', '&&', '&', '||', '|'];
const WORD = /[^\s=!<>~(),"'&|]/;

/** Tokens in order. Throws on a quote that is never closed. */
export function tokensOf(jql: string): Token[] {
  const tokens: Token[] = [];
  let at = 0;
  while (at < jql.length) {
    const char = jql.charAt(at);
    if (/\s/.test(char)) {
      at += 1;
    } else if (char === '"' || char === "'") {
      const quoted = readQuoted(jql, at);
      tokens.push({ kind: 'quoted', text: quoted.text });
      at = quoted.end;
    } else {
      const symbol = SYMBOLS.find((candidate) => jql.startsWith(candidate, at));
      const text = symbol ?? readWord(jql, at);
      tokens.push({ kind: symbol === undefined ? 'word' : 'symbol', text });
      at += text.length;
    }
  }
  return tokens;
}

function readWord(jql: string, start: number): string {
  let end = start;
  while (end < jql.length && WORD.test(jql.charAt(end))) end += 1;
  return jql.slice(start, end);
}

function readQuoted(jql: string, start: number): { text: string; end: number } {
  const quote = jql.charAt(start);
  let text = '';
  for (let at = start + 1; at < jql.length; at += 1) {
    const char = jql.charAt(at);
    if (char === quote) return { text, end: at + 1 };
    if (char === '\\') {
      at += 1;
      text += jql.charAt(at);
    } else {
      text += char;
    }
  }
  throw new JqlError(`Error in the JQL Query: The quoted string '${text}' has not been completed.`);
}
