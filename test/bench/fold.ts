import { foldTicket } from '../../src/core/clock/fold';
import type { FoldInput } from '../../src/core/clock/ticket-fold';
import type { SlaCalendar } from '../../src/core/time/calendar';
import { DAY, HOUR, MINUTE, type EpochMillis } from '../../src/core/time/instant';
import { compileCalendar, type WorkingTime } from '../../src/core/time/working-time';
import { buildPolicy, buildPolicyVersion } from '../builders/policy';
import { buildTicket, instant, type CommentSpec, type EditSpec } from '../builders/ticket';

const CREATED = instant('2025-12-09T10:00 Toronto');

/** The rounds whose median is taken, and the folds of one round: long enough for the clock to tell. */
const ROUNDS = 200;
const FOLDS = 50;

/**
 * The median time of one fold in microseconds, warm: a ticket of PLUS with fifty events over three weeks (pauses, level
 * changes, overrides, comments, a reopening), both clocks, its ledger included; calendars compiled beforehand.
 */
export function measureFold(): { readonly foldMicros: number } {
  const input = busyTicket();
  const rounds: number[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    const start = process.hrtime.bigint();
    for (let i = 0; i < FOLDS; i++) foldTicket(input);
    rounds.push(Number(process.hrtime.bigint() - start) / FOLDS / 1000);
  }
  rounds.sort((a, b) => a - b);
  return { foldMicros: rounds[ROUNDS / 2] as number };
}

/** Fifty events of the kinds and in the proportions of a lively ticket. */
export function busyTicket(): FoldInput {
  const edits: EditSpec[] = [];
  const comments: CommentSpec[] = [];
  const levels = ['critical', 'high', 'medium'];
  for (let i = 0; i < 10; i++) {
    const at = CREATED + HOUR + i * 2 * DAY;
    edits.push({ at, statusId: 'waiting' });
    comments.push({ at: at + 10 * MINUTE, author: 'customer' });
    edits.push({ at: at + 90 * MINUTE, statusId: 'in-progress' });
    comments.push({ at: at + 100 * MINUTE });
    edits.push(lively(i, at + 2 * HOUR, levels[i % levels.length] as string));
  }
  const history = buildTicket({
    createdAt: CREATED,
    impact: 'extended',
    urgency: 'critical',
    priorityId: '3',
    organizationIds: ['1'],
    edits,
    comments,
  });
  return {
    history,
    policies: [buildPolicyVersion(buildPolicy())],
    assignments: [{ organizationId: '1', plan: 'PLUS', from: '2025-01-01', to: null, calendar: null, recordedAt: 0 }],
    workingTimeOf: compiledOnce(CREATED - 30 * DAY, CREATED + 400 * DAY),
    now: CREATED + 22 * DAY,
  };
}

function lively(i: number, at: EpochMillis, urgency: string): EditSpec {
  if (i === 7) return { at, statusId: 'resolved', resolutionId: 'fixed' };
  if (i === 4) return { at, priorityId: '4' };
  return { at, urgency };
}

function compiledOnce(from: EpochMillis, to: EpochMillis): (calendar: SlaCalendar) => WorkingTime {
  const compiled = new Map<SlaCalendar, WorkingTime>();
  return (calendar) => {
    const known = compiled.get(calendar) ?? compileCalendar(calendar, from, to);
    compiled.set(calendar, known);
    return known;
  };
}
