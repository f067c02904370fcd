import fc from 'fast-check';
import type { PolicyDocument } from '../../../src/core/policy/document';
import { calendarOf, levelOf, planOf, priorityByJiraId, priorityOf, reasonOf } from '../../../src/core/policy/lookup';
import { askMatrix, handlingOrder, measuresOf, priorityFor, ranksOf } from '../../../src/core/policy/matrix';
import { jiraNames } from '../../../src/core/policy/presets/jira-names';
import { buildPolicy } from '../../builders/policy';

const policy = buildPolicy();

describe('the priority of two levels', () => {
  it.each([
    ['both set', 'extended', 'critical', 'P1'],
    ['no impact yet', null, 'critical', null],
    ['no urgency yet', 'extended', null, null],
    ['neither', null, null, null],
  ])('%s', (_case, impact, urgency, priority) => {
    expect(priorityFor(policy, impact, urgency)).toBe(priority);
  });

  it.each([
    ['an unknown impact', 'Extended', 'critical', { kind: 'unknown-level', axis: 'impact', level: 'Extended' }],
    ['an unknown urgency', 'extended', 'urgent', { kind: 'unknown-level', axis: 'urgency', level: 'urgent' }],
    ['an unknown impact without urgency', 'gone', null, { kind: 'unknown-level', axis: 'impact', level: 'gone' }],
    ['an unknown urgency without impact', null, 'gone', { kind: 'unknown-level', axis: 'urgency', level: 'gone' }],
    [
      'a name of Object.prototype',
      'constructor',
      'critical',
      { kind: 'unknown-level', axis: 'impact', level: 'constructor' },
    ],
  ])('%s is an answer of its own, never a guess', (_case, impact, urgency, answer) => {
    expect(askMatrix(policy, impact, urgency)).toEqual(answer);
    expect(priorityFor(policy, impact, urgency)).toBeNull();
  });

  it.each<[string, PolicyDocument['matrix']]>([
    ['a missing row', { important: policy.matrix['important'] ?? {} }],
    ['a missing cell', { ...policy.matrix, extended: { high: 'P2' } }],
    ['a priority that the policy does not define', { ...policy.matrix, extended: { critical: 'P0' } }],
  ])('%s gives no priority', (_case, matrix) => {
    const holed = buildPolicy({ matrix });
    const answer = { kind: 'no-priority', impact: 'extended', urgency: 'critical' };
    expect(askMatrix(holed, 'extended', 'critical')).toEqual(answer);
    expect(priorityFor(holed, 'extended', 'critical')).toBeNull();
  });

  it('comes from a matrix of any size and any names', () => {
    expect(priorityFor(jiraNames(), 'extensive', 'critical')).toBe('highest');
    expect(priorityFor(jiraNames(), 'minor', 'low')).toBe('lowest');
  });
});

describe('handling order', () => {
  it.each([
    ['the most severe of all comes first', 'P1', 'extended', 'critical', 1],
    ['urgency decides last', 'P1', 'extended', 'high', 2],
    ['an unset urgency comes after all urgencies', 'P1', 'extended', null, 5],
    ['impact decides before urgency', 'P1', 'important', 'critical', 6],
    ['priority decides before impact', 'P2', 'extended', 'critical', 26],
    ['no priority comes after all priorities', null, 'extended', 'critical', 101],
    ['nothing known comes last of all', null, null, null, 125],
    ['an unknown level counts as unset', 'P1', 'gone', 'gone', 25],
  ])('%s', (_case, priority, impact, urgency, rank) => {
    expect(handlingOrder(policy, priority, impact, urgency)).toBe(rank);
  });

  it('sorts as priority, then impact, then urgency, the unset last', () => {
    const measures = (document: PolicyDocument): fc.Arbitrary<readonly (string | null)[]> =>
      fc.tuple(
        ...[document.priorities, document.impacts, document.urgencies].map((list) =>
          fc.constantFrom(...list.map(({ key }) => key), null),
        ),
      );
    const place = (list: readonly { readonly key: string }[], key: string | null): number =>
      key === null ? Infinity : list.findIndex((item) => item.key === key);
    for (const document of [policy, jiraNames()]) {
      const lists = [document.priorities, document.impacts, document.urgencies];
      fc.assert(
        fc.property(measures(document), measures(document), (a, b) => {
          const [rankA, rankB] = [a, b].map(([priority = null, impact = null, urgency = null]) =>
            handlingOrder(document, priority, impact, urgency),
          );
          const decides = lists.findIndex((_list, i) => a[i] !== b[i]);
          const expected =
            decides === -1
              ? 0
              : Math.sign(
                  place(lists[decides] ?? [], a[decides] ?? null) - place(lists[decides] ?? [], b[decides] ?? null),
                );
          expect(Math.sign((rankA ?? NaN) - (rankB ?? NaN))).toBe(expected);
        }),
      );
    }
  });
});

describe('looking up what a key names', () => {
  it.each([
    ['a level', levelOf(policy, 'urgency', 'high')?.label.shown.fr, 'Élevé'],
    ['a level of the other axis', levelOf(policy, 'impact', 'high'), undefined],
    ['a plan', planOf(policy, 'PLUS')?.rank, 2],
    ['no plan', planOf(policy, 'GOLD'), undefined],
    ['a priority', priorityOf(policy, 'P3')?.jiraPriorityId, '3'],
    ['a priority by its Jira id', priorityByJiraId(policy, '3')?.key, 'P3'],
    ['no priority by a Jira id', priorityByJiraId(policy, '10001'), undefined],
    ['a calendar', calendarOf(policy, 'around-the-clock')?.label.en, 'Around the clock'],
    ['no calendar', calendarOf(policy, 'toString'), undefined],
    ['a reason', reasonOf(policy, 'no-access')?.label.en, 'We do not have the access needed'],
    ['no reason', reasonOf(policy, 'holiday'), undefined],
  ])('%s', (_case, found, expected) => {
    expect(found).toBe(expected);
  });

  it('gives the most urgent of the priorities that share a Jira priority', () => {
    const shared = buildPolicy({
      priorities: policy.priorities.map((priority) => ({ ...priority, jiraPriorityId: '7' })),
    });
    expect(priorityByJiraId(shared, '7')?.key).toBe('P1');
  });
});

describe('what a rank stands for', () => {
  const keys = (list: readonly { readonly key: string }[]) => fc.constantFrom(null, ...list.map(({ key }) => key));

  it.each([
    ['the policy of four levels a side', policy],
    ['a policy of other sizes and names', jiraNames()],
  ])('is read back from it: %s', (_case, of) => {
    fc.assert(
      fc.property(keys(of.priorities), keys(of.impacts), keys(of.urgencies), (priority, impact, urgency) => {
        const rank = handlingOrder(of, priority, impact, urgency);
        expect(measuresOf(of, rank)).toEqual({ priority, impact, urgency });
        const ranks = priority === null ? null : ranksOf(of, priority);
        expect(ranks === null || (ranks.first <= rank && rank <= ranks.last)).toBe(true);
      }),
    );
  });

  it.each([0, -1, 1.5, Number.NaN])('is nothing for %p, which is no rank', (rank) => {
    expect(measuresOf(policy, rank)).toEqual({ priority: null, impact: null, urgency: null });
  });

  it('leaves no rank between one priority and the next', () => {
    const ranks = policy.priorities.map(({ key }) => ranksOf(policy, key));
    expect(ranks.map((range) => [range?.first, range?.last])).toEqual([
      [1, 25],
      [26, 50],
      [51, 75],
      [76, 100],
    ]);
    expect(ranksOf(policy, 'P9')).toBeNull();
  });
});
