import { countingOf, workingTimesOf } from '../../../static/agent-panel/counting';
import { instant } from '../../builders/ticket';
import { buildView, type ViewSpec } from './build-view';

/** P2 of PLUS: response 1 h, resolution 1 d, both of the hours 08:30 to 16:30. */
const P2_PLUS: Omit<ViewSpec, 'now'> = {
  plan: 'PLUS',
  createdAt: '2026-03-10T09:00 Toronto',
  impact: 'moderate',
  urgency: 'critical',
};

/** What the browser counts from one answer, and what the server says when asked again. */
function counted(spec: Omit<ViewSpec, 'now'>, answeredAt: string, now: string) {
  const view = buildView({ ...spec, now: answeredAt });
  const browser = countingOf(view, workingTimesOf(view))(instant(now));
  const server = buildView({ ...spec, now }).clocks;
  return { browser, server };
}

describe('the clocks counted on in the browser are the server’s', () => {
  it.each([
    ['the same morning', P2_PLUS, '2026-03-10T09:10 Toronto', '2026-03-10T09:59:59 Toronto'],
    ['over a night, into breach', P2_PLUS, '2026-03-10T15:00 Toronto', '2026-03-11T12:00 Toronto'],
    [
      'over a weekend',
      { ...P2_PLUS, createdAt: '2026-03-13T15:00 Toronto' },
      '2026-03-13T16:00 Toronto',
      '2026-03-16T09:00 Toronto',
    ],
    [
      'over the change to summer time, around the clock',
      { ...P2_PLUS, impact: 'extended', createdAt: '2026-03-08T01:30 Toronto' },
      '2026-03-08T01:45 Toronto',
      '2026-03-08T03:20 Toronto',
    ],
    [
      'over the change to winter time, around the clock',
      { ...P2_PLUS, impact: 'extended', createdAt: '2026-10-31T23:30 Toronto' },
      '2026-10-31T23:45 Toronto',
      '2026-11-01T02:30 Toronto',
    ],
    [
      'while paused',
      { ...P2_PLUS, edits: [{ at: '2026-03-10T10:00 Toronto', statusId: 'waiting' }] },
      '2026-03-10T10:30 Toronto',
      '2026-03-11T11:00 Toronto',
    ],
    [
      'before any level is set',
      { createdAt: '2026-03-10T09:00 Toronto' },
      '2026-03-10T09:10 Toronto',
      '2026-03-10T09:10 Toronto',
    ],
  ])('%s', (_, spec, answeredAt, now) => {
    const { browser, server } = counted(spec, answeredAt, now);
    expect(browser).toEqual(server);
  });
});

describe('a clock stands still', () => {
  it('once stopped', () => {
    const spec = { ...P2_PLUS, comments: [{ at: '2026-03-10T09:20 Toronto' }] };
    const { browser, server } = counted(spec, '2026-03-10T09:30 Toronto', '2026-03-10T15:00 Toronto');
    expect(browser[0]).toEqual(server[0]);
  });

  it('where its calendar was not sent', () => {
    const view = { ...buildView({ ...P2_PLUS, now: '2026-03-10T09:10 Toronto' }), calendars: {} };
    expect(countingOf(view, {})(view.at + 60_000)).toEqual(view.clocks);
  });

  it('at the end of what was compiled', () => {
    const view = buildView({ ...P2_PLUS, now: '2026-03-10T09:10 Toronto' });
    const workingTimes = workingTimesOf(view);
    const counting = countingOf(view, workingTimes);
    const end = Math.min(...Object.values(workingTimes).map(({ to }) => to));
    expect(counting(end + 60_000)).toEqual(counting(end));
  });
});
