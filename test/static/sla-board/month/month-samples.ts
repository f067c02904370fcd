/** An organization's month as the server answers it, for the words and tables of its page. */
import type { MonthTicket, OrganizationMonth } from '../../../../src/contract/report';
import { figuresOf } from '../../../../src/core/report/figures';
import type { Outcome } from '../../../../src/core/clock/report';
import { HOUR, MINUTE } from '../../../../src/core/time/instant';
import { instant } from '../../../builders/ticket';

const late = (working: number, real = working) => ({ working, real });
export const KEPT = { outcome: 'met' as Outcome, apart: false, lateBy: late(0) };
export const LATE = { outcome: 'missed' as Outcome, apart: false, lateBy: late(9 * MINUTE, HOUR) };
export const EXCUSED = {
  outcome: 'missed-customer-unavailable' as Outcome,
  apart: false,
  lateBy: late(3 * HOUR, 5 * HOUR),
};

/** Figures of one priority, P1, with these promises. */
export function buildPage(
  response: Parameters<typeof figuresOf>[0],
  resolution: Parameters<typeof figuresOf>[0],
  overrides: Partial<OrganizationMonth> = {},
): OrganizationMonth {
  const figures = { response: figuresOf(response), resolution: figuresOf(resolution) };
  return {
    month: '2025-12',
    asOf: instant('2026-01-05T10:00 Toronto'),
    timeZone: 'America/Toronto',
    organization: { id: '7', name: 'Hôpital Sainte-Rose' },
    language: 'fr',
    policyTitle: { en: 'STAGE+ support policy', fr: 'Politique de support STAGE+' },
    requests: {
      all: Math.max(response.length, resolution.length),
      answered: response.length,
      resolved: resolution.length,
    },
    total: figures,
    priorities: [{ key: 'P1', label: { en: 'P1', fr: 'P1' }, tickets: response.length, figures }],
    reasons: [{ key: 'no-access', label: { en: 'No access', fr: 'Aucun accès' } }],
    ...overrides,
  };
}

export function buildMonthTicket(overrides: Partial<MonthTicket> = {}): MonthTicket {
  return {
    issueId: '10001',
    key: 'SUP-1',
    summary: 'Panne',
    priority: 'P1',
    raisedAt: instant('2025-12-09T10:00 Toronto'),
    response: { outcome: 'met', stoppedAt: instant('2025-12-09T10:20 Toronto'), lateBy: late(0) },
    resolutions: [],
    apart: false,
    duty: [],
    ...overrides,
  };
}
