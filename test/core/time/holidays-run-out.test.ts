import { holidaysRunOut } from '../../../src/core/time/holidays-run-out';
import { QUEBEC_HOLIDAYS } from '../../../src/core/time/presets/quebec-holidays';
import { at, OFFICE, weekly } from './words';

const quebec = { ...weekly('America/Toronto'), holidays: QUEBEC_HOLIDAYS };

describe('when holidays run out', () => {
  it.each([
    ['2025-12-09T15:00:00Z', 2579, false],
    ['2032-12-25T00:00:00Z', 7, false],
    ['2032-12-31T23:59:59Z', 0, false],
    ['2033-01-01T00:00:00Z', 0, true],
    ['2033-02-01T00:00:00Z', -31, true],
  ])('seen from %s', (now, daysLeft, hasRunOut) => {
    expect(holidaysRunOut(quebec, at(now))).toEqual({ lastCovered: '2032-12-31', daysLeft, hasRunOut });
  });

  it.each([
    ['a calendar without holidays', OFFICE],
    ['24x7', { timeZone: 'UTC', always: true } as const],
  ])('%s has none to run out', (_, calendar) => {
    expect(holidaysRunOut(calendar, at('2025-12-09T15:00:00Z'))).toBeUndefined();
  });
});
