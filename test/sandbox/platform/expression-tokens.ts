export type Token =
  | { kind: 'literal'; text: string; value: string | number | boolean | null }
  | { kind: 'name'; text: string }
  | { kind: 'symbol'; text: string };

const PATTERN =
  /\s+|(?<string>'(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*")|(?<number>\d+(?:\.\d+)?)|(?<name>[A-Za-z_$][\w$]*)|(?<symbol>\?\.|=>|==|!=|&&|\|\||[!()[\].,])/y;
const WORDS = new Map<string, boolean | null>([
  ['true', true],
  ['false', false],
  ['null', null],
]);

/** The tokens of a filter expression; throws, naming `place`, on a character that begins none. */
export function tokenize(source: string, place: string): Token[] {
  const tokens: Token[] = [];
  PATTERN.lastIndex = 0;
  while (PATTERN.lastIndex < source.length) {
    const start = PATTERN.lastIndex;
    const groups = PATTERN.exec(source)?.groups;
    if (groups === undefined) {
      throw new Error(
        `${place}: the local site does not evaluate "${source.slice(start, start + 10)}" in an expression.`,
      );
    }
    const token = tokenOf(groups);
    if (token !== null) tokens.push(token);
  }
  return tokens;
}

function tokenOf(groups: Record<string, string | undefined>): Token | null {
  const { string, number, name, symbol } = groups;
  if (string !== undefined) return { kind: 'literal', text: string, value: unquote(string) };
  if (number !== undefined) return { kind: 'literal', text: number, value: Number(number) };
  if (symbol !== undefined) return { kind: 'symbol', text: symbol };
  if (name === undefined) return null;
  const word = WORDS.get(name);
  return word === undefined ? { kind: 'name', text: name } : { kind: 'literal', text: name, value: word };
}

function unquote(text: string): string {
  return text.slice(1, -1).replace(/\\(.)/g, '$1');
}
