import { lastEventAt, timelineOf, type Timeline } from '../../../src/core/clock/timeline';
import type { TicketHistory } from '../../../src/core/clock/history';
import { buildPolicyVersion } from '../../builders/policy';
import { buildTicket, instant, type TicketSpec } from '../../builders/ticket';

const CREATED = '2025-12-09T10:00 Toronto';
const at = (time: string): string => `2025-12-09T${time} Toronto`;
const NOW = instant(at('15:00'));

function timeline(history: TicketHistory, until = NOW, changes: number[] = []): Timeline {
  return timelineOf(history, [buildPolicyVersion()], changes, until);
}

function ticket(spec: Omit<TicketSpec, 'createdAt'>): TicketHistory {
  return buildTicket({ createdAt: CREATED, ...spec });
}

describe('the values at creation are those before the first edit of each', () => {
  it('unwound from what they are now', () => {
    const edits = [
      { at: at('11:00'), urgency: 'high' },
      { at: at('12:00'), urgency: 'low', statusId: 'waiting' },
    ];
    const { created } = timeline(ticket({ impact: 'extended', urgency: 'critical', edits }));

    expect(created).toMatchObject({ impact: 'extended', urgency: 'critical', statusId: 'open' });
  });

  it('also before edits that come after the fold', () => {
    const { created, instants } = timeline(
      ticket({ urgency: 'critical', edits: [{ at: at('16:00'), urgency: 'low' }] }),
    );

    expect(created.urgency).toBe('critical');
    expect(instants).toHaveLength(1);
  });

  it('an edit that does not say what a value was is refused, by its id', () => {
    const history = ticket({ edits: [{ id: '1007', at: at('11:00'), urgency: 'low' }] });
    const edits = history.edits.map((edit) => ({ ...edit, was: {} }));

    expect(() => timeline({ ...history, edits })).toThrow('edit 1007 sets urgency without saying what it was');
  });
});

describe('what is no instant is refused, for it has no place in the order', () => {
  const P1 = { urgency: 'critical', edits: [{ at: at('11:00'), urgency: 'low' }], comments: [{ at: at('12:00') }] };
  const history = ticket(P1);

  it.each<[string, Partial<TicketHistory>]>([
    ['the creation', { createdAt: NaN }],
    ['an edit', { edits: history.edits.map((edit) => ({ ...edit, at: NaN })) }],
    ['a comment', { comments: history.comments.map((comment) => ({ ...comment, at: NaN })) }],
  ])('%s', (_what, bad) => {
    expect(() => timeline({ ...history, ...bad })).toThrow('no instant');
  });

  it('the instant of the fold', () => {
    expect(() => timeline(history, NaN)).toThrow('no instant');
  });

  it('a publication, and an assignment', () => {
    const policies = [buildPolicyVersion(), buildPolicyVersion(undefined, { version: 2, publishedAt: NaN })];

    expect(() => timelineOf(history, policies, [], NOW)).toThrow('no instant');
    expect(() => timeline(history, NOW, [NaN])).toThrow('no instant');
  });
});

describe('instants', () => {
  it('in order, what happened at one of them together, the creation first', () => {
    const edits = [
      { at: at('11:00'), urgency: 'low' },
      { at: at('12:00'), statusId: 'waiting' },
    ];
    const comments = [{ at: at('12:00') }, { at: at('10:30') }];
    const { instants } = timeline(ticket({ edits, comments }));

    expect(instants.map((each) => [each.at, each.edits.length, each.replied])).toEqual([
      [instant(CREATED), 0, false],
      [instant(at('10:30')), 0, true],
      [instant(at('11:00')), 1, false],
      [instant(at('12:00')), 1, true],
    ]);
  });

  it.each([
    ['a customer', { author: 'customer' as const }],
    ['an app', { author: 'app' as const }],
    ['an internal note', { isPublic: false }],
  ])('a comment that concerns no clock is none: %s', (_who, comment) => {
    expect(timeline(ticket({ comments: [{ at: at('11:00'), ...comment }] })).instants).toHaveLength(1);
  });

  it('an assignment that begins to count is one', () => {
    const { instants } = timeline(ticket({}), NOW, [instant(at('11:00'))]);

    expect(instants.map(({ assigned }) => assigned)).toEqual([false, true]);
  });

  it('edits recorded before the creation count as made at it', () => {
    const { instants, created } = timeline(ticket({ edits: [{ at: at('09:59'), urgency: 'low' }] }));

    expect(created.urgency).toBeNull();
    expect(instants.map(({ edits }) => edits.length)).toEqual([1]);
  });
});

describe('the latest instant a history tells of', () => {
  it.each<[string, Omit<TicketSpec, 'createdAt'>, string]>([
    ['the creation', {}, CREATED],
    ['an edit', { edits: [{ at: at('11:00'), urgency: 'low' }], comments: [{ at: at('10:30') }] }, at('11:00')],
    ['a comment', { edits: [{ at: at('11:00'), urgency: 'low' }], comments: [{ at: at('12:00') }] }, at('12:00')],
  ])('%s', (_what, spec, latest) => {
    expect(lastEventAt(ticket(spec))).toBe(instant(latest));
  });
});
