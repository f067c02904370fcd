import { foldProposal, REQUESTER, type ProposalEntry } from '../../../src/core/proposal/proposal';
import { takeStep, type Actor, type Step } from '../../../src/core/proposal/steps';
import type { Terms } from '../../../src/core/proposal/terms';

const AGENT: Actor = { role: 'agent', mayEdit: true };
const LOOKING_AGENT: Actor = { role: 'agent', mayEdit: false };
const customerOf = (...organizationIds: string[]): Actor => ({ role: 'customer', organizationIds, isReporter: false });
const REPORTER: Actor = { role: 'customer', organizationIds: [], isReporter: true };

const ordered = (cents: number, ...ids: string[]): Terms => ({
  total: { cents, currency: 'CAD' },
  orderedBy: 'msss',
  basis: 'equal',
  establishments: ids.map((organizationId) => ({ organizationId, weight: 1 })),
});
const single = (cents: number, organizationId: string): Terms => ({
  ...ordered(cents, organizationId),
  orderedBy: null,
});

const propose = (terms: Terms, baseVersion = 0, asksAgain = false): Step => ({
  kind: 'propose',
  terms,
  baseVersion,
  asksAgain,
});
const accept = (organizationId: string, version = 1): Step => ({ kind: 'accept', version, organizationId });
const decline = (organizationId: string, version = 1): Step => ({ kind: 'decline', version, organizationId });

/** The ledger after steps that must all be taken, a second apart. */
function after(...steps: readonly (readonly [Step, Actor])[]): ProposalEntry[] {
  return steps.reduce<ProposalEntry[]>((entries, [step, actor], i) => {
    const result = takeStep(entries, step, actor, 1000 * (i + 1));
    if (result.kind !== 'taken') throw new Error(`${step.kind}: ${result.kind}`);
    return [...entries, result.entry];
  }, []);
}

const stateAfter = (...steps: readonly (readonly [Step, Actor])[]): string | undefined =>
  foldProposal(after(...steps))?.state;

const MADE = [propose(ordered(1000, '1', '2', '3')), AGENT] as const;

describe('a proposal', () => {
  it('begins proposed, with its time and its shares', () => {
    const [entry] = after(MADE);
    expect(entry).toEqual({
      kind: 'proposed',
      at: 1000,
      offer: {
        version: 1,
        at: 1000,
        total: { cents: 1000, currency: 'CAD' },
        orderedBy: 'msss',
        basis: 'equal',
        establishments: [
          { organizationId: '1', weight: 1, cents: 334 },
          { organizationId: '2', weight: 1, cents: 333 },
          { organizationId: '3', weight: 1, cents: 333 },
        ],
      },
    });
  });

  it.each([
    [
      'one customer accepts',
      [
        [propose(single(100, '1')), AGENT],
        [accept('1'), customerOf('1')],
      ],
      'accepted',
    ],
    [
      'one customer declines',
      [
        [propose(single(100, '1')), AGENT],
        [decline('1'), customerOf('1')],
      ],
      'declined',
    ],
    [
      'somebody without organization accepts',
      [
        [propose(single(100, REQUESTER)), AGENT],
        [accept(REQUESTER), REPORTER],
      ],
      'accepted',
    ],
    ['some of an order accept', [MADE, [accept('1'), customerOf('1')], [accept('2'), customerOf('2')]], 'proposed'],
    [
      'all of an order accept',
      [MADE, [accept('3'), customerOf('3')], [accept('1'), customerOf('1')], [accept('2'), customerOf('2')]],
      'accepted',
    ],
    ['one of an order declines while others are to answer', [MADE, [decline('3'), customerOf('3')]], 'proposed'],
    [
      'all answered, not all of them yes',
      [MADE, [decline('3'), customerOf('3')], [accept('1'), customerOf('1')], [accept('2'), customerOf('2')]],
      'declined',
    ],
    [
      'one that declined thinks again in time',
      [
        MADE,
        [decline('3'), customerOf('3')],
        [accept('3'), customerOf('3')],
        [accept('1'), customerOf('1')],
        [accept('2'), customerOf('2')],
      ],
      'accepted',
    ],
    ['it is withdrawn', [MADE, [{ kind: 'withdraw', version: 1 }, AGENT]], 'withdrawn'],
    [
      'it is proposed anew after a refusal',
      [
        [propose(single(100, '1')), AGENT],
        [decline('1'), customerOf('1')],
        [propose(single(80, '1'), 1), AGENT],
      ],
      'proposed',
    ],
  ] as [string, (readonly [Step, Actor])[], string][])('when %s', (_, steps, state) => {
    expect(stateAfter(...steps)).toBe(state);
  });

  it('keeps the times of its ledger in order, whatever a clock says', () => {
    const entries = after(MADE);
    const result = takeStep(entries, accept('1'), customerOf('1'), 5);
    expect(result).toEqual({ kind: 'taken', entry: { kind: 'accepted', at: 1000, version: 1, organizationId: '1' } });
  });
});

describe('each step is taken by the one entitled to it', () => {
  const made = after(MADE);
  it.each([
    ['a customer proposes', propose(single(100, '1'), 1), customerOf('1')],
    ['an agent who may not edit proposes', propose(single(100, '1'), 1), LOOKING_AGENT],
    ['a customer withdraws', { kind: 'withdraw', version: 1 }, customerOf('1')],
    ['an agent who may not edit withdraws', { kind: 'withdraw', version: 1 }, LOOKING_AGENT],
    ['an agent accepts', accept('1'), AGENT],
    ['an agent declines', decline('1'), AGENT],
    ['a customer accepts for another organization', accept('2'), customerOf('1')],
    ['a customer declines for another organization', decline('2'), customerOf('1')],
    ['a customer of an organization that does not pay', accept('4'), customerOf('4')],
    ['the reporter accepts for an organization that is not theirs', accept('1'), REPORTER],
    ['a customer answers for somebody without organization', accept(REQUESTER), customerOf('1')],
  ] as [string, Step, Actor][])('not where %s', (_, step, actor) => {
    expect(takeStep(made, step, actor, 2000)).toEqual({ kind: 'refused' });
  });
});

describe('a change of the establishments', () => {
  const leaving = ordered(1000, '1', '2');

  it('recomputes the shares before anybody has accepted', () => {
    const entries = after(MADE, [propose(leaving, 1), AGENT]);
    expect(foldProposal(entries)?.current.offer.establishments.map(({ cents }) => cents)).toEqual([500, 500]);
  });

  it('recomputes them where one only declined', () => {
    expect(stateAfter(MADE, [decline('3'), customerOf('3')], [propose(leaving, 1), AGENT])).toBe('proposed');
  });

  it.each([
    ['one has accepted', [MADE, [accept('1'), customerOf('1')]], 1],
    [
      'all have',
      [MADE, [accept('1'), customerOf('1')], [accept('2'), customerOf('2')], [accept('3'), customerOf('3')]],
      3,
    ],
  ] as [string, (readonly [Step, Actor])[], number][])('asks once %s', (_, steps, accepted) => {
    expect(takeStep(after(...steps), propose(leaving, 1), AGENT, 9000)).toEqual({ kind: 'asks-again', accepted });
  });

  it('asks everybody anew once the agent says so, and leaves what was accepted in force until all have', () => {
    const steps = [
      [propose(single(100, '1')), AGENT],
      [accept('1'), customerOf('1')],
      [propose(ordered(100, '1', '2'), 1, true), AGENT],
    ] as const;
    const open = foldProposal(after(...steps));
    expect([open?.state, open?.inForce?.offer.version]).toEqual(['proposed', 1]);
    const half = foldProposal(after(...steps, [accept('1', 2), customerOf('1')]));
    expect([half?.state, half?.inForce?.offer.version]).toEqual(['proposed', 1]);
    const whole = foldProposal(after(...steps, [accept('1', 2), customerOf('1')], [accept('2', 2), customerOf('2')]));
    expect([whole?.state, whole?.inForce?.offer.version]).toEqual(['accepted', 2]);
  });

  it.each([
    ['withdrawn', [{ kind: 'withdraw', version: 2 }, AGENT]],
    ['declined', [decline('1', 2), customerOf('1')]],
  ] as [string, readonly [Step, Actor]][])(
    'leaves the accepted proposal standing when it is %s, and asks again next time',
    (_, end) => {
      const entries = after(
        [propose(single(100, '1')), AGENT],
        [accept('1'), customerOf('1')],
        [propose(single(120, '1'), 1, true), AGENT],
        end,
      );
      const proposal = foldProposal(entries);
      expect([proposal?.state, proposal?.inForce?.offer.total.cents]).toEqual(['accepted', 100]);
      expect(takeStep(entries, propose(single(130, '1'), 2), AGENT, 9000)).toEqual({ kind: 'asks-again', accepted: 1 });
    },
  );
});

describe('a step on what has moved on', () => {
  const amended = after(MADE, [propose(ordered(1100, '1', '2', '3'), 1), AGENT]);
  const accepted = after([propose(single(100, '1')), AGENT], [accept('1'), customerOf('1')]);
  it.each([
    ['an answer to an earlier version', amended, accept('1', 1), customerOf('1')],
    ['an answer to nothing', [], accept('1'), customerOf('1')],
    ['terms made on an earlier version', amended, propose(single(1, '1'), 1), AGENT],
    ['a withdrawal of an earlier version', amended, { kind: 'withdraw', version: 1 }, AGENT],
    ['a withdrawal of what was accepted', accepted, { kind: 'withdraw', version: 1 }, AGENT],
    ['a refusal of what the same establishment accepted', accepted, decline('1'), customerOf('1')],
  ] as [string, ProposalEntry[], Step, Actor][])('changes nothing: %s', (_, entries, step, actor) => {
    expect(takeStep(entries, step, actor, 9000)).toEqual({ kind: 'outdated' });
  });

  it('says so where the same answer is given twice', () => {
    expect(takeStep(accepted, accept('1'), customerOf('1'), 9000)).toEqual({ kind: 'already' });
  });
});

describe('terms', () => {
  it.each([
    ['nothing', ordered(0, '1'), 'amount-out-of-range', null],
    ['half a cent', ordered(0.5, '1'), 'amount-out-of-range', null],
    ['too much', ordered(1e12, '1'), 'amount-out-of-range', null],
    ['nobody', ordered(100), 'no-establishments', null],
    ['one twice', ordered(100, '1', '1'), 'repeated-establishment', '1'],
    ['too many', ordered(100, ...Array.from({ length: 501 }, (_, i) => String(i))), 'too-many-establishments', null],
    ['several without an order', { ...ordered(100, '1', '2'), orderedBy: null }, 'one-establishment', null],
    ['somebody without organization in an order', ordered(100, '1', REQUESTER), 'requester-in-order', null],
  ] as [string, Terms, string, string | null][])('are refused for %s', (_, terms, code, organizationId) => {
    expect(takeStep([], propose(terms), AGENT, 0)).toEqual({ kind: 'invalid', problem: { code, organizationId } });
  });

  it('are refused once the ledger would outgrow the store', () => {
    const many = (version: number): Step =>
      propose(ordered(100, ...Array.from({ length: 500 }, (_, i) => String(i))), version);
    const full = after(...Array.from({ length: 7 }, (_, version) => [many(version), AGENT] as const));
    expect(takeStep(full, many(7), AGENT, 9000)).toEqual({ kind: 'invalid', problem: { code: 'ledger-full' } });
  });
});
