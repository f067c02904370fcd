import type { SlaClock } from '../../src/core/clock/clock';
import { wholeMinutes } from '../../src/i18n/format';
import type { Words } from './words';

const PARTS = ['used', 'paused', 'unavailable', 'closed', 'outsideHours'] as const;

/**
 * The sum of a clock's time, which adds up to the minute: `24 h 02 since creation = 6 h 47 used + 1 h 15 paused + …`.
 * Parts that are nothing are left out, but for the time used.
 */
export function totalsText({ translate, format }: Words, { totals, stopTime }: SlaClock): string {
  const minutes = wholeMinutes(PARTS.map((part) => totals[part]));
  const whole = minutes.reduce((sum, part) => sum + part, 0);
  const parts = PARTS.map((part, index) => ({ part, length: minutes[index] ?? 0 }))
    .filter(({ part, length }) => part === 'used' || length > 0)
    .map(({ part, length }) => translate(`ledger.totals.${part}`, { length: format.length(length) }));
  return translate(stopTime === null ? 'ledger.totals.now' : 'ledger.totals.stopped', {
    whole: format.length(whole),
    parts: parts.join(' + '),
  });
}
