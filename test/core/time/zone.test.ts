import { MINUTE } from '../../../src/core/time/instant';
import { isKnownZone } from '../../../src/core/time/zone-name';
import {
  instantOfLocal,
  localAt,
  localDateAt,
  offsetAt,
  zoneOffsets,
  zoneTransitions,
} from '../../../src/core/time/zone';
import { wallClockAt } from '../../../src/core/time/zone-offsets';
import { at, timeErrorOf } from './words';

const iso = (instant: number): string => new Date(instant).toISOString();

describe('zones by name', () => {
  it.each(['America/Toronto', 'UTC', 'Etc/UTC', 'Asia/Kathmandu', 'EST5EDT'])('%s is known', (name) => {
    expect(isKnownZone(name)).toBe(true);
  });

  it.each(['', 'Toronto', 'America/Montréal', '+05:00', 'Mars/Olympus', ' UTC', '__proto__'])('"%s" is not', (name) => {
    expect(isKnownZone(name)).toBe(false);
  });

  it('refuses an unknown zone by its name', () => {
    expect(timeErrorOf(() => offsetAt('Mars/Olympus', 0))).toMatchObject({
      code: 'unknown-zone',
      data: { timeZone: 'Mars/Olympus' },
    });
  });
});

describe('changes of offset', () => {
  it.each([
    ['America/Toronto', '2026', ['2026-03-08T07:00:00.000Z', '2026-11-01T06:00:00.000Z']],
    ['Europe/Paris', '2026', ['2026-03-29T01:00:00.000Z', '2026-10-25T01:00:00.000Z']],
    ['Australia/Lord_Howe', '2026', ['2026-04-04T15:00:00.000Z', '2026-10-03T15:30:00.000Z']],
    ['Pacific/Chatham', '2026', ['2026-04-04T14:00:00.000Z', '2026-09-26T14:00:00.000Z']],
    ['Africa/Casablanca', '2024', ['2024-03-10T02:00:00.000Z', '2024-04-14T02:00:00.000Z']],
    ['America/Sao_Paulo', '2018', ['2018-02-18T02:00:00.000Z', '2018-11-04T03:00:00.000Z']],
    ['Asia/Tehran', '2022', ['2022-03-21T20:30:00.000Z', '2022-09-21T19:30:00.000Z']],
    ['Pacific/Apia', '2011', ['2011-04-02T14:00:00.000Z', '2011-09-24T14:00:00.000Z', '2011-12-30T10:00:00.000Z']],
    // Seven days less an hour apart: the nearest pair on record.
    ['America/Noronha', '2000', ['2000-02-27T01:00:00.000Z', '2000-10-08T02:00:00.000Z', '2000-10-15T01:00:00.000Z']],
    // To the second: a local mean time of -00:44:30 until then.
    ['Africa/Monrovia', '1972', ['1972-01-07T00:44:30.000Z']],
    ['Asia/Kathmandu', '2026', []],
  ])('%s in %s', (zone, year, changes) => {
    const transitions = zoneTransitions(zone, at(`${year}-01-01T00:00:00Z`), at(`${year}-12-31T23:59:59Z`));
    expect(transitions.map(iso)).toEqual(changes);
  });
});

describe('a wall clock', () => {
  it.each([
    ['an ambiguous time is the earlier instant', 'America/Toronto', '2026-11-01', '01:30', '2026-11-01T05:30:00.000Z'],
    ['a missing time is the instant of the jump', 'America/Toronto', '2026-03-08', '02:30', '2026-03-08T07:00:00.000Z'],
    ['the hour after a jump', 'America/Toronto', '2026-03-08', '03:00', '2026-03-08T07:00:00.000Z'],
    ['a missing half hour', 'Australia/Lord_Howe', '2026-10-04', '02:15', '2026-10-03T15:30:00.000Z'],
    ['a missing midnight', 'America/Sao_Paulo', '2018-11-04', '00:00', '2018-11-04T03:00:00.000Z'],
    ['a missing day', 'Pacific/Apia', '2011-12-30', '12:00', '2011-12-30T10:00:00.000Z'],
    ['the day after the missing day', 'Pacific/Apia', '2011-12-31', '00:00', '2011-12-30T10:00:00.000Z'],
    ['a quarter-hour zone', 'Asia/Kathmandu', '2026-06-01', '00:00', '2026-05-31T18:15:00.000Z'],
    ['the next morning, past 24:00', 'America/Toronto', '2026-07-01', '30:00', '2026-07-02T10:00:00.000Z'],
  ])('%s', (_, zone, date, time, expected) => {
    const minutes = Number(time.slice(0, 2)) * 60 + Number(time.slice(3));
    expect(iso(instantOfLocal(zone, date, minutes))).toBe(expected);
  });

  it.each([
    ['America/Toronto', '2026-03-08T06:59:59.999Z', '2026-03-08', 119],
    ['America/Toronto', '2026-03-08T07:00:00.000Z', '2026-03-08', 180],
    ['Pacific/Apia', '2011-12-30T09:59:00.000Z', '2011-12-29', 1439],
    ['Pacific/Apia', '2011-12-30T10:00:00.000Z', '2011-12-31', 0],
    ['Asia/Tehran', '1969-12-31T20:30:00.000Z', '1970-01-01', 0],
  ])('in %s at %s', (zone, instant, date, minutes) => {
    expect(localAt(zone, at(instant))).toEqual({ date, minutes });
    expect(localDateAt(zone, at(instant))).toBe(date);
  });

  it('refuses a date that is none', () => {
    expect(timeErrorOf(() => instantOfLocal('UTC', '2026-02-29')).code).toBe('bad-date');
  });

  it('reads the same from compiled offsets as from the zone', () => {
    const from = at('2010-01-01T00:00:00Z');
    const zone = zoneOffsets('Pacific/Apia', from, at('2013-01-01T00:00:00Z'));
    for (let instant = from; instant < at('2013-01-01T00:00:00Z'); instant += 29 * 60 * MINUTE) {
      expect(wallClockAt(zone, instant) - instant).toBe(offsetAt('Pacific/Apia', instant));
    }
  });
});
