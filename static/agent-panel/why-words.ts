import type { SlaClock } from '../../src/core/clock/clock';
import { noGoalReason } from './plan-words';
import { isAlwaysOpen, levelName, planName, priorityName, targetText, type Words } from './words';

/** The ledger's heading as a question, and the sentence that answers it. */
export interface WhyWords {
  readonly question: string;
  /** With `<b>` around what matters. */
  readonly answer: string;
}

/** *Why this time?* of one clock: target, priority and its cell, plan and whose, calendar, start and pauses. */
export function whyWords(words: Words, clock: SlaClock, now: number): WhyWords {
  const { translate, format } = words;
  const { goal, breachTime, stopTime } = clock;
  if (goal === null) return { question: translate('ledger.why.none'), answer: noGoalReason(words) };
  const values = {
    target: targetText(words, goal),
    priority: priorityName(words, goal.priority),
    cell: cellText(words),
    plan: planText(words, goal.plan),
    hours: translate(isAlwaysOpen(words, goal) ? 'ledger.because.always' : 'ledger.because.business'),
  };
  if (clock.paused && stopTime === null) {
    return {
      question: translate('ledger.why.paused'),
      answer: translate('ledger.because.paused', {
        ...values,
        since: format.shortInstant(pausedSince(words, clock) ?? now, now),
        left: format.length(Math.max(0, clock.remainingTime ?? 0), 'up'),
      }),
    };
  }
  const question =
    stopTime !== null || breachTime === null
      ? translate('ledger.why.stopped')
      : translate('ledger.why.due', { instant: format.shortInstant(breachTime, now) });
  const { paused } = clock.totals;
  return {
    question,
    answer: translate('ledger.because.counted', {
      ...values,
      start: format.ledgerInstant(clock.startTime, now),
      pausedFor: paused > 0 ? translate('ledger.because.pausedFor', { length: format.length(paused) }) : '',
    }),
  };
}

/** Why this priority: its cell, while the ticket is handled as the matrix says, or the downgrade. */
function cellText(words: Words): string {
  const { impact, urgency, priority } = words.view;
  if (priority.downgrade !== null) {
    return words.translate('ledger.because.lowered', { from: priorityName(words, priority.downgrade.from) });
  }
  if (impact === null || urgency === null || priority.effective !== priority.derived) return '';
  return words.translate('ledger.because.cell', {
    impact: levelName(words, 'impact', impact),
    urgency: levelName(words, 'urgency', urgency),
  });
}

function planText(words: Words, plan: string): string {
  const { organizationName, organizationId } = words.view.plan;
  const name = planName(words, plan);
  return organizationName === null || organizationId === null || plan !== words.view.plan.plan
    ? name
    : words.translate('ledger.because.planVia', { plan: name, organization: organizationName });
}

function pausedSince({ view }: Words, { metric }: SlaClock): number | undefined {
  return view.ledger.filter((entry) => entry.kind === 'paused' && entry.metric === metric).at(-1)?.at;
}
