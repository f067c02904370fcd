import { importIcs } from '../../../src/adapters/ics/import-ics';
import type { IcsAnswer } from '../../../src/core/time/holiday-sources';

const YEAR = { timeZone: 'America/Toronto', from: '2026-01-01', to: '2026-12-31' };

function file(...components: readonly string[]): string {
  return ['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//test//EN', ...components, 'END:VCALENDAR', ''].join('\r\n');
}

let uid = 0;
function event(name: string, ...lines: readonly string[]): string {
  return ['BEGIN:VEVENT', `UID:${uid++}`, `SUMMARY:${name}`, 'DTSTAMP:20250101T000000Z', ...lines, 'END:VEVENT'].join(
    '\r\n',
  );
}

const imported = (...components: readonly string[]): IcsAnswer => importIcs(file(...components), YEAR);
const datesOf = (answer: IcsAnswer): readonly string[] =>
  answer.ok ? answer.holidays.map(({ date }) => date) : [answer.code];
const skippedOf = (answer: IcsAnswer): unknown => (answer.ok ? answer.skipped : answer.code);

describe('days that a file closes', () => {
  it.each<[string, readonly string[], readonly string[]]>([
    ['an all-day event', ['DTSTART;VALUE=DATE:20261224'], ['2026-12-24']],
    [
      'an all-day event with its exclusive end',
      ['DTSTART;VALUE=DATE:20261224', 'DTEND;VALUE=DATE:20261225'],
      ['2026-12-24'],
    ],
    [
      'several days',
      ['DTSTART;VALUE=DATE:20261224', 'DTEND;VALUE=DATE:20261227'],
      ['2026-12-24', '2026-12-25', '2026-12-26'],
    ],
    ['several days by duration', ['DTSTART;VALUE=DATE:20261224', 'DURATION:P2D'], ['2026-12-24', '2026-12-25']],
    [
      'what began the year before',
      ['DTSTART;VALUE=DATE:20251230', 'DTEND;VALUE=DATE:20260103'],
      ['2026-01-01', '2026-01-02'],
    ],
    ['every year', ['DTSTART;VALUE=DATE:19700624', 'RRULE:FREQ=YEARLY'], ['2026-06-24']],
    [
      'the second Monday of October',
      ['DTSTART;VALUE=DATE:20201012', 'RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=2MO'],
      ['2026-10-12'],
    ],
    [
      'the Monday before 25 May',
      ['DTSTART;VALUE=DATE:20200518', 'RRULE:FREQ=YEARLY;BYMONTH=5;BYDAY=MO;BYMONTHDAY=18,19,20,21,22,23,24'],
      ['2026-05-18'],
    ],
    [
      'an exception date left out',
      ['DTSTART;VALUE=DATE:20261201', 'RRULE:FREQ=DAILY;COUNT=3', 'EXDATE;VALUE=DATE:20261202'],
      ['2026-12-01', '2026-12-03'],
    ],
    [
      'an extra date',
      ['DTSTART;VALUE=DATE:20261201', 'RDATE;VALUE=DATE:20261215,20261217'],
      ['2026-12-01', '2026-12-15', '2026-12-17'],
    ],
    [
      'midnight to midnight in the zone',
      ['DTSTART;TZID=America/Toronto:20261224T000000', 'DTEND;TZID=America/Toronto:20261225T000000'],
      ['2026-12-24'],
    ],
    ['midnight to midnight on no zone', ['DTSTART:20261224T000000', 'DTEND:20261225T000000'], ['2026-12-24']],
    [
      'midnight to midnight in UTC terms',
      ['DTSTART:20261224T050000Z', 'DTEND:20261226T050000Z'],
      ['2026-12-24', '2026-12-25'],
    ],
    [
      'a 23-hour day',
      ['DTSTART;TZID=America/Toronto:20260308T000000', 'DTEND;TZID=America/Toronto:20260309T000000'],
      ['2026-03-08'],
    ],
    [
      'the whole days of a longer stretch',
      ['DTSTART:20261223T170000', 'DTEND:20261227T090000'],
      ['2026-12-24', '2026-12-25', '2026-12-26'],
    ],
    [
      'the whole days of a stretch in another zone',
      ['DTSTART;TZID=Europe/Paris:20261224T000000', 'DTEND;TZID=Europe/Paris:20261227T000000'],
      ['2026-12-24', '2026-12-25'],
    ],
    ['an event that is also free time', ['DTSTART;VALUE=DATE:20261224', 'TRANSP:TRANSPARENT'], ['2026-12-24']],
  ])('%s', (_, lines, dates) => {
    const answer = imported(event('closed', ...lines));
    expect(skippedOf(answer)).toEqual([]);
    expect(datesOf(answer)).toEqual(dates);
  });

  it('are named by the file in both languages', () => {
    const answer = imported(event('Fête\\, du bureau', 'DTSTART;VALUE=DATE:20261224'));
    const name = { en: 'Fête, du bureau', fr: 'Fête, du bureau' };
    expect(answer).toEqual({ ok: true, holidays: [{ date: '2026-12-24', name }], skipped: [] });
  });

  it('come once a date with the names of all their events', () => {
    const answer = imported(
      event('Noël', 'DTSTART;VALUE=DATE:20261225'),
      event('Fermeture', 'DTSTART;VALUE=DATE:20261225'),
      event('Veille', 'DTSTART;VALUE=DATE:20261224'),
    );
    expect(answer.ok && answer.holidays.map(({ date, name }) => `${date} ${name?.fr ?? ''}`)).toEqual([
      '2026-12-24 Veille',
      '2026-12-25 Noël, Fermeture',
    ]);
  });

  it('follow an occurrence that was moved', () => {
    const answer = imported(
      [
        'BEGIN:VEVENT',
        'UID:x',
        'SUMMARY:closed',
        'DTSTART;VALUE=DATE:20251224',
        'RRULE:FREQ=YEARLY',
        'END:VEVENT',
      ].join('\r\n'),
      [
        'BEGIN:VEVENT',
        'UID:x',
        'SUMMARY:closed',
        'RECURRENCE-ID;VALUE=DATE:20261224',
        'DTSTART;VALUE=DATE:20261223',
        'END:VEVENT',
      ].join('\r\n'),
    );
    expect(datesOf(answer)).toEqual(['2026-12-23']);
  });

  it('follow a zone that only the file describes', () => {
    const zone = [
      ...['BEGIN:VTIMEZONE', 'TZID:Eastern Standard Time'],
      ...['BEGIN:STANDARD', 'DTSTART:16010101T020000', 'TZOFFSETFROM:-0400', 'TZOFFSETTO:-0500'],
      ...['RRULE:FREQ=YEARLY;BYMONTH=11;BYDAY=1SU', 'END:STANDARD'],
      ...['BEGIN:DAYLIGHT', 'DTSTART:16010101T020000', 'TZOFFSETFROM:-0500', 'TZOFFSETTO:-0400'],
      ...['RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=2SU', 'END:DAYLIGHT', 'END:VTIMEZONE'],
    ].join('\r\n');
    const lines = (day: string, next: string): readonly string[] => [
      `DTSTART;TZID=Eastern Standard Time:${day}T000000`,
      `DTEND;TZID=Eastern Standard Time:${next}T000000`,
    ];
    const answer = imported(
      zone,
      event('winter', ...lines('20261224', '20261225')),
      event('summer', ...lines('20260701', '20260702')),
    );
    expect(datesOf(answer)).toEqual(['2026-07-01', '2026-12-24']);
  });

  it('survive folded lines, a byte order mark and bare line feeds', () => {
    const folded = file(event('A long', 'DTSTART;VALUE=DATE:20261224')).replace('A long', 'A lo\r\n ng');
    expect(datesOf(importIcs(`\uFEFF${folded}`.replaceAll('\r\n', '\n'), YEAR))).toEqual(['2026-12-24']);
  });

  it('come from an event whose alarm stands within it', () => {
    const alarm = ['BEGIN:VALARM', 'ACTION:DISPLAY', 'TRIGGER:-PT15M', 'END:VALARM'];
    expect(datesOf(imported(event('closed', 'DTSTART;VALUE=DATE:20261224', ...alarm)))).toEqual(['2026-12-24']);
  });
});

describe('entries that close nothing are named with the reason', () => {
  it.each<[string, readonly string[], string]>([
    ['no start', [], 'no-start'],
    ['30 February', ['DTSTART;VALUE=DATE:20260230'], 'bad-date'],
    ['a year alone', ['DTSTART:2026'], 'bad-date'],
    ['a 25th hour', ['DTSTART:20261224T250000'], 'bad-date'],
    ['an end that is no date', ['DTSTART;VALUE=DATE:20261224', 'DTEND;VALUE=DATE:20261332'], 'bad-date'],
    ['a zone nobody knows', ['DTSTART;TZID=Mars:20261224T000000', 'DTEND;TZID=Mars:20261225T000000'], 'unknown-zone'],
    ['an end before the start', ['DTSTART;VALUE=DATE:20261224', 'DTEND;VALUE=DATE:20261223'], 'no-length'],
    ['an instant', ['DTSTART:20261224T090000'], 'no-length'],
    ['two years at a time', ['DTSTART;VALUE=DATE:20260101', 'DTEND;VALUE=DATE:20280101'], 'too-long'],
    ['cancelled', ['DTSTART;VALUE=DATE:20261224', 'STATUS:CANCELLED'], 'cancelled'],
    ['an afternoon', ['DTSTART:20261224T120000', 'DTEND:20261225T000000'], 'part-of-a-day'],
    ['a day of another zone', ['DTSTART:20261224T000000Z', 'DTEND:20261225T000000Z'], 'part-of-a-day'],
    ['week numbers', ['DTSTART;VALUE=DATE:20261224', 'RRULE:FREQ=YEARLY;BYWEEKNO=52'], 'unsupported-rule'],
    ['every second', ['DTSTART:20261224T000000', 'DTEND:20261225T000000', 'RRULE:FREQ=SECONDLY'], 'unsupported-rule'],
    [
      'the second Monday of every week',
      ['DTSTART;VALUE=DATE:20261224', 'RRULE:FREQ=WEEKLY;BYDAY=2MO'],
      'unsupported-rule',
    ],
    ['a frequency of its own', ['DTSTART;VALUE=DATE:20261224', 'RRULE:FREQ=FORTNIGHTLY'], 'unreadable'],
    ['a line without a colon', ['DTSTART;VALUE=DATE:20261224', 'hello'], 'unreadable'],
    ['the year before', ['DTSTART;VALUE=DATE:20251224'], 'outside-range'],
    ['the year after', ['DTSTART;VALUE=DATE:20270101'], 'outside-range'],
    ['a rule that ended', ['DTSTART;VALUE=DATE:20201224', 'RRULE:FREQ=YEARLY;UNTIL=20251231'], 'outside-range'],
    [
      'a rule that never falls',
      ['DTSTART;VALUE=DATE:20260101', 'RRULE:FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30'],
      'outside-range',
    ],
  ])('%s', (name, lines, reason) => {
    const answer = imported(event(name, ...lines), event('good', 'DTSTART;VALUE=DATE:20261225'));
    expect(skippedOf(answer)).toEqual([{ name, reason }]);
    expect(datesOf(answer)).toEqual(['2026-12-25']);
  });

  it('what is no event', () => {
    const task = ['BEGIN:VTODO', 'UID:t', 'SUMMARY:clean up', 'DUE;VALUE=DATE:20261224', 'END:VTODO'].join('\r\n');
    expect(skippedOf(imported(task))).toEqual([{ name: 'clean up', reason: 'not-an-event' }]);
  });

  it('an event that the file cuts off', () => {
    const cut = file(event('whole', 'DTSTART;VALUE=DATE:20261224')).concat('BEGIN:VEVENT\r\nSUMMARY:half');
    expect(skippedOf(importIcs(cut, YEAR))).toEqual([{ name: 'half', reason: 'unreadable' }]);
  });
});

describe('files that are refused', () => {
  it.each([
    ['', 'not-a-calendar'],
    ['date;name\n2026-12-25;Noël', 'not-a-calendar'],
    ['BEGIN:VCARD\r\nEND:VCARD', 'not-a-calendar'],
    ['x'.repeat(2_000_001), 'too-large'],
  ])('%.20s', (text, code) => {
    expect(importIcs(text, YEAR)).toEqual({ ok: false, code });
  });

  it.each([
    ['2026-12-31', '2026-01-01'],
    ['2026-02-30', '2026-12-31'],
  ])('a range from %s to %s', (from, to) => {
    expect(importIcs(file(), { ...YEAR, from, to })).toEqual({ ok: false, code: 'bad-range' });
  });

  it('an empty calendar closes nothing', () => {
    expect(importIcs(file(), YEAR)).toEqual({ ok: true, holidays: [], skipped: [] });
  });
});
