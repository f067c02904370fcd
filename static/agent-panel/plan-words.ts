import type { Words } from './words';

/** Why the ticket has its plan, and the days of the assignment that decided. */
export function planReason({ translate, format, view }: Words): string {
  const { reason, from, to } = view.plan;
  const why = translate(`agentPanel.plan.reason.${reason}`);
  if (from === null) return why;
  const days =
    to === null
      ? translate('agentPanel.plan.since', { from: format.date(from) })
      : translate('agentPanel.plan.between', { from: format.date(from), to: format.date(to) });
  return `${why} ${days}`;
}

/** Why no goal applies to the ticket: no priority, no plan, or a plan without a goal for the priority. */
export function noGoalReason(words: Words): string {
  const { translate, format, view } = words;
  const { effective } = view.priority;
  if (effective === null) return translate('ledger.because.noPriority');
  if (view.plan.plan === null) return translate('ledger.because.noPlan');
  const priority = view.priorities.find(({ key }) => key === effective)?.label[format.reader.language] ?? effective;
  const plan = view.plan.label?.[format.reader.language] ?? view.plan.plan;
  return translate('ledger.because.noGoal', { plan, priority });
}
