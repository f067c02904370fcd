import type { MinuteSpan } from '../../../../src/core/time/open-hours';
import {
  addedSpan,
  clockEnd,
  draggedSpan,
  hoursOf,
  hoursProblem,
  movedSpan,
  resizedSpan,
  spansOf,
  typedHours,
  withSpan,
} from '../../../../static/admin-page/calendars/day-spans';

const h = (hours: number): number => hours * 60;
const span = (start: number, end: number): MinuteSpan => ({ start: h(start), end: h(end) });

describe('a stretch as typed in two clock fields', () => {
  it.each([
    ['08:30', '16:30', '16:30'],
    ['22:00', '06:00', '30:00'],
    ['08:00', '00:00', '24:00'],
    ['00:00', '00:00', '24:00'],
    ['23:59', '23:58', '47:58'],
  ])('%s to %s ends at %s, and reads back', (start, end, stored) => {
    expect(typedHours(start, end)).toEqual({ start, end: stored });
    expect(clockEnd(stored)).toBe(end);
    expect(hoursProblem([{ start, end: stored }])).toBeNull();
  });

  it('is none while a field is empty', () => {
    expect(typedHours('08:30', '')).toBeNull();
  });

  it('of exactly one day from another hour than midnight is too long', () => {
    expect(hoursProblem([typedHours('08:00', '08:00')!])).toBe('too-long-hours');
  });

  it('two that overlap are refused', () => {
    expect(hoursProblem([typedHours('08:00', '12:00')!, typedHours('11:00', '13:00')!])).toBe('overlapping-hours');
  });
});

describe('one more stretch', () => {
  it.each<[string, readonly MinuteSpan[], MinuteSpan | null]>([
    ['of a closed day is an office day', [], span(9, 17)],
    ['is an hour after the last', [span(8, 12)], span(13, 15)],
    ['ends at midnight where no more is left', [span(8, 22)], span(23, 24)],
    ['is before the first where nothing is left after it', [span(8, 24)], span(5, 7)],
    ['is between two where nothing is left around them', [span(0, 10), span(14, 26)], span(11, 13)],
    ['is none where the day is full', [span(0, 24)], null],
  ])('%s', (_what, spans, expected) => {
    const added = addedSpan(spans);
    expect(added).toEqual(expected);
    expect(hoursProblem(hoursOf([...spans, ...(added === null ? [] : [added])]))).toBeNull();
  });
});

describe('drawing in the week', () => {
  it.each<[string, MinuteSpan, MinuteSpan]>([
    ['downwards', draggedSpan(h(9), h(17), 15), span(9, 17)],
    ['upwards', draggedSpan(h(17), h(9), 15), span(9, 17)],
    ['a press without a drag is one step', draggedSpan(h(9), h(9), 15), { start: h(9), end: h(9) + 15 }],
    ['over midnight', draggedSpan(h(22), h(30), 15), span(22, 30)],
    ['never 24 hours from another hour than midnight', draggedSpan(h(8), h(40), 15), { start: h(8), end: h(32) - 1 }],
    ['moved, it keeps its length', movedSpan(span(9, 17), h(2)), span(11, 19)],
    ['moved up it stops at midnight', movedSpan(span(9, 17), -h(12)), span(0, 8)],
    ['moved down it still begins on its day', movedSpan(span(20, 28), h(12)), { start: 1439, end: 1439 + h(8) }],
    ['its end moved, a step remains', resizedSpan(span(9, 17), -h(12), 15), { start: h(9), end: h(9) + 15 }],
  ])('%s', (_what, found, expected) => {
    expect(found).toEqual(expected);
    expect(hoursProblem(hoursOf([found]))).toBeNull();
  });

  it('over other hours makes one of both', () => {
    expect(withSpan([span(8, 12), span(13, 17)], null, span(11, 13))).toEqual([span(8, 17)]);
  });

  it('in place of a stretch leaves the others', () => {
    expect(withSpan([span(8, 12), span(13, 17)], 1, span(14, 18))).toEqual([span(8, 12), span(14, 18)]);
  });

  it('comes out as it is stored', () => {
    expect(
      hoursOf(
        spansOf([
          { start: '13:00', end: '17:00' },
          { start: '08:30', end: '12:00' },
        ]),
      ),
    ).toEqual([
      { start: '08:30', end: '12:00' },
      { start: '13:00', end: '17:00' },
    ]);
  });
});
