import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isAlways } from '../../../src/core/time/calendar';
import { durationMillis, type FixedDuration } from '../../../src/core/time/duration';
import { HOUR } from '../../../src/core/time/instant';
import { parseDuration } from '../../../src/core/time/parse-duration';
import { addWorkingTime, compileCalendar } from '../../../src/core/time/working-time';
import { instantOfLocal } from '../../../src/core/time/zone';
import type { PolicyDocument, SlaMetric } from '../../../src/core/policy/document';
import { goalSetting } from '../../../src/core/policy/goals';
import { calendarOf } from '../../../src/core/policy/lookup';
import { policyTexts } from '../../../src/core/policy/policy-texts';
import { stagePlus } from '../../../src/core/policy/presets/stage-plus';
import { TABLE_WORDS } from '../../../src/core/policy/presets/stage-plus/table-words';
import { priorityFor } from '../../../src/core/policy/matrix';
import type { Language } from '../../../src/core/policy/text';
import { publishedMatrix, publishedMatrixHeader, publishedPolicy, publishedTargets } from './published-policy';

const LANGUAGES: readonly Language[] = ['en', 'fr'];
const policy = stagePlus();

/** The cells of the table of targets in the order of its columns. */
const COLUMNS = [
  ['BASE', 'response'],
  ['BASE', 'resolution'],
  ['PLUS', 'response'],
  ['PLUS', 'resolution'],
] as const;

describe.each(LANGUAGES)('the STAGE+ preset against the published text (%s)', (language) => {
  it('has all 16 cells of the matrix, in the levels the text gives them', () => {
    const rows = publishedMatrix(language);
    expect(rows).toHaveLength(4);
    const ours = policy.impacts.map((impact) => ({
      name: (impact.matrixLabel ?? impact.label).published[language],
      priorities: policy.urgencies.map((urgency) => priorityFor(policy, impact.key, urgency.key)),
    }));
    expect(ours).toEqual(rows);
    expect(policy.urgencies.map((urgency) => (urgency.matrixLabel ?? urgency.label).published[language])).toEqual(
      publishedMatrixHeader(language),
    );
  });

  it('keeps all 16 cells of the table of targets as they were published', () => {
    const ours = new Map(
      policy.priorities.map(({ key }) => [
        key,
        COLUMNS.map(([plan, metric]) => goalSetting(policy, plan, key, metric)?.published[language]),
      ]),
    );
    expect(ours).toEqual(publishedTargets(language));
  });

  it('accounts for every character of the text with a text, a cell or a target of its own', () => {
    const published = [
      ...publishedTexts(policy, language),
      ...publishedMatrix(language).flatMap(({ priorities }) => priorities),
      ...[...publishedTargets(language)].flatMap(([priority, cells]) => [priority, ...cells]),
    ].sort((a, b) => b.length - a.length);

    const rest = published.reduce((text, wording) => {
      const at = text.indexOf(wording);
      if (at === -1) throw new Error(`not in the text, or not so often: "${wording}"`);
      // A mark where it stood, so that what is left on both sides cannot join into another wording.
      return `${text.slice(0, at)}\n${text.slice(at + wording.length)}`;
    }, publishedPolicy(language));

    // Left are the marks of lists, in order: two footnotes in the table and under it, three bullets, and the numbers of the
    // impacts, the urgencies, and the matrix's head and rows.
    const numbers = ['1.', '2.', '3.', '4.'];
    expect(rest.trim().split(/\s+/)).toEqual([
      ...['1', '2', '1', '2', '•', '•', '•'],
      ...numbers,
      ...numbers,
      ...numbers,
      ...numbers,
    ]);
  });
});

/** What the preset holds as published in one language: each time that the text says it. */
function publishedTexts(document: PolicyDocument, language: Language): readonly string[] {
  const levels = [...document.impacts, ...document.urgencies];
  return [
    ...policyTexts(document)
      .filter(({ place }) => place.kind !== 'matrix-label')
      .map(({ text }) => text.published[language]),
    ...levels.map(({ label, matrixLabel }) => (matrixLabel ?? label).published[language]),
    ...TABLE_WORDS.map(({ text }) => text.published[language]),
  ].filter((wording) => wording !== null);
}

describe('the targets of the STAGE+ preset', () => {
  const cells = policy.priorities.flatMap(({ key }, row) =>
    COLUMNS.map(([plan, metric], column) => ({ plan, priority: key, metric, row, column })),
  );

  it.each(cells)('$plan $priority $metric is the French figure', ({ plan, priority, metric, column }) => {
    expect(targetOf(plan, priority, metric)).toEqual(figureOf('fr', priority, column));
  });

  it.each(cells.filter(({ plan, priority, metric }) => `${plan} ${priority} ${metric}` !== 'BASE P4 response'))(
    '$plan $priority $metric is the English figure',
    ({ plan, priority, metric, column }) => {
      expect(targetOf(plan, priority, metric)).toEqual(figureOf('en', priority, column));
    },
  );

  it('P4 response on BASE is 16 h in French, which prevails, and 4 d in English', () => {
    expect(targetOf('BASE', 'P4', 'response')).toEqual(figureOf('fr', 'P4', 0));
    expect(figureOf('fr', 'P4', 0)).toMatchObject({ duration: { unit: 'hours', amount: 16 } });
    expect(figureOf('en', 'P4', 0)).toMatchObject({ duration: { unit: 'days', amount: 4 } });
  });

  function targetOf(plan: string, priority: string, metric: SlaMetric): object {
    const setting = goalSetting(policy, plan, priority, metric);
    if (setting === undefined) throw new Error(`no target for ${plan} ${priority} ${metric}`);
    const calendar = calendarOf(policy, setting.calendar)?.calendar;
    if (calendar === undefined) throw new Error(`no calendar "${setting.calendar}"`);
    return { duration: setting.target, aroundTheClock: isAlways(calendar) };
  }

  function figureOf(language: Language, priority: string, column: number): object {
    const parsed = parseDuration(publishedTargets(language).get(priority)?.[column] ?? '');
    if (!parsed.ok) throw new Error(`${language} ${priority} ${column}: ${parsed.code}`);
    return { duration: parsed.duration, aroundTheClock: parsed.aroundTheClock };
  }
});

describe('the hours of the STAGE+ preset', () => {
  const from = instantOfLocal('America/Toronto', '2025-12-01');
  const to = instantOfLocal('America/Toronto', '2026-02-01');

  it.each([
    ['P1 on PLUS counts through Christmas night', 'PLUS', 'P1', '2025-12-24', 23 * 60, '2025-12-25', 3 * 60],
    ['P2 on PLUS does not count on Christmas Day', 'PLUS', 'P2', '2025-12-24', 15 * 60, '2025-12-26', 15 * 60],
    ['P1 on BASE counts office hours', 'BASE', 'P1', '2025-12-09', 10 * 60, '2025-12-10', 10 * 60],
  ])('%s', (_case, plan, priority, startDay, startMinutes, dueDay, dueMinutes) => {
    const setting = goalSetting(policy, plan, priority, 'resolution');
    const calendar = calendarOf(policy, setting?.calendar ?? '')?.calendar;
    if (setting === undefined || calendar === undefined) throw new Error('no target');
    const due = addWorkingTime(
      compileCalendar(calendar, from, to),
      instantOfLocal('America/Toronto', startDay, startMinutes),
      durationMillis(setting.target as FixedDuration, calendar),
    );
    expect(new Date(due).toISOString()).toBe(
      new Date(instantOfLocal('America/Toronto', dueDay, dueMinutes)).toISOString(),
    );
  });

  it('have a working day of eight hours', () => {
    const calendar = calendarOf(policy, policy.defaultCalendar)?.calendar;
    expect(calendar && durationMillis({ unit: 'days', amount: 1 }, calendar)).toBe(8 * HOUR);
  });
});

describe('the STAGE+ preset as data', () => {
  it('is the same after a journey through JSON', () => {
    expect(JSON.parse(JSON.stringify(policy))).toEqual(policy);
  });

  it('knows nothing of any site', () => {
    const { scope, pauseStatusIds, extraDoneStatusIds, statusCategories, priorities, levelFields } = policy;
    expect({ scope, pauseStatusIds, extraDoneStatusIds, statusCategories }).toEqual({
      scope: [],
      pauseStatusIds: [],
      extraDoneStatusIds: [],
      statusCategories: {},
    });
    expect(priorities.map(({ jiraPriorityId }) => jiraPriorityId)).toEqual([null, null, null, null]);
    expect(levelFields).toEqual({ impact: null, urgency: null });
  });

  it('leaves a text as published in what it does not correct', () => {
    const same = policyTexts(policy).filter(({ text }) => text.published.fr === text.shown.fr);
    expect(same.length).toBeGreaterThan(10);
  });
});

describe('the copies of the published texts', () => {
  const original = (language: Language): string =>
    join(process.cwd(), `../shared/policy/stage-plus-support-policy.${language}.txt`);
  const test = LANGUAGES.every((language) => existsSync(original(language))) ? it : it.skip;

  test.each(LANGUAGES)('are the originals (%s)', (language) => {
    expect(publishedPolicy(language)).toBe(readFileSync(original(language), 'utf8'));
  });
});
