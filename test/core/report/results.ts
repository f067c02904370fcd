/** Results for tests: one with what the test says of it, and random ones. */
import fc from 'fast-check';
import type { StoredResult } from '../../../src/core/report/stored-result';
import { instant } from '../../builders/ticket';

export function buildResult(overrides: Partial<StoredResult>): StoredResult {
  return {
    issueId: '10001',
    metric: 'response',
    cycle: 1,
    month: '2025-12',
    projectId: '10000',
    organizationId: '7',
    plan: 'BASE',
    priority: 'P2',
    outcome: 'met',
    createdAt: instant('2025-12-09T10:00 Toronto'),
    stoppedAt: instant('2025-12-09T10:20 Toronto'),
    lateBy: { working: 0, real: 0 },
    duty: [],
    apart: false,
    ...overrides,
  };
}

const at = fc.integer({ min: instant('2025-01-01T00:00Z'), max: instant('2025-12-31T23:59Z') });
const late = fc.nat(100_000_000);

const randomResult: fc.Arbitrary<StoredResult> = fc
  .record({
    issueId: fc.nat(99_999_999).map(String),
    metric: fc.constantFrom('response', 'resolution'),
    cycle: fc.integer({ min: 1, max: 4 }),
    projectId: fc.constantFrom('10000', '10001'),
    organizationId: fc.constantFrom('7', '8', null),
    plan: fc.constantFrom('BASE', 'PLUS', null),
    priority: fc.constantFrom('P1', 'P2', 'P3', null),
    outcome: fc.constantFrom('met', 'missed', 'missed-customer-unavailable', 'no-promise'),
    createdAt: at,
    stoppedAt: at,
    lateBy: fc.record({ working: late, real: late }),
    duty: fc.array(fc.record({ from: at, to: at, reasonCode: fc.constantFrom('no-access', 'no-answer') }), {
      maxLength: 3,
    }),
    apart: fc.boolean(),
  })
  .map((random) => buildResult(random as Partial<StoredResult>));

export const randomResults = fc.array(randomResult, { maxLength: 30 });
