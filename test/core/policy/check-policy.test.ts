import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { applyFix } from '../../../src/core/policy/apply-fix';
import { checkPolicy, publishable, type Finding } from '../../../src/core/policy/check-policy';
import type { PolicyDocument } from '../../../src/core/policy/document';
import { placeKey } from '../../../src/core/policy/place';
import { jiraNames } from '../../../src/core/policy/presets/jira-names';
import { stagePlus } from '../../../src/core/policy/presets/stage-plus';
import { buildPolicy } from '../../builders/policy';
import { days, hours, withGoal, withoutCell } from './changed-policy';

const AT = Date.UTC(2025, 11, 9);

/** `code place language`, as the fixture has them. */
function lineOf({ code, place, facts }: Finding): string {
  return [code, placeKey(place), ...('language' in facts ? [facts.language] : [])].join(' ');
}

function findingAt(document: PolicyDocument, line: string): Finding {
  const found = checkPolicy(document, AT).find((finding) => lineOf(finding) === line);
  if (found === undefined) throw new Error(`no finding "${line}"`);
  return found;
}

describe('the findings on the STAGE+ preset', () => {
  const findings = checkPolicy(stagePlus(), AT);

  it('are exactly those of the fixture', () => {
    const expected: unknown = JSON.parse(
      readFileSync(join(__dirname, '../../fixtures/policy/stage-plus-findings.json'), 'utf8'),
    );
    expect(findings.map(lineOf)).toEqual(expected);
  });

  it('leave only those of the document once the site is set up', () => {
    const ofDocument = findings.filter(({ family }) => family !== 'setup');
    expect(checkPolicy(buildPolicy(), AT)).toEqual(ofDocument);
    expect(ofDocument.length).toBeLessThan(findings.length);
  });

  it('do not stand in the way of publication', () => {
    expect(publishable(findings)).toBe(true);
  });

  it('say that KIWI’s effort was translated as the customer’s', () => {
    const { facts } = findingAt(stagePlus(), 'text-corrected clause/feature-requests en');
    expect(facts).toMatchObject({
      published: expect.stringContaining('a cost that reflects their financial effort') as string,
      shown: expect.stringContaining("a cost that reflects KIWI's financial effort") as string,
    });
  });

  it('have an id each', () => {
    expect(new Set(findings.map(({ id }) => id)).size).toBe(findings.length);
  });
});

describe('the readings of a contradiction', () => {
  const goal = { plan: 'BASE', priority: 'P3', metric: 'resolution' } as const;
  const readingsOf = (line: string, document = stagePlus()): object[] =>
    findingAt(document, line).readings.map(({ sources, value, ratio, inForce, fix }) => ({
      sources: sources.map((source) => (source.kind === 'published' ? source.language : source.kind)),
      value: value.kind === 'duration' ? value.duration : value.kind === 'text' ? value.text : value,
      times: ratio?.factor ?? null,
      inForce,
      sets: fix?.kind ?? null,
    }));

  it.each([
    'resolution-before-response goal/BASE/P3/resolution',
    'less-urgent-faster goal/BASE/P3/resolution',
    'faster-plan-slower goal/BASE/P3/resolution',
  ])('%s: 4 h as both languages say, 4 d as "2X faster" implies', (line) => {
    expect(readingsOf(line)).toEqual([
      { sources: ['en', 'fr'], value: hours(4), times: 0.25, inForce: true, sets: null },
      { sources: ['implied'], value: days(4), times: 2, inForce: false, sets: 'set-goal' },
    ]);
    expect(findingAt(stagePlus(), line).fix).toEqual({ kind: 'set-goal', ...goal, target: days(4) });
  });

  it('P4 response on BASE: 16 h in French, as implied, 4 d in English; no change is suggested', () => {
    const line = 'languages-disagree goal/BASE/P4/response';
    expect(readingsOf(line)).toEqual([
      { sources: ['fr', 'implied'], value: hours(16), times: 2, inForce: true, sets: null },
      { sources: ['en'], value: days(4), times: 4, inForce: false, sets: 'set-goal' },
    ]);
    expect(findingAt(stagePlus(), line).fix).toBeNull();
  });

  it('a figure that an admin chose against both languages is a reading too', () => {
    const chosen = withGoal(stagePlus(), 'BASE', 'P4', 'response', { target: days(3) });
    expect(readingsOf('languages-disagree goal/BASE/P4/response', chosen)[0]).toEqual({
      sources: ['set'],
      value: days(3),
      times: 3,
      inForce: true,
      sets: null,
    });
  });

  it('Scope is what the matrix says, Extended what the table says and people read', () => {
    expect(readingsOf('matrix-label-differs matrix-label/impact/extended en')).toEqual([
      { sources: ['en'], value: 'Scope', times: null, inForce: false, sets: 'set-shown' },
      { sources: ['en'], value: 'Extended', times: null, inForce: true, sets: null },
    ]);
  });

  it('nothing is suggested where no usual proportion implies a figure', () => {
    const lone = { ...stagePlus(), plans: stagePlus().plans.slice(0, 1) };
    const finding = findingAt(lone, 'resolution-before-response goal/BASE/P3/resolution');
    expect([finding.fix, finding.readings.map(({ inForce }) => inForce)]).toEqual([null, [true]]);
  });
});

describe('following a finding', () => {
  const document = stagePlus();
  const suggested = checkPolicy(document, AT).filter(({ fix }) => fix !== null);

  it('is offered for the figures, the gap in the levels and the hours', () => {
    expect(new Set(suggested.map(({ code }) => code))).toEqual(
      new Set([
        'resolution-before-response',
        'less-urgent-faster',
        'faster-plan-slower',
        'case-without-level',
        'hours-against-around-the-clock',
      ]),
    );
  });

  it.each(suggested.map((finding) => [lineOf(finding), finding] as const))('%s: its fix ends it', (line, { fix }) => {
    if (fix === null) throw new Error('no fix');
    expect(checkPolicy(applyFix(document, fix), AT).map(lineOf)).not.toContain(line);
  });

  it('leaves nothing but what is published on record, and no new contradiction', () => {
    const fixed = suggested.reduce((changed, { fix }) => (fix === null ? changed : applyFix(changed, fix)), document);
    const left = checkPolicy(fixed, AT).map(({ code }) => code);
    const before = new Set(checkPolicy(document, AT).map(({ code }) => code));
    expect(left.filter((code) => !before.has(code))).toEqual([]);
    expect(left.filter((code) => suggested.some((finding) => finding.code === code))).toEqual([]);
  });

  it('to the published wording ends a correction', () => {
    const line = 'text-corrected clause/order en';
    const fix = findingAt(document, line).readings.find(({ inForce }) => !inForce)?.fix;
    if (!fix) throw new Error('no way back to the published wording');
    expect(checkPolicy(applyFix(document, fix), AT).map(lineOf)).not.toContain(line);
  });
});

describe('accepting a finding', () => {
  const line = 'languages-disagree goal/BASE/P4/response';
  const { id } = findingAt(stagePlus(), line);
  const accepting = (document: PolicyDocument, accepted: string): PolicyDocument => ({
    ...document,
    accepted: [accepted],
  });

  it('marks it and no other', () => {
    const accepted = checkPolicy(accepting(stagePlus(), id), AT).filter((finding) => finding.accepted);
    expect(accepted.map(lineOf)).toEqual([line]);
  });

  it('lasts while the facts last', () => {
    const changed = withGoal(stagePlus(), 'BASE', 'P4', 'response', { published: { en: '5d', fr: '16h' } });
    expect(findingAt(accepting(changed, id), line).accepted).toBe(false);
  });

  it('is of no use for an error', () => {
    const holed = withoutCell(buildPolicy(), 'minor', 'low');
    const error = findingAt(holed, 'matrix-hole cell/minor/low');
    const findings = checkPolicy(accepting(holed, error.id), AT);
    expect([publishable(findings), findings.some(({ accepted }) => accepted)]).toEqual([false, false]);
  });
});

describe('publication', () => {
  it.each<[string, PolicyDocument, boolean]>([
    ['is refused to a policy with a hole', withoutCell(buildPolicy(), 'extended', 'critical'), false],
    [
      'is refused to a target without a calendar',
      withGoal(buildPolicy(), 'PLUS', 'P1', 'response', { calendar: 'x' }),
      false,
    ],
    ['is open to a policy with warnings', buildPolicy({ pauseStatusIds: [] }), true],
  ])('%s', (_case, document, isOpen) => {
    expect(publishable(checkPolicy(document, AT))).toBe(isOpen);
  });
});

it('the preset in Jira’s own names has nothing to say but its set-up', () => {
  const findings = checkPolicy(jiraNames(), AT);
  expect(new Set(findings.map(({ family }) => family))).toEqual(new Set(['setup']));
});
