import { holidaysFor } from '../../../../src/adapters/holidays/date-holidays';
import { QUEBEC_HOLIDAYS } from '../../../../src/core/time/presets/quebec-holidays';

const YEARS = Array.from({ length: 10 }, (_, i) => 2023 + i);

describe("the preset's holidays", () => {
  it('are what the holidays adapter gives for 2023 to 2032', () => {
    const answer = holidaysFor({ country: 'CA', region: 'QC', years: YEARS });
    expect(answer.ok && answer.holidays.map(({ date, name }) => ({ date, name }))).toEqual(QUEBEC_HOLIDAYS);
  });

  it.each(YEARS)('%i has eight, and ten where two Sundays are made up for', (year) => {
    const ofYear = QUEBEC_HOLIDAYS.filter(({ date }) => date.startsWith(String(year)));
    expect(ofYear).toHaveLength(year === 2029 ? 10 : 8);
  });
});
