import ICAL from 'ical.js';
import { readComponent, propertyOf } from '../../../src/adapters/ics/jcal';
import { recurrenceDays } from '../../../src/adapters/ics/recurrence-days';
import { readRule } from '../../../src/adapters/ics/recurrence-rule';
import { epochDayOf, localDateOf } from '../../../src/core/time/local-date';

function days(rrule: string, start: string, last: string): readonly string[] | undefined {
  const component = readComponent(`BEGIN:VEVENT\r\nRRULE:${rrule}\r\nEND:VEVENT`)!;
  const rule = readRule(propertyOf(component, 'rrule')!);
  return rule && recurrenceDays(rule, epochDayOf(start)!, epochDayOf(last)!).map(localDateOf);
}

/** The same by the iterator of ical.js, for rules that it gets right. */
function daysByLibrary(rrule: string, start: string, last: string): readonly string[] {
  const iterator = ICAL.Recur.fromString(rrule).iterator(ICAL.Time.fromDateString(start));
  const found: string[] = [];
  let next = iterator.next().toString();
  while (next <= last) {
    found.push(next);
    // The library's types leave out that a finished iterator gives undefined.
    next = (iterator.next() as ICAL.Time | undefined)?.toString() ?? '9999';
  }
  return found;
}

describe('a rule falls on the days that RFC 5545 gives in its examples', () => {
  it.each([
    ['FREQ=DAILY;COUNT=3', '1997-09-02', ['1997-09-02', '1997-09-03', '1997-09-04']],
    ['FREQ=DAILY;INTERVAL=10;COUNT=3', '1997-09-02', ['1997-09-02', '1997-09-12', '1997-09-22']],
    [
      'FREQ=WEEKLY;UNTIL=19970918;BYDAY=TU,TH',
      '1997-09-02',
      ['1997-09-02', '1997-09-04', '1997-09-09', '1997-09-11', '1997-09-16', '1997-09-18'],
    ],
    [
      'FREQ=WEEKLY;INTERVAL=2;COUNT=4;WKST=SU;BYDAY=TU,TH',
      '1997-09-02',
      ['1997-09-02', '1997-09-04', '1997-09-16', '1997-09-18'],
    ],
    [
      'FREQ=WEEKLY;INTERVAL=2;COUNT=4;BYDAY=TU,SU;WKST=MO',
      '1997-08-05',
      ['1997-08-05', '1997-08-10', '1997-08-19', '1997-08-24'],
    ],
    [
      'FREQ=WEEKLY;INTERVAL=2;COUNT=4;BYDAY=TU,SU;WKST=SU',
      '1997-08-05',
      ['1997-08-05', '1997-08-17', '1997-08-19', '1997-08-31'],
    ],
    ['FREQ=MONTHLY;COUNT=3;BYDAY=1FR', '1997-09-05', ['1997-09-05', '1997-10-03', '1997-11-07']],
    ['FREQ=MONTHLY;COUNT=3;BYDAY=-2MO', '1997-09-22', ['1997-09-22', '1997-10-20', '1997-11-17']],
    ['FREQ=MONTHLY;COUNT=3;BYMONTHDAY=-3', '1997-09-28', ['1997-09-28', '1997-10-29', '1997-11-28']],
    ['FREQ=MONTHLY;COUNT=3;BYDAY=TU,WE,TH;BYSETPOS=3', '1997-09-04', ['1997-09-04', '1997-10-07', '1997-11-06']],
    ['FREQ=MONTHLY;COUNT=3;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-2', '1997-09-29', ['1997-09-29', '1997-10-30', '1997-11-27']],
    ['FREQ=MONTHLY;COUNT=4;BYMONTHDAY=15,30', '2007-01-15', ['2007-01-15', '2007-01-30', '2007-02-15', '2007-03-15']],
    [
      'FREQ=YEARLY;INTERVAL=3;COUNT=4;BYYEARDAY=1,100,200',
      '1997-01-01',
      ['1997-01-01', '1997-04-10', '1997-07-19', '2000-01-01'],
    ],
    ['FREQ=YEARLY;BYDAY=20MO;COUNT=3', '1997-05-19', ['1997-05-19', '1998-05-18', '1999-05-17']],
    [
      'FREQ=YEARLY;INTERVAL=4;BYMONTH=11;BYDAY=TU;BYMONTHDAY=2,3,4,5,6,7,8;COUNT=3',
      '1996-11-05',
      ['1996-11-05', '2000-11-07', '2004-11-02'],
    ],
  ])('%s', (rrule, start, expected) => {
    expect(days(rrule, start, '2010-12-31')).toEqual(expected);
  });
});

describe('a rule agrees with the iterator of ical.js', () => {
  it.each([
    ['FREQ=YEARLY', '2020-06-24'],
    ['FREQ=YEARLY;INTERVAL=2', '2020-06-24'],
    ['FREQ=YEARLY;BYMONTH=5;BYDAY=-1MO', '2020-05-25'],
    ['FREQ=YEARLY;BYMONTH=1,7;BYMONTHDAY=1', '2020-01-01'],
    ['FREQ=MONTHLY', '2020-01-15'],
    ['FREQ=MONTHLY;BYDAY=MO', '2020-01-06'],
    ['FREQ=MONTHLY;BYDAY=-1FR;COUNT=30', '2020-01-31'],
    ['FREQ=WEEKLY', '2020-01-01'],
    ['FREQ=WEEKLY;INTERVAL=3;BYDAY=MO,SU', '2020-01-06'],
    ['FREQ=DAILY;INTERVAL=5', '2020-01-01'],
    ['FREQ=DAILY;UNTIL=20200301', '2020-01-01'],
  ])('%s from %s', (rrule, start) => {
    const expected = daysByLibrary(rrule, start, '2026-12-31');
    expect(expected.length).toBeGreaterThan(3);
    expect(days(rrule, start, '2026-12-31')).toEqual(expected);
  });
});

describe('a rule that falls on days that do not exist', () => {
  it.each([
    ['29 February falls in leap years', 'FREQ=YEARLY', '2024-02-29', ['2024-02-29', '2028-02-29', '2032-02-29']],
    ['the 31st falls in long months', 'FREQ=MONTHLY;COUNT=3', '2026-01-31', ['2026-01-31', '2026-03-31', '2026-05-31']],
    ['30 February never falls', 'FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30', '2026-01-01', []],
    ['a Monday every seventh day from a Tuesday never falls', 'FREQ=DAILY;INTERVAL=7;BYDAY=MO', '2026-01-06', []],
    ['an interval beyond all dates falls once', 'FREQ=YEARLY;INTERVAL=999999999', '2026-01-06', ['2026-01-06']],
  ])('%s', (_, rrule, start, expected) => {
    expect(days(rrule, start, '2033-01-01')).toEqual(expected);
  });

  it.each([
    'FREQ=HOURLY',
    'FREQ=YEARLY;BYWEEKNO=1',
    'FREQ=DAILY;BYHOUR=9',
    'FREQ=DAILY;BYDAY=1MO',
    'FREQ=YEARLY;UNTIL=2025',
  ])('%s is not understood', (rrule) => {
    expect(days(rrule, '2026-01-01', '2026-12-31')).toBeUndefined();
  });
});
