import type { EpochMillis } from '../../src/core/time/instant';
import { HOUR } from '../../src/core/time/instant';
import type { Words } from './words';
import { placeOn } from './timeline-scale';
import type { Timeline } from './timeline-model';

/** A text at a place of the axis. Near the ends it is set against them, so that nothing leaves the picture. */
export interface AxisLabel {
  readonly left: number;
  readonly align: 'start' | 'middle' | 'end';
  readonly text: string;
  readonly kind: 'day' | 'time' | 'now' | 'due' | 'threshold';
}

/** Width of a letter of the picture's small type as a share of a narrow panel. */
const LETTER = 0.021;

/** The row above the band: the due time, and the days as far as there is room. */
export function upperLabels({ format, translate }: Words, timeline: Timeline, now: EpochMillis): AxisLabel[] {
  const { axis, due } = timeline;
  const wanted: AxisLabel[] = [];
  if (due !== null) {
    const text = `${translate('ledger.timeline.due')} ${format.shortInstant(due, now)}`;
    wanted.push({ ...placed(placeOn(axis, due), text), text, kind: 'due' });
  }
  for (const at of dayStarts(timeline, (instant) => format.day(instant))) {
    wanted.push({ left: placeOn(axis, at), align: 'start', text: format.day(at), kind: 'day' });
  }
  return fitting(wanted);
}

/** The row below the band: now, the thresholds, then where open stretches begin and end, as far as there is room. */
export function lowerLabels({ format, translate }: Words, { axis, now, thresholds }: Timeline): AxisLabel[] {
  const wanted: AxisLabel[] = [];
  if (now !== null) {
    const text = `${translate('ledger.timeline.now')} ${format.time(now)}`;
    wanted.push({ ...placed(placeOn(axis, now), text), text, kind: 'now' });
  }
  for (const { left, share } of thresholds) {
    if (share !== null) wanted.push({ left, align: 'middle', text: format.percent(share), kind: 'threshold' });
  }
  const open = axis.filter((piece) => piece.open);
  const starts = open.map(({ left, from }) => ({ left, align: 'start' as const, text: format.time(from) }));
  const ends = open.map(({ left, width, to }) => ({
    left: left + width,
    align: 'end' as const,
    text: format.time(to),
  }));
  return fitting([...wanted, ...[...starts, ...ends].map((label) => ({ ...label, kind: 'time' as const }))]);
}

/** The first open instant of each day, looked for hour by hour. */
function dayStarts({ axis }: Timeline, dayOf: (at: EpochMillis) => string): EpochMillis[] {
  const starts: EpochMillis[] = [];
  let last = '';
  for (const { from, to, open } of axis) {
    if (!open) continue;
    for (let at = from; at < to; at = at === from ? Math.ceil((at + 1) / HOUR) * HOUR : at + HOUR) {
      if (dayOf(at) !== last) starts.push(at);
      last = dayOf(at);
    }
  }
  return starts;
}

function placed(left: number, text: string): { left: number; align: AxisLabel['align'] } {
  const half = (text.length * LETTER) / 2;
  return { left, align: left < half ? 'start' : left > 1 - half ? 'end' : 'middle' };
}

/** Those that do not run into one before them in the list, nor out of the picture. */
function fitting(wanted: readonly AxisLabel[]): AxisLabel[] {
  const kept: AxisLabel[] = [];
  for (const label of wanted) {
    const [from, to] = extent(label);
    const isFree = kept.every((other) => to + LETTER < extent(other)[0] || from - LETTER > extent(other)[1]);
    if (isFree && from > -0.01 && to < 1.01) kept.push(label);
  }
  return kept;
}

function extent({ left, align, text }: AxisLabel): readonly [number, number] {
  const width = text.length * LETTER;
  const from = align === 'start' ? left : align === 'end' ? left - width : left - width / 2;
  return [from, from + width];
}
