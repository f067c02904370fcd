/** The busiest five minutes that a simulation of 100,000 tickets found has 16,000 thresholds; here a fifth, or all of it. */
import { SECOND } from '../../../src/core/time/instant';
import { passSlot, siteBeforeSlot, type SlotResult } from './slot';

const KINDS = 20;
const COPIES = process.env['CADRAN_FULL'] === '1' ? 267 : 54;

let slot: SlotResult;
beforeAll(async () => {
  slot = await passSlot(await siteBeforeSlot(KINDS), COPIES);
}, 300_000);

describe(`${String(3 * KINDS * COPIES)} thresholds in one slot of five minutes`, () => {
  it('are all flagged within two sweeps, each once', () => {
    expect(slot).toMatchObject({ tickets: 3 * KINDS * COPIES, flagged: 3 * KINDS * COPIES, twice: 0 });
    expect(slot.sweeps).toBeLessThanOrEqual(2);
  });

  it('the most urgent first: their flags keep to their seconds, the others wait', () => {
    const [p1 = NaN, p2 = NaN, p3 = NaN] = slot.worstLateness;
    expect(p1).toBeLessThanOrEqual(10 * SECOND);
    expect(p1).toBeLessThanOrEqual(p2);
    expect(p2).toBeLessThanOrEqual(p3);
  });

  it('are never refused by store or queue, and nothing fails', () => {
    expect(slot).toMatchObject({ retries: 0, failures: 0 });
  });

  it('cost at most 1.1 points and 2 storage writes a flag', () => {
    expect(slot.points / slot.flags).toBeLessThanOrEqual(1.1);
    expect(slot.storageWrites / slot.flags).toBeLessThanOrEqual(2);
  });
});
