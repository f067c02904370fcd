import type { Threshold } from '../../../src/core/policy/document';
import { parseDuration } from '../../../src/core/time/parse-duration';

/** Warnings as typed, or the first piece that is none. */
export type ParsedThresholds =
  { readonly ok: true; readonly thresholds: readonly Threshold[] } | { readonly ok: false; readonly text: string };

const PERCENT = /^(\d{1,2}(?:[.,]\d+)?)\s*%?$/;
const REST = /\b(left|remaining)\b|\b(encore|restant(e?s?))\b/giu;

/** Reads `75 %, 90 %, 30 min left`: percentages from above 0 to below 100, or working time left. No text is no warning. */
export function parseThresholds(text: string): ParsedThresholds {
  const thresholds: Threshold[] = [];
  for (const piece of text.split(/[;,](?!\d)/).map((part) => part.replace(REST, '').trim())) {
    if (piece === '') continue;
    const threshold = parseThreshold(piece.normalize('NFKC'));
    if (threshold === null) return { ok: false, text: piece };
    thresholds.push(threshold);
  }
  return { ok: true, thresholds };
}

function parseThreshold(piece: string): Threshold | null {
  const percent = PERCENT.exec(piece)?.[1];
  if (percent !== undefined) {
    const value = Number(percent.replace(',', '.'));
    return value > 0 ? { kind: 'percent', percent: value } : null;
  }
  const parsed = parseDuration(piece);
  return parsed.ok && parsed.duration.unit !== 'business-days'
    ? { kind: 'remaining', remaining: parsed.duration }
    : null;
}
