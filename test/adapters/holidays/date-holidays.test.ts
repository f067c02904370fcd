import { holidaysFor } from '../../../src/adapters/holidays/date-holidays';
import { countries, regionsOf } from '../../../src/adapters/holidays/places';

const datesOf = (country: string, region: string | null, ...years: readonly number[]): readonly string[] => {
  const answer = holidaysFor({ country, region, years });
  return answer.ok ? answer.holidays.map(({ date }) => date) : [answer.code];
};

describe('public holidays of Quebec', () => {
  // Dates by the Act respecting labour standards, s. 60, and the National Holiday Act.
  it.each([
    [2025, ['01-01', '04-18', '05-19', '06-24', '07-01', '09-01', '10-13', '12-25']],
    [2026, ['01-01', '04-03', '05-18', '06-24', '07-01', '09-07', '10-12', '12-25']],
    [2029, ['01-01', '03-30', '05-21', '06-24', '06-25', '07-01', '07-02', '09-03', '10-08', '12-25']],
  ])('in %i', (year, dates) => {
    expect(datesOf('CA', 'QC', year)).toEqual(dates.map((date) => `${year}-${date}`));
  });

  it('are named in both languages, and substitutes marked', () => {
    const answer = holidaysFor({ country: 'CA', region: 'QC', years: [2029] });
    const june = answer.ok ? answer.holidays.filter(({ date }) => date.startsWith('2029-06')) : [];
    expect(june).toEqual([
      { date: '2029-06-24', name: { en: 'National Holiday', fr: 'Fête nationale du Québec' }, isSubstitute: false },
      {
        date: '2029-06-25',
        name: {
          en: 'National Holiday (substitute day)',
          fr: 'Fête nationale du Québec (jour de remplacement)',
        },
        isSubstitute: true,
      },
    ]);
  });

  it.each([
    [2018, ['2018-06-25', '2018-07-02']],
    [2023, []],
    [2029, ['2029-06-25', '2029-07-02']],
    [2035, ['2035-06-25', '2035-07-02']],
  ])('have their substitutes in %i', (year, dates) => {
    const answer = holidaysFor({ country: 'CA', region: 'QC', years: [year] });
    const substitutes = answer.ok ? answer.holidays.filter(({ isSubstitute }) => isSubstitute) : [];
    expect(substitutes.map(({ date }) => date)).toEqual(dates);
  });

  it('leaves out days that are only observed', () => {
    expect(datesOf('CA', 'QC', 2026)).not.toContain('2026-02-14');
    expect(datesOf('CA', 'QC', 2026)).not.toContain('2026-04-06');
  });

  it("leaves other provinces to the library's own rules", () => {
    expect(datesOf('CA', 'ON', 2029)).not.toContain('2029-06-25');
  });
});

describe('public holidays anywhere', () => {
  it('a feast of several days gives each of them', () => {
    expect(datesOf('AE', null, 2026)).toEqual(expect.arrayContaining(['2026-03-20', '2026-03-21', '2026-03-22']));
  });

  it('a feast that began in December gives its days in January', () => {
    expect(datesOf('SZ', null, 2026)).toEqual(expect.arrayContaining(['2026-01-01', '2026-01-02']));
    expect(datesOf('SZ', null, 2026).every((date) => date.startsWith('2026'))).toBe(true);
  });

  it('a holiday from noon on is no day off', () => {
    const answer = holidaysFor({ country: 'IS', region: null, years: [2026] });
    expect(answer.ok && answer.partDays.map(({ date, from }) => `${date} ${from}`)).toEqual([
      '2026-12-24 13:00',
      '2026-12-31 13:00',
    ]);
    expect(datesOf('IS', null, 2026)).not.toContain('2026-12-24');
  });

  it('several years are in order, a year named twice counts once', () => {
    const dates = datesOf('FR', null, 2027, 2026, 2027);
    expect(dates).toEqual([...new Set(dates)].sort());
    expect(dates).toContain('2026-07-14');
    expect(dates).toContain('2027-07-14');
  });

  it.each([
    ['XX', null, 2026, 'unknown-country'],
    ['toString', null, 2026, 'unknown-country'],
    ['CA', 'Québec', 2026, 'unknown-region'],
    ['CA', 'QC.X', 2026, 'unknown-region'],
    ['CA', 'QC', 2500, 'bad-year'],
    ['CA', 'QC', NaN, 'bad-year'],
    ['CA', 'QC', 2026.5, 'bad-year'],
  ])('%s %s in %d is refused', (country, region, year, code) => {
    expect(holidaysFor({ country, region, years: [year] })).toEqual({ ok: false, code });
  });
});

describe('places', () => {
  it('countries are named in both languages', () => {
    expect(countries()).toEqual(
      expect.arrayContaining([{ code: 'AE', name: { en: 'United Arab Emirates', fr: 'Émirats arabes unis' } }]),
    );
    expect(countries().length).toBeGreaterThan(200);
  });

  it("Canada's provinces have their French names", () => {
    expect(regionsOf('CA').map(({ name }) => name.fr)).toEqual(
      expect.arrayContaining(['Québec', 'Colombie-Britannique', 'Terre-Neuve-et-Labrador', 'Alberta']),
    );
  });

  it('regions within a region follow it', () => {
    const bavaria = regionsOf('DE').filter(({ code }) => code.startsWith('BY'));
    expect(bavaria.map(({ code }) => code)).toEqual(['BY', 'BY.A', 'BY.KATH', 'BY.EVANG']);
    expect(datesOf('DE', 'BY.A', 2026)).toContain('2026-08-08');
    expect(datesOf('DE', 'BY', 2026)).not.toContain('2026-08-08');
  });

  it('a country without regions has none', () => {
    expect(regionsOf('JP')).toEqual([]);
    expect(regionsOf('XX')).toEqual([]);
  });

  it('regions at every depth can be asked', () => {
    const refused = countries()
      .filter(({ code }) => ['CA', 'US', 'DE', 'GB', 'BR', 'NZ', 'CK'].includes(code))
      .flatMap(({ code: country }) =>
        regionsOf(country).filter(({ code }) => !holidaysFor({ country, region: code, years: [2026] }).ok),
      );
    expect(refused).toEqual([]);
  });
});
