/** JQL: clauses joined by AND, OR and NOT, and ORDER BY. Searches of history (WAS, CHANGED) are refused by name. */
import type { Clause, Comparison, Operand, Query, Sorting } from './ast';
import { JqlError } from './jql-error';
import type { Token } from './tokens';
import { tokensOf } from './tokens';

const SIMPLE: readonly string[] = ['=', '!=', '<', '<=', '>', '>=', '~', '!~'];

/** Throws JqlError on anything that is no query. */
export function parseJql(jql: string): Query {
  const parser = new Parser(tokensOf(jql));
  return parser.query();
}

class Parser {
  private at = 0;

  constructor(private readonly tokens: readonly Token[]) {}

  query(): Query {
    const where = this.isDone() || this.isWord('order') ? null : this.or();
    const order = this.takeWord('order') ? this.order() : [];
    if (!this.isDone()) throw this.unexpected();
    return { where, order };
  }

  private or(): Clause {
    const parts = [this.and()];
    while (this.takeWord('or') || this.takeSymbol('||') || this.takeSymbol('|')) parts.push(this.and());
    return parts.length === 1 ? (parts[0] as Clause) : { kind: 'or', parts };
  }

  private and(): Clause {
    const parts = [this.not()];
    while (this.takeWord('and') || this.takeSymbol('&&') || this.takeSymbol('&')) parts.push(this.not());
    return parts.length === 1 ? (parts[0] as Clause) : { kind: 'and', parts };
  }

  private not(): Clause {
    if (this.takeWord('not') || this.takeSymbol('!')) return { kind: 'not', part: this.not() };
    if (!this.takeSymbol('(')) return this.comparison();
    const inner = this.or();
    this.need(')');
    return inner;
  }

  private comparison(): Clause {
    const field = this.text();
    const operator = this.operator();
    const operands = operator === 'in' || operator === 'not in' ? this.list() : [this.operand()];
    return { kind: 'compare', field, operator, operands };
  }

  private operator(): Comparison {
    const token = this.tokens[this.at];
    if (token?.kind === 'symbol' && SIMPLE.includes(token.text)) {
      this.at += 1;
      return token.text as Comparison;
    }
    if (this.takeWord('in')) return 'in';
    if (this.takeWord('not')) {
      if (this.takeWord('in')) return 'not in';
      throw this.unexpected();
    }
    if (this.takeWord('is')) return this.takeWord('not') ? 'is not' : 'is';
    if (this.isWord('was') || this.isWord('changed')) {
      throw new JqlError('The stand-in Jira does not search the history of fields (WAS, CHANGED).');
    }
    throw this.unexpected();
  }

  /** A list in parentheses, or a function that gives one. */
  private list(): Operand[] {
    if (!this.takeSymbol('(')) return [this.operand()];
    const operands = [this.operand()];
    while (this.takeSymbol(',')) operands.push(this.operand());
    this.need(')');
    return operands;
  }

  private operand(): Operand {
    const isWord = this.tokens[this.at]?.kind === 'word';
    const text = this.text();
    if (isWord && ['empty', 'null'].includes(text.toLowerCase())) return { kind: 'empty' };
    if (!isWord || !this.takeSymbol('(')) return { kind: 'literal', text };
    const args: string[] = [];
    while (!this.takeSymbol(')')) {
      args.push(this.text());
      this.takeSymbol(',');
    }
    return { kind: 'call', name: text, args };
  }

  private order(): Sorting[] {
    if (!this.takeWord('by')) throw this.unexpected();
    const sorting: Sorting[] = [];
    do {
      const field = this.text();
      const descending = this.takeWord('desc');
      if (!descending) this.takeWord('asc');
      sorting.push({ field, descending });
    } while (this.takeSymbol(','));
    return sorting;
  }

  private text(): string {
    const token = this.tokens[this.at];
    if (token === undefined || token.kind === 'symbol') throw this.unexpected();
    this.at += 1;
    return token.text;
  }

  private need(symbol: string): void {
    if (!this.takeSymbol(symbol)) throw this.unexpected();
  }

  private takeSymbol(symbol: string): boolean {
    const token = this.tokens[this.at];
    if (token?.kind !== 'symbol' || token.text !== symbol) return false;
    this.at += 1;
    return true;
  }

  private takeWord(word: string): boolean {
    if (!this.isWord(word)) return false;
    this.at += 1;
    return true;
  }

  private isWord(word: string): boolean {
    const token = this.tokens[this.at];
    return token?.kind === 'word' && token.text.toLowerCase() === word;
  }

  private isDone(): boolean {
    return this.at >= this.tokens.length;
  }

  private unexpected(): JqlError {
    const token = this.tokens[this.at];
    return new JqlError(
      token === undefined
        ? 'Error in the JQL Query: The query ended where more was expected.'
        : `Error in the JQL Query: Expecting something else than '${token.text}'.`,
    );
  }
}
