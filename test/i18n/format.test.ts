import { createFormatter, durationText, lengthText, wholeMinutes } from '../../src/i18n/format';
import { readerOf } from '../../src/i18n/reader';
import { HOUR, MINUTE, SECOND } from '../../src/core/time/instant';

const TORONTO = 'America/Toronto';
/** Wednesday 11 March 2026, 14:12 in Toronto. */
const NOW = Date.parse('2026-03-11T18:12:00Z');

const english = createFormatter(readerOf('en-US', TORONTO));
const french = createFormatter(readerOf('fr-FR', TORONTO));
const british = createFormatter(readerOf('en-GB', TORONTO));
const inFrance = createFormatter(readerOf('fr-FR', 'Europe/Paris', ['fr-FR']));

/** No-break spaces, written as `_` so that a table shows them. */
const shown = (text: string): string => text.replaceAll('\u00A0', '_');

describe('instants', () => {
  it.each([
    ['later today', '2026-03-11T19:25:00Z', 'today 3:25_PM', 'aujourd’hui à_15_h_25'],
    ['tomorrow, over midnight in the zone', '2026-03-12T04:30:00Z', 'tomorrow 12:30_AM', 'demain à_0_h_30'],
    ['yesterday', '2026-03-10T18:42:00Z', 'yesterday 2:42_PM', 'hier à_14_h_42'],
    ['six days ahead', '2026-03-17T14:00:00Z', 'Tue_10:00_AM', 'mar._10_h_00'],
    ['a week ahead, same weekday', '2026-03-18T14:00:00Z', 'Mar_18, 10:00_AM', '18_mars, 10_h_00'],
    ['the first of a month', '2026-04-01T14:00:00Z', 'Apr_1, 10:00_AM', '1er_avr., 10_h_00'],
    ['another year', '2025-12-09T15:00:00Z', 'Dec_9,_2025, 10:00_AM', '9_déc._2025, 10_h_00'],
  ])('%s', (_, at, en, fr) => {
    const instant = Date.parse(at);
    expect([shown(english.instant(instant, NOW)), shown(french.instant(instant, NOW))]).toEqual([en, fr]);
  });

  it.each([
    ['today', '2026-03-11T19:25:00Z', '3:25_PM', 'Wed_3:25_PM'],
    ['tomorrow', '2026-03-12T19:25:00Z', 'Thu_3:25_PM', 'Thu_3:25_PM'],
    ['far', '2026-05-12T19:25:00Z', 'May_12, 3:25_PM', 'May_12, 3:25_PM'],
  ])('short, and in a ledger: %s', (_, at, short, ledger) => {
    const instant = Date.parse(at);
    expect([shown(english.shortInstant(instant, NOW)), shown(english.ledgerInstant(instant, NOW))]).toEqual([
      short,
      ledger,
    ]);
  });

  it.each([
    ['today', '2026-03-11T19:25:00Z', 'at_3:25_PM', 'à_15_h_25'],
    ['another day', '2026-03-12T19:25:00Z', 'Thu_3:25_PM', 'jeu._15_h_25'],
  ])('with its preposition: %s', (_, at, en, fr) => {
    const instant = Date.parse(at);
    expect([shown(english.atInstant(instant, NOW)), shown(french.atInstant(instant, NOW))]).toEqual([en, fr]);
  });

  it.each([
    ['en-US', english, '3:25_PM'],
    ['en-GB', british, '15:25'],
    ['fr-CA', french, '15_h_25'],
    ['fr-FR in Paris', inFrance, '20:25'],
  ])('times follow the region of the reader: %s', (_, format, time) => {
    expect(shown(format.time(Date.parse('2026-03-11T19:25:00Z')))).toBe(time);
  });

  it('Canadian French does not pad the hour', () => {
    expect(shown(french.time(Date.parse('2026-03-11T12:30:00Z')))).toBe('8_h_30');
  });

  it('dates have no zone: a day is the same wherever it is read', () => {
    const inHonolulu = createFormatter(readerOf('en-US', 'Pacific/Honolulu'));
    expect(shown(inHonolulu.date('2026-01-01'))).toBe('Jan_1,_2026');
  });

  it('French writes the first of a month as an ordinal', () => {
    expect([shown(french.date('2026-01-01')), shown(french.date('2026-12-31'))]).toEqual([
      '1er_janv._2026',
      '31_déc._2026',
    ]);
  });
});

describe('the zone of a calendar', () => {
  it('is not named where it shows the same time', () => {
    expect(createFormatter(readerOf('en-US', 'America/Montreal')).otherZone(TORONTO, NOW)).toBeNull();
  });

  it('is named where it differs', () => {
    expect(createFormatter(readerOf('en-US', 'America/Halifax')).otherZone(TORONTO, NOW)).toBe('Eastern Time');
  });

  it('is named in French', () => {
    expect(createFormatter(readerOf('fr-FR', 'America/Halifax')).otherZone(TORONTO, NOW)).toMatch(/^heure de l’Est/);
  });
});

describe('lengths', () => {
  it.each([
    [0, '0_min', '0_min'],
    [1, '0_min', '1_s'],
    [45 * SECOND, '45_s', '45_s'],
    [59 * SECOND + 1, '59_s', '1_min'],
    [MINUTE, '1_min', '1_min'],
    [59 * MINUTE + 59 * SECOND, '59_min', '1_h_00'],
    [HOUR, '1_h_00', '1_h_00'],
    [4 * HOUR + 5 * MINUTE, '4_h_05', '4_h_05'],
    [128 * HOUR + 5 * MINUTE + 30 * SECOND, '128_h_05', '128_h_06'],
    [-(HOUR + 13 * MINUTE), '1_h_13', '1_h_13'],
  ])('%d ms: used %s, left %s', (length, used, left) => {
    expect([shown(lengthText(length)), shown(lengthText(length, 'up'))]).toEqual([used, left]);
  });
});

describe('targets', () => {
  it.each([
    [{ unit: 'minutes', amount: 30 }, '30_min', '30_min'],
    [{ unit: 'minutes', amount: 90 }, '1_h_30', '1_h_30'],
    [{ unit: 'hours', amount: 8 }, '8_h', '8_h'],
    [{ unit: 'hours', amount: 1.5 }, '1_h_30', '1_h_30'],
    [{ unit: 'days', amount: 2 }, '2_d', '2_j'],
    [{ unit: 'days', amount: 1.5 }, '1.5_d', '1,5_j'],
    [{ unit: 'business-days', amount: 1 }, '1_business day', '1_jour ouvrable'],
    [{ unit: 'business-days', amount: 2 }, '2_business days', '2_jours ouvrables'],
  ] as const)('%j', (duration, en, fr) => {
    expect([shown(durationText(duration, 'en')), shown(durationText(duration, 'fr'))]).toEqual([en, fr]);
  });
});

describe('wholeMinutes', () => {
  it.each([
    { parts: [407 * MINUTE, 75 * MINUTE, 960 * MINUTE], minutes: [407, 75, 960] },
    { parts: [90 * SECOND, 90 * SECOND], minutes: [2, 1] },
    { parts: [50 * SECOND, 30 * SECOND, 40 * SECOND], minutes: [1, 0, 1] },
    { parts: [59 * SECOND], minutes: [0] },
    { parts: [], minutes: [] },
  ])('$minutes add up to the whole', ({ parts, minutes }) => {
    expect(wholeMinutes(parts)).toEqual(minutes.map((count) => count * MINUTE));
  });
});

describe('figures', () => {
  it.each([
    [0.9, '90_%', '90_%'],
    [0.755, '75.5_%', '75,5_%'],
  ])('%d as a percentage', (share, en, fr) => {
    expect([shown(english.percent(share)), shown(french.percent(share))]).toEqual([en, fr]);
  });
});
