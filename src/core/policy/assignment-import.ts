/**
 * The dry run of an import of plan assignments: what each line of a table would do, or why it can do nothing. Nothing here
 * knows of files: a table is rows of cells with their line in the file.
 */
import {
  assignmentFaults,
  isSameAssignment,
  shareADay,
  type AssignmentFault,
  type WantedAssignment,
} from './assignments';
import type { PlanAssignment, PolicyDocument } from './document';
import { dateReader, type DateFault } from './import-dates';
import {
  columnFaults,
  columnsOf,
  type ImportColumn,
  type ImportHeadings,
  type TableFault,
  type TableRow,
} from './import-table';
import { searchable } from './searchable';

/** What lines are read against. */
export interface ImportKnowledge {
  readonly policy: PolicyDocument;
  /** All of the site's. */
  readonly organizations: readonly { readonly id: string; readonly name: string }[];
  /** Those that stand. */
  readonly assignments: readonly PlanAssignment[];
  readonly headings: ImportHeadings;
}

/** Why one line does nothing. */
export type LineFault =
  | AssignmentFault
  | DateFault
  | { readonly code: 'bad-quotes' }
  | { readonly code: 'unreadable-characters' }
  | { readonly code: 'too-many-cells'; readonly count: number; readonly most: number }
  | { readonly code: 'cell-empty'; readonly column: ImportColumn }
  | { readonly code: 'unknown-organization'; readonly name: string }
  /** Several organizations have the name; the number tells them apart. */
  | { readonly code: 'ambiguous-organization'; readonly name: string }
  /** A line before says something for the same organization and first day. */
  | { readonly code: 'repeated-line'; readonly line: number }
  /** A line of the file covers some of the days. */
  | { readonly code: 'lines-overlap'; readonly line: number };

/**
 * What a line comes to. `replaces` is the assignment of the same first day that it would replace; a `blank` line has nothing
 * but an organization, as an export writes one without a plan.
 */
export type ImportLine =
  | { readonly line: number; readonly kind: 'blank' }
  | { readonly line: number; readonly kind: 'refused'; readonly faults: readonly LineFault[]; readonly text: string }
  | {
      readonly line: number;
      readonly kind: 'new' | 'changed' | 'same';
      readonly wanted: WantedAssignment;
      readonly replaces: PlanAssignment | null;
    };

export type ImportReading =
  | { readonly kind: 'unreadable'; readonly faults: readonly TableFault[] }
  | {
      readonly kind: 'read';
      readonly lines: readonly ImportLine[];
      /** Headings that name no column: their cells are left out. */
      readonly ignored: readonly string[];
    };

/** The columns that say anything of an organization. */
const SAYING: readonly ImportColumn[] = ['plan', 'from', 'to', 'calendar'];

/** Reads a table whose first row has the headings. Each line is judged beside all others: their order does not matter. */
export function readImport(rows: readonly TableRow[], knowledge: ImportKnowledge): ImportReading {
  const [head, ...body] = rows.filter(({ cells }) => cells.some((cell) => cell.trim() !== ''));
  if (head === undefined) return { kind: 'unreadable', faults: [{ code: 'empty' }] };
  const columns = columnsOf(head.cells, knowledge.headings);
  const faults = columnFaults(columns);
  if (faults.length > 0) return { kind: 'unreadable', faults };

  const cellOf = ({ cells }: TableRow, column: ImportColumn): string => {
    const index = columns.indexOf(column);
    return index === -1 ? '' : unguarded((cells[index] ?? '').trim());
  };
  const readDate = dateReader(body.flatMap((row) => [cellOf(row, 'from'), cellOf(row, 'to')]));
  const organizationOf = organizationReader(knowledge.organizations);
  const read = body.map((row): Read => {
    if (row.badQuotes) return { row, faults: [{ code: 'bad-quotes' }], wanted: null };
    const most = head.cells.length;
    if (row.cells.slice(most).some((cell) => cell.trim() !== '')) {
      return { row, faults: [{ code: 'too-many-cells', count: row.cells.length, most }], wanted: null };
    }
    if (SAYING.every((column) => cellOf(row, column) === '')) {
      return { row, faults: [], wanted: null };
    }
    return readRow(row, (column) => cellOf(row, column), knowledge.policy, organizationOf, readDate);
  });
  const ignored = head.cells.filter((cell, index) => columns[index] === null && cell.trim() !== '');
  return { kind: 'read', lines: judged(read, knowledge), ignored };
}

interface Read {
  readonly row: TableRow;
  /** None and nothing wanted: the line is blank. */
  readonly faults: readonly LineFault[];
  readonly wanted: WantedAssignment | null;
}

type OrganizationReader = (id: string, name: string) => string | LineFault;

function organizationReader(organizations: ImportKnowledge['organizations']): OrganizationReader {
  const ids = new Set(organizations.map(({ id }) => id));
  const byName = grouped(organizations, ({ name }) => name.trim());
  const bySearch = grouped(organizations, ({ name }) => searchable(name));
  return (id, name) => {
    if (id !== '') return ids.has(id) ? id : { code: 'unknown-organization', name: id };
    if (name === '') return { code: 'cell-empty', column: 'organization' };
    const found = byName.get(name) ?? bySearch.get(searchable(name)) ?? [];
    if (found.length > 1) return { code: 'ambiguous-organization', name };
    return found[0]?.id ?? { code: 'unknown-organization', name };
  };
}

function readRow(
  row: TableRow,
  cell: (column: ImportColumn) => string,
  policy: PolicyDocument,
  organizationOf: OrganizationReader,
  readDate: ReturnType<typeof dateReader>,
): Read {
  const faults: LineFault[] = [];
  const part = <T>(value: T | LineFault): T | null => {
    if (typeof value !== 'object' || value === null || !('code' in value)) return value;
    faults.push(value);
    return null;
  };
  // What a decoder puts where bytes are no text of the encoding.
  if (row.cells.some((text) => text.includes('\uFFFD'))) faults.push({ code: 'unreadable-characters' });
  const organizationId = part(organizationOf(cell('id'), cell('organization')));
  const plan = part<string>(
    cell('plan') === '' ? { code: 'cell-empty', column: 'plan' } : planKeyOf(policy, cell('plan')),
  );
  const from = part<string>(
    cell('from') === '' ? { code: 'cell-empty', column: 'from' } : readDate('from', cell('from')),
  );
  const to = cell('to') === '' ? null : part<string>(readDate('to', cell('to')));
  const calendar = cell('calendar') === '' ? null : calendarKeyOf(policy, cell('calendar'));
  if (organizationId === null || plan === null || from === null || faults.length > 0)
    return { row, faults, wanted: null };
  return { row, faults, wanted: { organizationId, plan, from, to, calendar } };
}

/** By key, or by what people read in either language. */
function planKeyOf({ plans }: PolicyDocument, text: string): string {
  const wanted = searchable(text);
  const found =
    plans.find(({ key }) => searchable(key) === wanted) ??
    plans.find(({ label }) => [label.shown.en, label.shown.fr].some((name) => searchable(name) === wanted));
  return found?.key ?? text;
}

function calendarKeyOf({ calendars }: PolicyDocument, text: string): string {
  const wanted = searchable(text);
  const found =
    Object.keys(calendars).find((key) => searchable(key) === wanted) ??
    Object.entries(calendars).find(([, { label }]) =>
      [label.en, label.fr].some((name) => searchable(name) === wanted),
    )?.[0];
  return found ?? text;
}

/** Each line beside what would stand for its organization if all lines were applied. */
function judged(read: readonly Read[], { policy, assignments }: ImportKnowledge): readonly ImportLine[] {
  const stored = grouped(assignments, ({ organizationId }) => organizationId);
  const sound = read.flatMap(({ row, wanted }) => (wanted === null ? [] : [{ line: row.line, wanted }]));
  const lines = grouped(sound, ({ wanted }) => wanted.organizationId);
  return read.map(({ row, faults, wanted }): ImportLine => {
    const { line } = row;
    const text = row.cells.map((cell) => cell.trim()).join(' · ');
    if (wanted === null) return faults.length === 0 ? { line, kind: 'blank' } : { line, kind: 'refused', faults, text };
    const inFile = lines.get(wanted.organizationId) ?? [];
    const before = stored.get(wanted.organizationId) ?? [];
    const repeated = inFile.find((other) => other.line < line && other.wanted.from === wanted.from);
    const clash = inFile.find(
      (other) => other.line !== line && other.wanted.from !== wanted.from && shareADay(other.wanted, wanted),
    );
    const left = before.filter(({ from }) => !inFile.some((other) => other.wanted.from === from));
    const found: readonly LineFault[] = [
      ...(repeated === undefined ? [] : [{ code: 'repeated-line', line: repeated.line } as const]),
      ...assignmentFaults(policy, wanted, left),
      ...(clash === undefined ? [] : [{ code: 'lines-overlap', line: clash.line } as const]),
    ];
    if (found.length > 0) return { line, kind: 'refused', faults: found, text };
    const replaces = before.find(({ from }) => from === wanted.from) ?? null;
    const kind = replaces === null ? 'new' : isSameAssignment(replaces, wanted) ? 'same' : 'changed';
    return { line, kind, wanted, replaces };
  });
}

/** An export puts an apostrophe before what a spreadsheet would take for a formula. */
function unguarded(cell: string): string {
  return /^'[=+\-@\t\r]/.test(cell) ? cell.slice(1) : cell;
}

function grouped<T>(list: readonly T[], keyOf: (item: T) => string): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>();
  for (const item of list) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [item]);
    else group.push(item);
  }
  return groups;
}
