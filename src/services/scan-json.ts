/** White space, then a mark, a text, a number or a word of JSON, each in a group of its own. */
const TOKEN =
  /[ \t\n\r]*(?:([{}[\],:])|("(?:[^"\\\u0000-\u001F]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*")|(-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null))/y;

type Expected = 'value' | 'value-or-end' | 'name' | 'name-or-end' | 'colon' | 'comma-or-end' | 'nothing';

interface Level {
  /** Null for a list. */
  readonly names: Set<string> | null;
  at: string | number;
}

export interface JsonScan {
  /** Where the text ceases to be JSON; null where it never does. */
  readonly fault: number | null;
  /** Places where an object has a name twice: JSON.parse keeps the last and says nothing. */
  readonly repeated: readonly string[];
}

/** What JSON.parse does not tell, in every engine alike: where a text goes wrong, and which names it would drop. */
export function scanJson(text: string): JsonScan {
  const repeated: string[] = [];
  const levels: Level[] = [];
  const closed = (): Expected => (levels.length === 0 ? 'nothing' : 'comma-or-end');
  let expected: Expected = 'value';
  let offset = 0;
  for (;;) {
    TOKEN.lastIndex = offset;
    const [token, mark, quoted, other] = TOKEN.exec(text) ?? [];
    if (token === undefined) break;
    const next = afterToken();
    if (next === null) break;
    expected = next;
    offset += token.length;

    function afterToken(): Expected | null {
      const level = levels.at(-1);
      const takesValue = expected === 'value' || expected === 'value-or-end';
      const takesName = expected === 'name' || expected === 'name-or-end';
      if (quoted !== undefined && takesName && level?.names) {
        const name = JSON.parse(quoted) as string;
        level.at = name;
        if (level.names.has(name)) repeated.push(levels.map(({ at }) => at).join('.'));
        level.names.add(name);
        return 'colon';
      }
      if (quoted !== undefined || other !== undefined) return takesValue ? closed() : null;
      switch (mark) {
        case '{':
        case '[': {
          if (!takesValue) return null;
          levels.push(mark === '{' ? { names: new Set(), at: '' } : { names: null, at: 0 });
          return mark === '{' ? 'name-or-end' : 'value-or-end';
        }
        case '}':
        case ']': {
          const ends = expected === 'comma-or-end' || expected === (mark === '}' ? 'name-or-end' : 'value-or-end');
          if (!ends || level === undefined || (level.names !== null) !== (mark === '}')) return null;
          levels.pop();
          return closed();
        }
        case ',': {
          if (expected !== 'comma-or-end' || level === undefined) return null;
          if (typeof level.at === 'number') level.at += 1;
          return level.names === null ? 'value' : 'name';
        }
        case undefined:
        default:
          return expected === 'colon' ? 'value' : null;
      }
    }
  }
  const rest = /\S/.exec(text.slice(offset));
  return { fault: expected === 'nothing' && rest === null ? null : offset + (rest?.index ?? 0), repeated };
}
