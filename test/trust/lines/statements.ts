/**
 * Which statements of the app's own code ran at least once. The statements are those that jest's instrumentation finds;
 * what ran in a bundle is told by its engine and found again by the bundle's source map.
 */
import { createRequire } from 'node:module';
import { dirname, relative, resolve } from 'node:path';
import { readFileSync } from 'node:fs';
import {
  createSourceFile,
  isExportDeclaration,
  isImportDeclaration,
  isInterfaceDeclaration,
  isTypeAliasDeclaration,
  ScriptTarget,
} from 'typescript';
import { ROOT } from '../check';
import { ranAt, type ScriptRun } from './ranges';

/** jest's own form of coverage, of each file by its path. */
export type Instrumented = Readonly<
  Record<
    string,
    {
      readonly statementMap: Readonly<Record<string, { readonly start: Place }>>;
      readonly s: Readonly<Record<string, number>>;
    }
  >
>;

interface Place {
  readonly line: number;
  readonly column: number;
}

interface Statement extends Place {
  hasRun: boolean;
}

export interface Tally {
  readonly run: number;
  readonly all: number;
}

/** Counts lines on which a statement begins; such a line ran when every statement that begins on it ran. */
export class Statements {
  private readonly byFile = new Map<string, readonly Statement[]>();
  private readonly offsets = new Map<string, readonly (readonly [Statement, readonly number[]])[]>();

  constructor(instrumented: Instrumented) {
    for (const [path, { statementMap, s }] of Object.entries(instrumented)) {
      const isCode = codeOf(path);
      const statements = Object.entries(statementMap)
        .map(([id, { start }]) => ({ ...start, hasRun: (s[id] ?? 0) > 0 }))
        .filter(isCode);
      if (statements.length > 0) this.byFile.set(relative(ROOT, path), statements);
    }
  }

  /** Adds what ran of a bundle; `map` is the file of its source map. */
  addRun(run: ScriptRun, bundle: string, map: string): void {
    const ran = ranAt(run);
    for (const [statement, offsets] of this.offsetsIn(bundle, map)) {
      if (!statement.hasRun && offsets.some(ran)) statement.hasRun = true;
    }
  }

  /** By file, with the lines that nothing runs. */
  tallies(): ReadonlyMap<string, Tally & { readonly missed: readonly number[] }> {
    return new Map(
      [...this.byFile].map(([file, statements]) => {
        const lines = new Set(statements.map(({ line }) => line));
        const missed = new Set(statements.filter(({ hasRun }) => !hasRun).map(({ line }) => line));
        const sorted = [...missed].toSorted((a, b) => a - b);
        return [file, { all: lines.size, run: lines.size - missed.size, missed: sorted }] as const;
      }),
    );
  }

  /** Where in a bundle each statement begins; several places where it is there more than once. */
  private offsetsIn(bundle: string, map: string): readonly (readonly [Statement, readonly number[]])[] {
    const known = this.offsets.get(bundle);
    if (known !== undefined) return known;
    const { TraceMap, allGeneratedPositionsFor, LEAST_UPPER_BOUND } = tracing;
    const traced = new TraceMap(readFileSync(map, 'utf8'));
    const lineStarts = startsOfLines(readFileSync(bundle, 'utf8'));
    const found = traced.sources.flatMap((source) => {
      const file = source === null ? '' : relative(ROOT, resolve(dirname(map), source));
      return (this.byFile.get(file) ?? []).map((statement) => {
        const { line, column } = statement;
        const asked = { source: source ?? '', line, column, bias: LEAST_UPPER_BOUND };
        const places = allGeneratedPositionsFor(traced, asked);
        return [statement, places.map((place) => (lineStarts[place.line - 1] ?? 0) + place.column)] as const;
      });
    });
    this.offsets.set(bundle, found);
    return found;
  }
}

/**
 * Whether a place in a file is code that runs: what a compiler makes of imports and exports, and of types, is mapped to
 * some place too.
 */
function codeOf(path: string): (place: Place) => boolean {
  const source = createSourceFile(path, readFileSync(path, 'utf8'), ScriptTarget.Latest, true);
  const running = source.statements.filter(
    (node) =>
      ![isImportDeclaration, isExportDeclaration, isInterfaceDeclaration, isTypeAliasDeclaration].some((is) =>
        is(node),
      ),
  );
  return ({ line, column }) => {
    const at = source.getPositionOfLineAndCharacter(line - 1, column);
    return running.some((node) => node.getStart() <= at && at < node.end);
  };
}

function startsOfLines(text: string): readonly number[] {
  const starts = [0];
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return starts;
}

interface Tracing {
  readonly TraceMap: new (map: string) => { readonly sources: readonly (string | null)[] };
  readonly LEAST_UPPER_BOUND: number;
  readonly allGeneratedPositionsFor: (
    map: object,
    asked: Place & { readonly source: string; readonly bias: number },
  ) => readonly Place[];
}

/** What jest itself brings for the same work. */
const tracing = createRequire(require.resolve('jest'))('@jridgewell/trace-mapping') as Tracing;
