import type { SlaClock } from '../../src/core/clock/clock';
import type { LedgerEntry } from '../../src/core/clock/ledger';
import type { EpochMillis } from '../../src/core/time/instant';
import type { WorkingTime } from '../../src/core/time/working-time-queries';
import { openIntervals } from '../../src/core/time/working-time-queries';
import type { IconName } from '../shared/icon';
import { calendarPeriods, haltedStretches } from './clock-periods';
import { layOut, placeOn, without, type AxisPiece, type Stretch } from './timeline-scale';

/** A bar or shade on the axis, places and widths 0 to 1. */
export interface Span {
  readonly left: number;
  readonly width: number;
}

/** One clock's life as a picture: what was counted, when, and what lies ahead. Places are 0 to 1. */
export interface Timeline {
  readonly axis: readonly AxisPiece[];
  readonly bars: readonly (Span & { readonly kind: 'used' | 'paused' | 'late' | 'ahead' })[];
  readonly unavailable: readonly Span[];
  readonly thresholds: readonly { readonly left: number; readonly share: number | null; readonly passed: boolean }[];
  readonly events: readonly { readonly left: number; readonly icon: IconName }[];
  readonly from: EpochMillis;
  readonly to: EpochMillis;
  /** Null once stopped. */
  readonly now: EpochMillis | null;
  readonly due: EpochMillis | null;
}

/**
 * Draws one clock from its start to now or its due time, whichever is later. Null where there is nothing to draw: no goal,
 * no time yet, or a part of its life under a calendar that the browser was not given.
 */
export function timelineOf(
  clock: SlaClock,
  ledger: readonly LedgerEntry[],
  workingTimes: Readonly<Record<string, WorkingTime>>,
  now: EpochMillis,
): Timeline | null {
  const from = clock.startTime;
  const present = clock.stopTime ?? now;
  const due = clock.breachTime;
  const to = clock.stopTime === null ? Math.max(present, due ?? present) : present;
  const open = clock.goal === null || from >= to ? null : openStretches(clock, ledger, workingTimes, to);
  if (open === null) return null;

  const axis = layOut({ from, to }, open);
  const spanOf = (stretch: Stretch): Span => {
    const left = placeOn(axis, stretch.from);
    return { left, width: placeOn(axis, stretch.to) - left };
  };
  const { paused, closed } = haltedStretches(clock, ledger, present);
  const lateFrom = clock.breached && due !== null ? due : Infinity;
  const counted = open.flatMap((stretch) => without(stretch, [...paused, ...closed]));
  const bars = counted.flatMap((stretch) => [
    { ...spanOf(cut(stretch, from, Math.min(present, lateFrom))), kind: 'used' as const },
    { ...spanOf(cut(stretch, lateFrom, present)), kind: 'late' as const },
    { ...spanOf(cut(stretch, present, to)), kind: 'ahead' as const },
  ]);
  return {
    axis,
    bars: [...bars, ...paused.map((stretch) => ({ ...spanOf(stretch), kind: 'paused' as const }))].filter(
      ({ width }) => width > 0,
    ),
    unavailable: unavailableStretches(ledger, present).map((stretch) => spanOf(cut(stretch, from, present))),
    thresholds: clock.thresholds.flatMap(({ threshold, at }) =>
      at === null || at > to || threshold.kind === 'breach'
        ? []
        : {
            left: placeOn(axis, at),
            share: threshold.kind === 'percent' ? threshold.percent / 100 : null,
            passed: at <= present,
          },
    ),
    events: ledger.flatMap((entry) => {
      const icon = eventIcon(entry);
      return icon === null || entry.at < from || entry.at > to ? [] : { left: placeOn(axis, entry.at), icon };
    }),
    from,
    to,
    now: clock.stopTime === null ? now : null,
    due: due !== null && due <= to ? due : null,
  };
}

function openStretches(
  clock: SlaClock,
  ledger: readonly LedgerEntry[],
  workingTimes: Readonly<Record<string, WorkingTime>>,
  end: EpochMillis,
): Stretch[] | null {
  const open: Stretch[] = [];
  for (const { from, to, calendar } of calendarPeriods(clock, ledger, end)) {
    // Before any goal, time accrues all around (rules.md §5).
    const workingTime = calendar === null ? null : workingTimes[calendar];
    if (workingTime === undefined) return null;
    if (workingTime !== null && (from < workingTime.from || to > workingTime.to)) return null;
    const stretches =
      workingTime === null
        ? [{ from, to }]
        : [...openIntervals(workingTime, from, to)].map(({ start, end: close }) => ({ from: start, to: close }));
    for (const stretch of stretches) {
      const last = open.at(-1);
      if (last?.to === stretch.from) open[open.length - 1] = { from: last.from, to: stretch.to };
      else open.push(stretch);
    }
  }
  return open;
}

function unavailableStretches(ledger: readonly LedgerEntry[], end: EpochMillis): Stretch[] {
  return ledger.flatMap((entry, index) => {
    if (entry.kind !== 'unavailable') return [];
    const lifted = ledger.slice(index + 1).find(({ kind }) => kind === 'available' || kind === 'unavailable');
    return { from: entry.at, to: lifted?.at ?? end };
  });
}

/** Empty (from = to) where the stretch lies outside. */
function cut({ from, to }: Stretch, after: EpochMillis, before: EpochMillis): Stretch {
  const start = Math.max(from, after);
  return { from: start, to: Math.max(start, Math.min(to, before)) };
}

/** The events worth a place in the picture; the list below says the rest. */
const EVENT_ICONS: Readonly<Partial<Record<LedgerEntry['kind'], IconName>>> = {
  retarget: 'change',
  paused: 'paused',
  unavailable: 'unavailable',
  reopened: 'reopened',
};

function eventIcon(entry: LedgerEntry): IconName | null {
  if (entry.kind !== 'stopped') return EVENT_ICONS[entry.kind] ?? null;
  if (entry.outcome === 'no-goal') return null;
  return entry.outcome === 'met' ? 'met' : 'missed';
}
