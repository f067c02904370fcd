import { blankPolicy } from '../../src/core/policy/presets/blank';
import { jiraNames } from '../../src/core/policy/presets/jira-names';
import { stagePlus } from '../../src/core/policy/presets/stage-plus';
import type { PolicyDocument } from '../../src/core/policy/document';
import { readPolicyText } from '../../src/services/read-policy-text';
import { buildPolicy } from '../builders/policy';

const NOW = Date.UTC(2025, 11, 9);
type Json = Record<string, unknown>;
const asJson = (document: PolicyDocument): Json => JSON.parse(JSON.stringify(document)) as Json;

function problems(text: string): string[] {
  const read = readPolicyText(text, NOW);
  return read.ok ? [] : read.problems.map(({ code, path }) => `${code} ${path}`.trim());
}

const changed = (change: (document: Json) => unknown): string => {
  const document = asJson(buildPolicy());
  return JSON.stringify(change(document) ?? document);
};

describe('an exported policy', () => {
  it.each<[string, PolicyDocument]>([
    ['STAGE+', stagePlus()],
    ['Jira’s own names', jiraNames()],
    ['the empty one', blankPolicy()],
  ])('reads back as it was: %s', (_name, document) => {
    expect(readPolicyText(JSON.stringify(document, null, 2), NOW)).toEqual({ ok: true, document });
    expect(readPolicyText(`\uFEFF${JSON.stringify(document)}`, NOW)).toEqual({ ok: true, document });
  });
});

describe('a text that is no policy is refused with every problem and its place', () => {
  it('what JSON cannot say, with the line', () => {
    const read = readPolicyText('{\n  "rank": NaN\n}', NOW);
    expect(read).toMatchObject({ ok: false, problems: [{ code: 'document.not-json', values: { line: 2 } }] });
    for (const text of ['', '{', 'undefined', '{"a":Infinity}', "{'a':1}", '[1,]', '\u0000']) {
      expect(problems(text)).toEqual(['document.not-json']);
    }
  });

  it.each<[string, string, string[]]>([
    ['no object', '[]', ['document.not-an-object']],
    ['a number', '7', ['document.not-an-object']],
    ['nothing', 'null', ['document.not-an-object']],
    [
      'members that are missing or that nobody knows, all of them',
      changed(({ defaultPlan: _plan, ...rest }) => ({
        ...rest,
        a: 1,
        b: 2,
        alerts: { ...(rest['alerts'] as Json), c: 3 },
      })),
      [
        'document.unknown-member alerts.c',
        'document.unknown-member a',
        'document.unknown-member b',
        'document.missing defaultPlan',
      ],
    ],
    [
      'members of wrong types',
      changed((d) => ({ ...d, key: 1, plans: {}, matrix: [], thresholds: 'x', alerts: null })),
      [
        'document.not-an-object matrix',
        'document.not-a-text key',
        'document.not-a-list plans',
        'document.not-a-list thresholds',
        'document.not-an-object alerts',
      ],
    ],
    [
      'a word that is none of the choices',
      changed((d) => ({ ...d, modes: { ...(d['modes'] as Json), retarget: 'reset' } })),
      ['document.not-listed modes.retarget'],
    ],
    [
      'a calendar with two faults',
      changed((d) => {
        const calendars = d['calendars'] as Record<string, { calendar: Json }>;
        const key = Object.keys(calendars)[0] ?? '';
        const broken = {
          timeZone: 'Mars/Olympus',
          weeklyHours: { 1: [{ start: '09:00', end: '08:00' }] },
          holidays: [{ date: '2026-02-30' }],
          exceptions: [],
        };
        return { ...d, calendars: { ...calendars, [key]: { ...calendars[key], calendar: broken } } };
      }),
      [
        'document.calendar-unknown-zone calendars.business-hours.calendar.timeZone',
        'document.calendar-reversed-hours calendars.business-hours.calendar.weeklyHours.1.0',
        'document.calendar-bad-date calendars.business-hours.calendar.holidays.0.date',
      ],
    ],
    [
      'keys that name nothing',
      changed((d) => ({ ...d, defaultPlan: 'GOLD', defaultCalendar: 'nights' })),
      ['document.unknown-key defaultPlan', 'document.unknown-key defaultCalendar'],
    ],
    [
      'a key for two things',
      changed((d) => ({ ...d, plans: [...(d['plans'] as Json[]), (d['plans'] as Json[])[0]] })),
      ['document.repeated-key plans'],
    ],
    [
      'a huge number',
      changed((d) => ({ ...d, thresholds: [{ kind: 'percent', percent: 1e308 }] })),
      ['document.out-of-range thresholds.0.percent'],
    ],
  ])('%s', (_what, text, expected) => {
    expect(problems(text)).toEqual(expected);
  });

  it.each(['__proto__', 'constructor', 'prototype'])('a member called %s, wherever it stands', (name) => {
    const text = JSON.stringify(buildPolicy());
    const inside = text.replace('"modes":{', `"modes":{"${name}":{"polluted":true},`);
    const outside = text.replace('{', `{"${name}":{"polluted":true},`);
    const asKey = text.replace('"statusCategories":{', `"statusCategories":{"${name}":"done",`);
    expect(problems(inside)).toEqual([`document.forbidden-name modes.${name}`]);
    expect(problems(outside)).toEqual([`document.forbidden-name ${name}`]);
    expect(problems(asKey)).toContain(`document.forbidden-name statusCategories.${name}`);
    expect(({} as Json)['polluted']).toBeUndefined();
  });

  it('a name that stands twice in one object, which JSON would let pass', () => {
    const text = JSON.stringify(buildPolicy()).replace('"modes":{', '"modes":{"reopen":"continue",');
    expect(problems(text)).toEqual(['document.repeated-name modes.reopen']);
    const listed = text.replace('"thresholds":[', '"thresholds":[{"kind":"percent","percent":80,"kind":"percent"},');
    expect(problems(listed)).toEqual([
      'document.repeated-name thresholds.0.kind',
      'document.repeated-name modes.reopen',
    ]);
  });

  it('more than the store holds in a value, and nesting without end', () => {
    const long = {
      ...buildPolicy(),
      clauses: Array.from({ length: 70 }, (_, i) => clause(`c${String(i)}`, 'x'.repeat(3_900))),
    };
    expect(problems(JSON.stringify(long))).toEqual(['document.too-large']);
    expect(problems(`"${'x'.repeat(500 * 1024)}"`)).toEqual(['document.too-large']);
    expect(problems(`${'['.repeat(100_000)}${']'.repeat(100_000)}`)).toEqual(['document.too-deep']);
    expect(problems(`{"a":${'{"a":'.repeat(100)}1${'}'.repeat(101)}`)).toEqual(['document.too-deep']);
  });

  it('says what is expected there', () => {
    const read = readPolicyText(
      changed((d) => ({
        ...d,
        modes: { ...(d['modes'] as Json), duty: 'none' },
        pauseStatusIds: Array.from({ length: 501 }, () => '1'),
      })),
      NOW,
    );
    const found = read.ok ? [] : read.problems;
    expect(found.find(({ path }) => path === 'modes.duty')?.values).toEqual({
      found: '"none"',
      choices: 'exempt, pause',
    });
    expect(found.find(({ code }) => code === 'document.too-many')?.values).toMatchObject({ most: 500 });
  });
});

function clause(key: string, text: string) {
  const both = { en: text, fr: text };
  return { key, text: { published: both, shown: both } };
}
