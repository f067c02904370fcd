import fc from 'fast-check';
import { DAY } from '../../../src/core/time/instant';
import { lanesOf, ticksOf } from '../../../static/sla-board/day-model';
import { instant } from '../../builders/ticket';
import { buildDeadline, NOW } from './build-board';

const PRIORITIES = ['P1', 'P2', 'P3', 'P4'];

describe('the lanes of the day', () => {
  it('are one a priority, empty ones too, and one for the rest only where there is a rest', () => {
    const lanes = lanesOf([buildDeadline(1, { priority: 'P3' })], PRIORITIES, NOW, 1000);
    expect(lanes.map(({ priority, labelled }) => [priority, labelled.length])).toEqual([
      ['P1', 0],
      ['P2', 0],
      ['P3', 1],
      ['P4', 0],
    ]);
    const rest = lanesOf(
      [buildDeadline(1, { priority: null }), buildDeadline(2, { priority: 'gone' })],
      ['P1'],
      NOW,
      1000,
    );
    expect(rest.at(-1)).toMatchObject({ priority: null });
    expect(rest.at(-1)?.labelled).toHaveLength(2);
  });

  it('put labels that would touch on lines of their own', () => {
    const [lane] = lanesOf([buildDeadline(1), buildDeadline(1.1), buildDeadline(8)], ['P1'], NOW, 1000);
    expect(lane?.labelled.map(({ line }) => line)).toEqual([0, 1, 0]);
    expect(lane?.lines).toBe(2);
  });

  it('turn a label round where there is no room after it', () => {
    const [lane] = lanesOf([buildDeadline(1), buildDeadline(23.5)], ['P1'], NOW, 1000);
    expect(lane?.labelled.map(({ isBefore }) => isBefore)).toEqual([false, true]);
  });

  it('lose no deadline and cover no label, however many there are and however narrow it is', () => {
    const due = fc.float({ min: 0, max: 24, noNaN: true });
    fc.assert(
      fc.property(fc.array(due, { maxLength: 120 }), fc.integer({ min: 200, max: 1600 }), (hours, width) => {
        const deadlines = hours.map((hour, index) => buildDeadline(hour, { issueKey: `SUP-${index}` }));
        const [lane] = lanesOf(deadlines, ['P1'], NOW, width);
        const drawn = [
          ...(lane?.labelled ?? []).map(({ deadline }) => deadline),
          ...(lane?.crowds ?? []).flatMap((crowd) => crowd.deadlines),
        ];
        expect(new Set(drawn)).toEqual(new Set(deadlines));
        expect(drawn).toHaveLength(deadlines.length);
        for (const line of [0, 1, 2]) {
          const spans = (lane?.labelled ?? [])
            .filter((mark) => mark.line === line)
            .map(({ left, isBefore }) =>
              isBefore ? [left * width - 150, left * width] : [left * width, left * width + 150],
            );
          for (const [index, span] of spans.slice(1).entries()) {
            expect((span[0] ?? 0) + 0.01).toBeGreaterThanOrEqual(spans[index]?.[1] ?? 0);
          }
        }
      }),
    );
  });
});

describe('the hours below it', () => {
  it.each([
    ['an ordinary day', '2026-03-10T10:20 Toronto', 'America/Toronto', 4],
    ['the day that loses an hour, at 2 in the night', '2026-03-07T18:00 Toronto', 'America/Toronto', 3],
    ['a zone half an hour off', '2026-03-10T10:20 Toronto', 'Asia/Kolkata', 4],
  ])('are full hours of the reader’s own clock: %s', (_case, wall, timeZone, step) => {
    const from = instant(wall);
    const ticks = ticksOf(from, timeZone, step);
    const hour = new Intl.DateTimeFormat('en-GB', { timeZone, hour: '2-digit', minute: '2-digit' });
    for (const { at } of ticks) expect(hour.format(at)).toMatch(/^\d\d:00$/);
    expect(ticks.length).toBeGreaterThanOrEqual(24 / step - 1);
    expect(ticks.filter(({ isMidnight }) => isMidnight)).toHaveLength(1);
    expect(ticks.every(({ at }) => at >= from && at <= from + DAY)).toBe(true);
  });
});
