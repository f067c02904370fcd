import type { ImportCounts, RefusedLine } from '../contract/admin-page';
import type { Problem } from '../contract/answer';
import { assignmentFaults } from '../core/policy/assignments';
import type { PlanAssignment } from '../core/policy/document';
import { MINUTE, type EpochMillis, type Millis } from '../core/time/instant';
import { withRecorded } from './assignment-facts';
import type { StepDone } from './job-runs';
import { POINTS_A_LOOK } from './job-share';
import { assignmentProblem, documentInForce } from './organizations';
import { type AssignmentRow, type ImportedLine, type JobRun, type JobTask, type Ports } from './ports';

type Import = Extract<JobTask, { readonly kind: 'import' }>;
type Needs = Pick<Ports, 'now' | 'policies' | 'assignments' | 'imports' | 'tickets' | 'queue'>;

/** Refused lines that a run keeps in full; the others are counted. */
const MOST_REFUSED = 200;

/**
 * The store takes 4,000 reads and 4,000 writes a minute of the whole site; an import takes three quarters of either at most,
 * so that events and flags find theirs.
 */
const LINES_A_MINUTE = 3_000;

const PAGES_A_STEP = 10;
const LOOKS_A_STEP = 100;

/**
 * A part of an import: each line is judged again by what is on record now, beside the other lines of its organization. A line
 * that is so already is counted as such, unless the import itself recorded it in a step that died: done twice, a step changes
 * and counts nothing more. Then, once for the whole import, the
 * open tickets of its organizations are asked to be looked at.
 */
export async function importStep(ports: Needs, run: JobRun, task: Import): Promise<StepDone> {
  return task.phase === 'lines' ? linesPart(ports, run, task) : ticketsPart(ports, run, task);
}

async function linesPart(ports: Needs, run: JobRun, task: Import): Promise<StepDone> {
  const number = Number(run.page ?? 0);
  const lines = await ports.imports.part(task.importId, number);
  const outcome = await apply(ports, lines, run.startedAt);
  const refused = [...task.refused, ...outcome.refused].slice(0, MOST_REFUSED);
  const isLast = number + 1 >= task.parts;
  return {
    task: { ...task, phase: isLast ? 'tickets' : 'lines', counts: sum(task.counts, outcome.counts), refused },
    page: isLast ? null : String(number + 1),
    done: lines.length,
    points: 0,
    total: run.total,
    state: 'more',
    rest: isLast ? 0 : restAfter(lines.length),
  };
}

function restAfter(lines: number): Millis {
  return Math.ceil((lines * MINUTE) / LINES_A_MINUTE);
}

interface Outcome {
  readonly counts: ImportCounts;
  readonly refused: readonly RefusedLine[];
}

async function apply(ports: Needs, lines: readonly ImportedLine[], startedAt: EpochMillis): Promise<Outcome> {
  const document = await documentInForce(ports);
  const rows = await ports.assignments.rowsOf(lines.map(({ organizationId }) => organizationId));
  const rowOf = new Map(rows.map((row) => [keyBy(row), row]));
  const factsOf = new Map<string, PlanAssignment[]>();
  for (const { organizationId, facts } of rows) {
    factsOf.set(organizationId, [...(factsOf.get(organizationId) ?? []), ...facts]);
  }
  const inFile = new Map<string, ImportedLine[]>();
  for (const line of lines) inFile.set(line.organizationId, [...(inFile.get(line.organizationId) ?? []), line]);
  const taken = new Set<string>();

  const refused: RefusedLine[] = [];
  const changed = new Map<AssignmentRow, ImportedLine>();
  let same = 0;
  for (const line of lines) {
    const beside = inFile.get(line.organizationId) ?? [];
    const replaced = new Set(beside.map(({ from }) => from));
    const left = (factsOf.get(line.organizationId) ?? []).filter(({ from }) => !replaced.has(from));
    const others = [...left, ...beside.map((other) => ({ ...other, recordedAt: ports.now() }))];
    const problems: readonly Problem[] = [
      ...(document === null
        ? [{ code: 'not-configured', path: '' }]
        : assignmentFaults(document, line, others).map(assignmentProblem)),
      ...(taken.has(keyBy(line)) ? [{ code: 'repeated-line', path: '' }] : []),
    ];
    taken.add(keyBy(line));
    const present = rowOf.get(keyBy(line)) ?? null;
    const row = withRecorded(present, line, ports.now());
    if (problems[0] !== undefined) refused.push(refusal(line, problems[0]));
    else if (row === present) same += (row.facts.at(-1)?.recordedAt ?? 0) < startedAt ? 1 : 0;
    else changed.set(row, line);
  }
  for (const line of await saved(ports, changed)) refused.push(refusal(line, { code: 'changed-meanwhile', path: '' }));
  const counts = { written: lines.length - same - refused.length, same, refused: refused.length };
  return { counts, refused };
}

/** The lines that were not written: a conflict is looked at once more by key, since the listing may lag behind. */
async function saved(ports: Needs, rows: ReadonlyMap<AssignmentRow, ImportedLine>): Promise<readonly ImportedLine[]> {
  const lost: ImportedLine[] = [];
  for (const row of await ports.assignments.saveAll([...rows.keys()])) {
    const line = rows.get(row);
    if (line === undefined) continue;
    const present = await ports.assignments.get(line.organizationId, line.from);
    const again = withRecorded(present, line, ports.now());
    if (again !== present && (await ports.assignments.saveAll([again])).size > 0) lost.push(line);
  }
  return lost;
}

/** Once all lines are in: rows whose plan may come from one of the import's organizations. */
async function ticketsPart(ports: Needs, run: JobRun, task: Import): Promise<StepDone> {
  const concerned = new Set<string>();
  for (let number = 0; number < task.parts; number += 1) {
    for (const { organizationId } of await ports.imports.part(task.importId, number)) concerned.add(organizationId);
  }
  const looks: string[] = [];
  let page = run.page;
  let pages = 0;
  do {
    const read = await ports.tickets.open(page);
    const found = read.rows.filter((row) => row.organizationIds.some((id) => concerned.has(id)));
    looks.push(...found.map(({ issueId }) => issueId));
    page = read.next;
    pages += 1;
  } while (page !== null && pages < PAGES_A_STEP && looks.length < LOOKS_A_STEP);
  if (looks.length > 0) await ports.queue.track(looks);
  if (page === null) await ports.imports.remove(task.importId, task.parts);
  return {
    task,
    page,
    done: 0,
    points: POINTS_A_LOOK * looks.length,
    total: run.total,
    state: page === null ? 'finished' : 'more',
  };
}

function refusal({ line, organizationId }: ImportedLine, problem: Problem): RefusedLine {
  return { line, organizationId, problem };
}

function sum(a: ImportCounts, b: ImportCounts): ImportCounts {
  return { written: a.written + b.written, same: a.same + b.same, refused: a.refused + b.refused };
}

function keyBy({ organizationId, from }: Pick<ImportedLine, 'organizationId' | 'from'>): string {
  return `${organizationId}:${from}`;
}
