import { orderClocks } from '../../../static/agent-panel/clock-order';
import { workingTimesOf } from '../../../static/agent-panel/counting';
import { lowerLabels, upperLabels } from '../../../static/agent-panel/timeline-labels';
import { timelineOf, type Timeline } from '../../../static/agent-panel/timeline-model';
import { layOut, placeOn, without } from '../../../static/agent-panel/timeline-scale';
import { HOUR } from '../../../src/core/time/instant';
import { hm, instant } from '../../builders/ticket';
import { buildView, type ViewSpec } from './build-view';
import { buildWords, plain } from './build-words';
import { TICKETS } from './tickets';

describe('the axis', () => {
  it('keeps open time in proportion and folds a long night', () => {
    const day = { from: 0, to: 8 * HOUR };
    const nextDay = { from: 24 * HOUR, to: 28 * HOUR };
    const axis = layOut({ from: 0, to: 28 * HOUR }, [day, nextDay]);
    expect(axis.map(({ open, folded }) => ({ open, folded }))).toEqual([
      { open: true, folded: false },
      { open: false, folded: true },
      { open: true, folded: false },
    ]);
    const [first, , last] = axis;
    expect((first?.width ?? 0) / (last?.width ?? 1)).toBeCloseTo(2, 10);
  });

  it('keeps a short break as it is', () => {
    const axis = layOut({ from: 0, to: 10 * HOUR }, [
      { from: 0, to: 5 * HOUR },
      { from: 5.1 * HOUR, to: 10 * HOUR },
    ]);
    expect(axis[1]).toMatchObject({ open: false, folded: false });
  });

  it('never gives folds more than a third of what is open', () => {
    const open = Array.from({ length: 30 }, (_, day) => ({ from: day * 24 * HOUR, to: day * 24 * HOUR + 8 * HOUR }));
    const axis = layOut({ from: 0, to: 30 * 24 * HOUR }, open);
    const folded = axis.filter((piece) => !piece.open).reduce((sum, { width }) => sum + width, 0);
    expect(folded).toBeLessThan(0.25);
  });

  it('places instants, those outside at its ends', () => {
    const axis = layOut({ from: 0, to: 10 * HOUR }, [{ from: 0, to: 10 * HOUR }]);
    expect([-HOUR, 0, 5 * HOUR, 10 * HOUR, 11 * HOUR].map((at) => placeOn(axis, at))).toEqual([0, 0, 0.5, 1, 1]);
  });
});

test('what is taken out of a stretch leaves the rest', () => {
  const rest = without({ from: 0, to: 10 }, [
    { from: 2, to: 4 },
    { from: 9, to: 12 },
  ]);
  expect(rest).toEqual([
    { from: 0, to: 2 },
    { from: 4, to: 9 },
  ]);
});

function timelineFor(spec: ViewSpec, calendars = true): Timeline | null {
  const view = buildView(spec);
  const { main, others } = orderClocks(view.clocks);
  const clock = main ?? others.at(-1);
  if (clock === undefined) throw new Error('no clock');
  return timelineOf(clock, view.ledger, calendars ? workingTimesOf(view) : {}, view.at);
}

const drawn = (spec: ViewSpec): Timeline => {
  const timeline = timelineFor(spec);
  if (timeline === null) throw new Error('nothing drawn');
  return timeline;
};

describe('the timeline', () => {
  it('draws used, paused and coming time in their order', () => {
    const bars = [...drawn(TICKETS.nearBreach).bars].sort((a, b) => a.left - b.left);
    expect(bars.map(({ kind }) => kind)).toEqual(['used', 'used', 'paused', 'used', 'ahead']);
  });

  it('draws the time over as late, up to now', () => {
    const { bars, now, due } = drawn(TICKETS.breached);
    const late = bars.find(({ kind }) => kind === 'late');
    expect([late !== undefined, due, now]).toEqual([
      true,
      instant('2026-03-11T15:25 Toronto'),
      instant('2026-03-11T15:40 Toronto'),
    ]);
  });

  it('gives used time its share of the open time', () => {
    const { axis, bars } = drawn(TICKETS.nearBreach);
    const open = axis.filter((piece) => piece.open).reduce((sum, { width }) => sum + width, 0);
    const used = bars.filter(({ kind }) => kind === 'used').reduce((sum, { width }) => sum + width, 0);
    // 6 h 47 used, of 2 h 20 on Tuesday and 6 h 55 on Wednesday up to the due time.
    expect(used / open).toBeCloseTo(hm(6, 47) / (hm(2, 20) + hm(6, 55)), 6);
  });

  it('marks alerts as passed or ahead', () => {
    expect(drawn(TICKETS.nearBreach).thresholds.map(({ share, passed }) => [share, passed])).toEqual([
      [0.75, true],
      [0.9, false],
    ]);
  });

  it('shows reply, pause and change at their places', () => {
    expect(drawn(TICKETS.nearBreach).events.map(({ icon }) => icon)).toEqual(['met', 'paused', 'change']);
  });

  it('shows for how long resources have been unavailable', () => {
    const { unavailable, axis } = drawn(TICKETS.breached);
    expect(unavailable.map(({ left }) => left)).toEqual([placeOn(axis, instant('2026-03-11T13:50 Toronto'))]);
  });

  it('ends where the clock stopped', () => {
    const { to, now } = drawn(TICKETS.resolved);
    expect([to, now]).toEqual([instant('2026-03-10T11:00 Toronto'), null]);
  });

  it.each([
    ['without a goal', () => timelineFor(TICKETS.noLevels)],
    ['under a calendar that was not sent', () => timelineFor(TICKETS.nearBreach, false)],
    [
      'at the very start',
      () =>
        timelineFor({ ...TICKETS.paused, edits: [], comments: [], now: TICKETS.paused.createdAt })?.bars.filter(
          ({ kind }) => kind === 'used',
        ) ?? null,
    ],
  ])('has nothing counted to draw %s', (_, draw) => {
    expect(draw() ?? []).toEqual([]);
  });
});

describe('the timeline’s labels', () => {
  it('name the days, due, now and the hours, in both languages', () => {
    const labels = (['en', 'fr'] as const).map((language) => {
      const timeline = drawn(TICKETS.nearBreach);
      const words = buildWords(buildView(TICKETS.nearBreach), language);
      return [...upperLabels(words, timeline, timeline.now ?? 0), ...lowerLabels(words, timeline)].map(({ text }) =>
        plain(text),
      );
    });
    expect(labels).toEqual([
      ['Due 3:25 PM', 'Tue, Mar 10', 'Wed, Mar 11', 'Now 2:12 PM', '2:10 PM', '8:30 AM'],
      ['Éch. 15 h 25', 'mar. 10 mars', 'mer. 11 mars', 'Maint. 14 h 12', '14 h 10', '8 h 30'],
    ]);
  });

  it('never run into each other', () => {
    const weeks: ViewSpec = { ...TICKETS.paused, edits: [], comments: [], now: '2026-03-31T12:00 Toronto' };
    const words = buildWords(buildView(weeks));
    const labels = [...upperLabels(words, drawn(weeks), instant(weeks.now))].sort((a, b) => a.left - b.left);
    const gaps = labels.slice(1).map(({ left }, index) => left - (labels[index]?.left ?? 0));
    expect(labels.length).toBeGreaterThan(1);
    expect(Math.min(...gaps)).toBeGreaterThan(0.1);
  });
});
