import { isObject } from './json';
import { tokenize, type Token } from './expression-tokens';

export type ExpressionOutcome = { kind: 'value'; value: boolean } | { kind: 'error'; message: string };
export type EventExpression = (event: unknown) => ExpressionOutcome;

type Scope = Record<string, unknown>;
type Evaluate = (scope: Scope, budget: Budget) => unknown;

interface Budget {
  steps: number;
}

const MOST_CHARACTERS = 10_000;
const MOST_STEPS = 50_000;

/**
 * Compiles the part of Jira's expression language that an event filter needs: paths on `event` (also `?.` and `[…]`),
 * `==`, `!=`, `&&`, `||`, `!`, literals of strings, numbers, booleans, null and lists, `.includes(x)`, `.some(x => …)`,
 * `.map(x => …)`. A property that is missing is null; a property of null is an error, as Jira's own evaluation has it.
 * Throws, naming `place`, where an expression goes beyond that: it might mean something else in the cloud.
 */
export function compileExpression(source: string, place: string): EventExpression {
  if (source.length > MOST_CHARACTERS) throw new Error(`${place}: an expression has at most 10,000 characters.`);
  const parser = new Parser(tokenize(source, place), place);
  const evaluate = parser.parse();
  return (event) => {
    try {
      const value = evaluate({ event }, { steps: 0 });
      if (typeof value === 'boolean') return { kind: 'value', value };
      return { kind: 'error', message: `The expression gave ${typeof value}, not a boolean.` };
    } catch (error) {
      return { kind: 'error', message: error instanceof Error ? error.message : String(error) };
    }
  };
}

class Parser {
  private position = 0;
  private readonly names = ['event'];

  constructor(
    private readonly tokens: readonly Token[],
    private readonly place: string,
  ) {}

  parse(): Evaluate {
    const expression = this.either();
    if (this.position < this.tokens.length) this.refuse();
    return expression;
  }

  private either(): Evaluate {
    let left = this.both();
    while (this.accept('||')) {
      const [first, second] = [left, this.both()];
      left = (scope, budget) => truth(first(scope, budget)) || truth(second(scope, budget));
    }
    return left;
  }

  private both(): Evaluate {
    let left = this.equality();
    while (this.accept('&&')) {
      const [first, second] = [left, this.equality()];
      left = (scope, budget) => truth(first(scope, budget)) && truth(second(scope, budget));
    }
    return left;
  }

  private equality(): Evaluate {
    const left = this.unary();
    const operator = ['==', '!='].find((symbol) => this.accept(symbol));
    if (operator === undefined) return left;
    const right = this.unary();
    return (scope, budget) => sameValue(left(scope, budget), right(scope, budget)) === (operator === '==');
  }

  private unary(): Evaluate {
    if (!this.accept('!')) return this.postfix();
    const operand = this.unary();
    return (scope, budget) => !truth(operand(scope, budget));
  }

  private postfix(): Evaluate {
    let target = this.primary();
    for (;;) {
      if (this.accept('.') || this.accept('?.')) {
        const isOptional = this.tokens[this.position - 1]?.text === '?.';
        const name = this.expectName();
        target = this.accept('(') ? this.method(target, name, isOptional) : member(target, () => name, isOptional);
      } else if (this.accept('[')) {
        const key = this.either();
        this.expect(']');
        target = member(target, key, false);
      } else {
        return target;
      }
    }
  }

  private method(target: Evaluate, name: string, isOptional: boolean): Evaluate {
    if (name === 'includes') {
      const wanted = this.either();
      this.expect(')');
      return onList(target, name, isOptional, (list, scope, budget) => {
        const value = wanted(scope, budget);
        return list.some((item) => sameValue(item, value));
      });
    }
    if (name !== 'some' && name !== 'map') return this.refuse(name);
    const parameter = this.expectName();
    this.expect('=>');
    this.names.push(parameter);
    const body = this.either();
    this.names.pop();
    this.expect(')');
    return onList(target, name, isOptional, (list, scope, budget) => {
      const each = (item: unknown): unknown => body({ ...scope, [parameter]: item }, budget);
      return name === 'map' ? list.map(each) : list.some((item) => truth(each(item)));
    });
  }

  private primary(): Evaluate {
    const token = this.tokens[this.position];
    if (token === undefined) return this.refuse();
    this.position += 1;
    if (token.kind === 'literal') return constant(token.value);
    if (token.kind === 'name') {
      if (!this.names.includes(token.text)) return this.refuse(token.text);
      return (scope) => scope[token.text];
    }
    if (token.text === '(') {
      const inner = this.either();
      this.expect(')');
      return inner;
    }
    if (token.text === '[') return this.list();
    return this.refuse(token.text);
  }

  private list(): Evaluate {
    const items: Evaluate[] = [];
    while (!this.accept(']')) {
      items.push(this.either());
      if (this.accept(']')) break;
      this.expect(',');
    }
    return (scope, budget) => items.map((item) => item(scope, budget));
  }

  private accept(symbol: string): boolean {
    const token = this.tokens[this.position];
    if (token?.kind !== 'symbol' || token.text !== symbol) return false;
    this.position += 1;
    return true;
  }

  private expect(symbol: string): void {
    if (!this.accept(symbol)) this.refuse();
  }

  private expectName(): string {
    const token = this.tokens[this.position];
    if (token?.kind !== 'name') return this.refuse();
    this.position += 1;
    return token.text;
  }

  private refuse(what = this.tokens[this.position]?.text ?? 'the end'): never {
    throw new Error(`${this.place}: the local site does not evaluate "${what}" in a filter expression.`);
  }
}

function constant(value: unknown): Evaluate {
  return () => value;
}

function member(target: Evaluate, key: Evaluate, isOptional: boolean): Evaluate {
  return (scope, budget) => {
    step(budget);
    const value = target(scope, budget);
    const name = key(scope, budget);
    if (value === null || value === undefined) {
      if (isOptional) return null;
      throw new Error(`There is no property ${String(name)} of null.`);
    }
    if (Array.isArray(value) && typeof name === 'number') return (value as unknown[])[name] ?? null;
    if (Array.isArray(value) && name === 'length') return value.length;
    // Own properties only: a changelog item without `toString` must not answer with Object's.
    return isObject(value) && typeof name === 'string' && Object.hasOwn(value, name) ? (value[name] ?? null) : null;
  };
}

function onList(
  target: Evaluate,
  name: string,
  isOptional: boolean,
  apply: (list: readonly unknown[], scope: Scope, budget: Budget) => unknown,
): Evaluate {
  return (scope, budget) => {
    const value = target(scope, budget);
    if ((value === null || value === undefined) && isOptional) return null;
    if (!Array.isArray(value)) throw new Error(`${name} needs a list.`);
    step(budget, value.length);
    return apply(value as unknown[], scope, budget);
  };
}

function step(budget: Budget, steps = 1): void {
  budget.steps += steps;
  if (budget.steps > MOST_STEPS) throw new Error('The expression took more than 50,000 steps.');
}

function truth(value: unknown): boolean {
  if (typeof value !== 'boolean') throw new Error('A logical operator needs booleans.');
  return value;
}

function sameValue(a: unknown, b: unknown): boolean {
  return (a ?? null) === (b ?? null);
}
