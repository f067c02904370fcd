/** The agent's queues: each a JQL on the app's own fields, run as the agent. */
export const QUEUE_FILTERS = ['open', 'near', 'waiting', 'unassigned', 'features', 'solved'] as const;
export type QueueFilterKey = (typeof QUEUE_FILTERS)[number];

const WHERE: Readonly<Record<QueueFilterKey, string>> = {
  open: 'statusCategory != Done',
  near: 'statusCategory != Done AND "SLA status" in ("near-breach", "breached")',
  waiting: 'statusCategory != Done AND status = "Waiting for customer"',
  unassigned: 'statusCategory != Done AND assignee is EMPTY',
  features: '"Request Type" = "Request a new feature"',
  solved: 'statusCategory = Done',
};

/** Order in which incidents are handled: priority, impact and urgency as one rank, then the next due (rules.md §5). */
export const HANDLING_ORDER = 'ORDER BY "Handling order" ASC, "SLA next due" ASC';

export const queueJql = (projectKey: string, filter: QueueFilterKey): string =>
  `project = ${projectKey} AND ${WHERE[filter]} ${filter === 'solved' ? 'ORDER BY updated DESC' : HANDLING_ORDER}`;

export const queueFilterOf = (given: string | null): QueueFilterKey =>
  QUEUE_FILTERS.find((filter) => filter === given) ?? 'open';
