import { buildPolicy, buildPolicyVersion } from '../../builders/policy';
import { instant } from '../../builders/ticket';
import { fold, type FoldSpec } from './folding';

/** P1 on BASE: response due 11:00, resolution due on Wednesday at 10:00, near breach from 16:00. */
const P1 = { createdAt: '2025-12-09T10:00 Toronto', impact: 'extended', urgency: 'critical' };
const at = (time: string, day = '09'): string => `2025-12-${day}T${time} Toronto`;
const answered = { comments: [{ at: at('10:20') }] };
const resolved = (when: string): Partial<FoldSpec> => ({ edits: [{ at: when, statusId: 'resolved' }] });

describe('SLA status is the worst open clock; all stopped: missed if any missed, else met', () => {
  it.each<[string, Partial<FoldSpec>, string]>([
    ['both running', { now: at('10:30') }, 'running'],
    ['response near its breach', { now: at('10:50') }, 'near-breach'],
    ['response breached', { now: at('11:30') }, 'breached'],
    ['response met, resolution running', { ...answered, now: at('12:00') }, 'running'],
    [
      'response met, resolution paused',
      { ...answered, edits: [{ at: at('11:00'), statusId: 'waiting' }], now: at('12:00') },
      'paused',
    ],
    ['response running, resolution paused', { statusId: 'waiting', now: at('10:30') }, 'running'],
    ['response missed, resolution running', { comments: [{ at: at('11:30') }], now: at('12:00') }, 'running'],
    ['both met', { ...answered, ...resolved(at('12:00')), now: at('13:00') }, 'met'],
    ['response missed, resolution met', { ...resolved(at('12:00')), now: at('13:00') }, 'missed'],
    ['no goal at all', { impact: null, now: at('12:00') }, 'none'],
  ])('%s', (_what, spec, status) => {
    expect(fold({ ...P1, now: at('12:00'), ...spec }).status).toBe(status);
  });

  it('a clock without a goal says nothing beside one that has', () => {
    const document = buildPolicy();
    const plans = document.plans.map((plan) => ({ ...plan, goals: { P1: { response: plan.goals['P1']!.response! } } }));
    const result = fold({
      ...P1,
      ...answered,
      policies: [buildPolicyVersion({ ...document, plans })],
      now: at('12:00'),
    });

    expect(result.status).toBe('met');
  });
});

describe('SLA next due is the earliest due of a clock that runs', () => {
  it.each<[string, Partial<FoldSpec>, string | null]>([
    ['response first', { now: at('10:30') }, at('11:00')],
    ['a past one while it is open', { now: at('12:00') }, at('11:00')],
    ['resolution once response is met', { ...answered, now: at('12:00') }, at('10:00', '10')],
    [
      'none while the only open clock is paused',
      { ...answered, edits: [{ at: at('11:00'), statusId: 'waiting' }], now: at('12:00') },
      null,
    ],
    ['none when all are stopped', { ...answered, ...resolved(at('12:00')), now: at('13:00') }, null],
    ['none without a goal', { impact: null, now: at('12:00') }, null],
  ])('%s', (_what, spec, due) => {
    expect(fold({ ...P1, now: at('12:00'), ...spec }).nextDue).toBe(due === null ? null : instant(due));
  });
});
