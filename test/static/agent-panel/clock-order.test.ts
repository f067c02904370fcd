import type { Threshold } from '../../../src/core/policy/document';
import { orderClocks, thresholdShares, usedShare } from '../../../static/agent-panel/clock-order';
import { buildPolicy } from '../../builders/policy';
import { buildView } from './build-view';
import { TICKETS, type TicketName } from './tickets';

describe('which clock is large', () => {
  it.each<[string, TicketName, string | null, string[]]>([
    ['the one that falls due first', 'fresh', 'response', ['resolution']],
    ['the open one, the other stopped', 'nearBreach', 'resolution', ['response']],
    ['a paused one, the other stopped', 'paused', 'resolution', ['response']],
    ['none once all are stopped', 'resolved', null, ['response', 'resolution']],
    ['none without a goal', 'noLevels', null, ['response', 'resolution']],
  ])('%s', (_, ticket, main, others) => {
    const order = orderClocks(buildView(TICKETS[ticket]).clocks);
    expect([order.main?.metric ?? null, order.others.map(({ metric }) => metric)]).toEqual([main, others]);
  });

  it('is the running one before the paused one', () => {
    const waiting = { ...TICKETS.paused, comments: [], now: '2026-03-10T11:05 Toronto' };
    expect(orderClocks(buildView(waiting).clocks).main?.metric).toBe('response');
  });
});

describe('usedShare', () => {
  it.each<[TicketName, number]>([
    ['fresh', 0.05],
    ['breached', 1.03125],
    ['noLevels', 0],
  ])('%s', (ticket, share) => {
    const resolution = buildView(TICKETS[ticket]).clocks[1];
    expect(resolution && usedShare(resolution)).toBeCloseTo(share, 10);
  });
});

describe('thresholdShares', () => {
  const shares = (thresholds: readonly Threshold[]): number[] => {
    const response = buildView({ ...TICKETS.fresh, policy: buildPolicy({ thresholds }) }).clocks[0];
    return response === undefined ? [] : thresholdShares(response);
  };
  it.each<[string, Threshold[], number[]]>([
    ['percentages', [{ kind: 'percent', percent: 75 }], [0.75]],
    ['time left', [{ kind: 'remaining', remaining: { unit: 'minutes', amount: 6 } }], [0.8]],
    ['more time left than the target has', [{ kind: 'remaining', remaining: { unit: 'hours', amount: 2 } }], []],
  ])('%s', (_, thresholds, at) => {
    expect(shares(thresholds)).toEqual(at);
  });
});
