/** What the report of a large month takes of the store, counted. How long it takes is the bench's to say. */
import { reportLargeMonth, type LargeMonth } from './large-month';

const TICKETS = 10_000;
const RESULTS_A_TICKET = 2;
const TICKETS_A_YEAR = 100_000;

const UNIT_BYTES = 10 * 1024;
const PAGE = 100;
/** What the store takes of one installation in a minute, and in a value. */
const READS_A_MINUTE = 4_000;
const VALUE_BYTES = 240 * 1024;

describe('a month of ten thousand tickets', () => {
  let month: LargeMonth;
  beforeAll(async () => {
    month = await reportLargeMonth(TICKETS);
  }, 240_000);

  it('is counted to the ticket', () => {
    const { total, rows } = month.report;
    expect(month.results).toBe(TICKETS * RESULTS_A_TICKET);
    expect(total.tickets).toBe(TICKETS);
    for (const { met, missed, kept } of Object.values(total.figures)) {
      expect([met, missed, kept]).toEqual([TICKETS / 2, TICKETS / 2, 0.5]);
    }
    expect(rows.reduce((sum, { tickets }) => sum + tickets, 0)).toBe(TICKETS);
  });

  it('is made with a fifth of the reads of a minute, in a dozen steps of a few writes', () => {
    expect(month.storageReads).toBeLessThan(READS_A_MINUTE / 5);
    expect(month.steps).toBeLessThanOrEqual(12);
    expect(month.storageWrites).toBeLessThan(12 * month.steps);
  });

  it('once made is read with a fortieth of them', () => {
    expect(month.againReads).toBeLessThan(READS_A_MINUTE / 40);
  });

  it('makes a year of a hundred thousand tickets fit the store', () => {
    const results = TICKETS_A_YEAR * RESULTS_A_TICKET;
    const { bytesAResult, digestBytesAResult } = month;
    // A page of 100 results is read as three units of 10 KB, so the whole year's results in a minute and a half.
    expect(Math.ceil((PAGE * bytesAResult) / UNIT_BYTES)).toBeLessThanOrEqual(3);
    expect(results * bytesAResult).toBeLessThan(60 * 1024 * 1024);
    // The whole year's digests, which a trend reads, in a quarter of a minute's reads.
    expect((results * digestBytesAResult) / UNIT_BYTES).toBeLessThan(READS_A_MINUTE / 4);
    // A part holds 2,000 results.
    expect(2_000 * digestBytesAResult).toBeLessThan(VALUE_BYTES / 2);
  });
});
