import type { ViewSpec } from './build-view';

/** The tickets of the mockups and their neighbours: Tuesday 10 and Wednesday 11 March 2026 in Toronto. */
export const TICKETS = {
  /** P3, then P2 the next day, after a pause; resolution due Wednesday 15:25. */
  nearBreach: {
    plan: 'PLUS',
    createdAt: '2026-03-10T14:10 Toronto',
    impact: 'moderate',
    urgency: 'high',
    comments: [{ at: '2026-03-10T14:42 Toronto' }],
    edits: [
      { at: '2026-03-11T10:00 Toronto', statusId: 'waiting' },
      { at: '2026-03-11T11:15 Toronto', statusId: 'open' },
      { at: '2026-03-11T11:30 Toronto', urgency: 'critical' },
    ],
    now: '2026-03-11T14:12 Toronto',
  },
  /** The same, fifteen minutes late, the customer's resources unavailable. */
  breached: {
    plan: 'PLUS',
    createdAt: '2026-03-10T14:10 Toronto',
    impact: 'moderate',
    urgency: 'high',
    comments: [
      { at: '2026-03-10T14:42 Toronto' },
      { at: '2026-03-11T13:50 Toronto', action: { kind: 'unavailable', reasonCode: 'answer-missing' } },
    ],
    edits: [
      { at: '2026-03-11T10:00 Toronto', statusId: 'waiting' },
      { at: '2026-03-11T11:15 Toronto', statusId: 'open' },
      { at: '2026-03-11T11:30 Toronto', urgency: 'critical' },
    ],
    now: '2026-03-11T15:40 Toronto',
  },
  /** P1 of PLUS, around the clock, twelve minutes old. */
  fresh: {
    plan: 'PLUS',
    createdAt: '2026-03-11T13:50 Toronto',
    impact: 'extended',
    urgency: 'critical',
    now: '2026-03-11T14:02 Toronto',
  },
  /** P2 of the default plan, waiting for the customer since Tuesday 11:00. */
  paused: {
    createdAt: '2026-03-10T09:10 Toronto',
    impact: 'moderate',
    urgency: 'critical',
    comments: [{ at: '2026-03-10T09:20 Toronto' }],
    edits: [{ at: '2026-03-10T11:00 Toronto', statusId: 'waiting' }],
    now: '2026-03-11T14:02 Toronto',
  },
  noLevels: { createdAt: '2026-03-11T13:50 Toronto', now: '2026-03-11T14:02 Toronto' },
  /** Resolved without an answer: response missed, resolution met. */
  resolved: {
    plan: 'PLUS',
    createdAt: '2026-03-10T09:10 Toronto',
    impact: 'moderate',
    urgency: 'critical',
    edits: [{ at: '2026-03-10T11:00 Toronto', statusId: 'resolved', resolutionId: '1' }],
    now: '2026-03-11T14:02 Toronto',
  },
  /** P1 by the matrix, handled as P2. */
  downgraded: {
    plan: 'PLUS',
    createdAt: '2026-03-10T09:10 Toronto',
    impact: 'extended',
    urgency: 'critical',
    comments: [
      {
        at: '2026-03-10T09:20 Toronto',
        action: { kind: 'downgrade', levels: 1, reasonCode: 'answer-missing' },
      },
    ],
    now: '2026-03-10T09:30 Toronto',
  },
} as const satisfies Readonly<Record<string, ViewSpec>>;

export type TicketName = keyof typeof TICKETS;
