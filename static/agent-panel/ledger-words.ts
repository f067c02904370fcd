/**
 * The ledger's typed facts as lines people read. What happened at one instant is one line; a pause and its end are one
 * line; a change of level says what it was before. Pure: the same ledger always reads the same.
 */
import type { LedgerEntry } from '../../src/core/clock/ledger';
import type { IconName } from '../shared/icon';
import { goalText, retargetText } from './goal-words';
import { levelName, planName, priorityName, reasonName, statusName, type Words } from './words';

export interface LedgerLine {
  readonly at: number;
  readonly icon: IconName;
  /** One sentence a fact, the most important first. */
  readonly texts: readonly string[];
}

/** The levels before an entry: a change says what they were. */
interface Known {
  readonly impact: string | null;
  readonly urgency: string | null;
}

/** The lines of a ledger in its own order, oldest first. */
export function ledgerLines(words: Words, ledger: readonly LedgerEntry[], now: number): LedgerLine[] {
  const lines: { at: number; facts: { icon: IconName; texts: readonly string[] }[] }[] = [];
  // The line of a pause tells its end too.
  const toldEnds = new Set<LedgerEntry | null>(ledger.map((_, index) => pauseEnd(ledger, index)));
  let known: Known = { impact: null, urgency: null };
  ledger.forEach((entry, index) => {
    if (!toldEnds.has(entry)) {
      const texts = entryTexts(words, entry, known, pauseEnd(ledger, index), now);
      const last = lines.at(-1);
      const fact = { icon: iconOf(entry), texts };
      if (texts.length > 0 && last?.at === entry.at) last.facts.push(fact);
      else if (texts.length > 0) lines.push({ at: entry.at, facts: [fact] });
    }
    known = after(known, entry);
  });
  return lines.map(({ at, facts }) => ({
    at,
    icon: facts[0]?.icon ?? 'created',
    texts: facts.flatMap(({ texts }) => texts),
  }));
}

function after(known: Known, entry: LedgerEntry): Known {
  return entry.kind === 'created' || entry.kind === 'levels' ? entry : known;
}

type Resumed = Extract<LedgerEntry, { kind: 'resumed' }>;

/** The end of the pause that begins at `index`, if it has one. */
function pauseEnd(ledger: readonly LedgerEntry[], index: number): Resumed | null {
  const pause = ledger[index];
  if (pause?.kind !== 'paused') return null;
  const next = ledger
    .slice(index + 1)
    .find((entry) => (entry.kind === 'resumed' || entry.kind === 'paused') && entry.metric === pause.metric);
  return next?.kind === 'resumed' ? next : null;
}

function entryTexts(
  words: Words,
  entry: LedgerEntry,
  known: Known,
  end: Resumed | null,
  now: number,
): readonly string[] {
  const { translate, format } = words;
  switch (entry.kind) {
    case 'created':
      return [
        entry.priority === null
          ? translate('ledger.createdWithout')
          : translate('ledger.created', { priority: priorityName(words, entry.priority) }),
      ];
    case 'levels':
      return [...levelTexts(words, 'impact', known, entry), ...levelTexts(words, 'urgency', known, entry)];
    case 'priority':
      return [priorityText(words, entry)];
    case 'plan':
      return [
        entry.plan === null
          ? translate('ledger.plan.none')
          : translate(`ledger.plan.${entry.reason}`, { plan: planName(words, entry.plan) }),
      ];
    case 'goal':
      return [goalText(words, entry, now)];
    case 'retarget':
      return [retargetText(words, entry, now)];
    case 'paused':
      return [pauseText(words, entry, end, now)];
    case 'resumed': {
      const metric = translate(`clock.metric.${entry.metric}`);
      return [
        entry.due === null
          ? translate('ledger.resumed.plain', { metric })
          : translate('ledger.resumed.due', { metric, due: format.ledgerInstant(entry.due, now) }),
      ];
    }
    case 'threshold': {
      const metric = translate(`clock.metricInline.${entry.metric}`);
      const { threshold } = entry;
      return [
        threshold.kind === 'percent'
          ? translate('ledger.threshold.percent', { metric, percent: format.percent(threshold.percent / 100) })
          : translate('ledger.threshold.remaining', { metric, length: format.duration(threshold.remaining) }),
      ];
    }
    case 'breached':
      return [translate(`ledger.breached.${entry.metric}`)];
    case 'stopped':
      return [stopText(words, entry)];
    case 'reopened':
      return [translate('ledger.reopened', { length: format.length(entry.closedFor) })];
    case 'unavailable':
      return [translate('ledger.unavailable', { reason: reasonName(words, entry.reasonCode) })];
    case 'available':
      return [translate(`ledger.available.${entry.cause}`)];
    case 'downgraded':
      return [
        translate('ledger.downgraded', {
          from: priorityName(words, entry.from),
          to: priorityName(words, entry.to),
          reason: reasonName(words, entry.reasonCode),
        }),
      ];
    case 'downgrade-lifted':
      return [translate('ledger.downgradeLifted', { to: priorityOrNone(words, entry.to) })];
    case 'returned-to-matrix':
      return [translate('ledger.returnedToMatrix', { to: priorityOrNone(words, entry.to) })];
    case 'undone':
      return [translate('ledger.undone')];
  }
}

function levelTexts(
  words: Words,
  measure: 'impact' | 'urgency',
  known: Known,
  entry: Extract<LedgerEntry, { kind: 'levels' }>,
): string[] {
  const [before, now] = [known[measure], entry[measure]];
  if (before === now) return [];
  const name = words.translate(`ledger.measure.${measure}`);
  const from = before === null ? '' : levelName(words, measure, before);
  if (now === null) return [words.translate('ledger.level.cleared', { measure: name, from })];
  const to = levelName(words, measure, now);
  return [words.translate(before === null ? 'ledger.level.set' : 'ledger.level.changed', { measure: name, from, to })];
}

function priorityText(words: Words, { from, to, source }: Extract<LedgerEntry, { kind: 'priority' }>): string {
  const was = priorityOrNone(words, from);
  if (to === null) return words.translate('ledger.priority.cleared', { from: was });
  const values = { from: was, to: priorityName(words, to), source: words.translate(`ledger.source.${source}`) };
  return words.translate(from === null ? 'ledger.priority.set' : 'ledger.priority.changed', values);
}

function pauseText(
  words: Words,
  entry: Extract<LedgerEntry, { kind: 'paused' }>,
  end: Resumed | null,
  now: number,
): string {
  const { translate, format } = words;
  const metric = translate(`clock.metric.${entry.metric}`);
  const status = statusName(words, entry.statusId);
  const isStatus = entry.cause === 'status';
  if (end === null) {
    return isStatus
      ? translate('ledger.paused.open', { metric, status })
      : translate('ledger.paused.unavailable', { metric });
  }
  const isSameDay = format.day(end.at) === format.day(entry.at);
  const values = {
    metric,
    until: isSameDay ? format.time(end.at) : format.ledgerInstant(end.at, now),
    length: format.length(end.pausedFor),
  };
  return isStatus
    ? translate('ledger.paused.until', { ...values, status })
    : translate('ledger.paused.unavailableUntil', values);
}

function stopText({ translate, format }: Words, entry: Extract<LedgerEntry, { kind: 'stopped' }>): string {
  const by = entry.metric === 'response' && entry.by === 'resolved' ? 'unanswered' : entry.by;
  return translate(`ledger.stopped.${entry.outcome}`, {
    by: translate(`ledger.stopped.by.${by}`),
    metric: translate(`clock.metricInline.${entry.metric}`),
    used: format.length(entry.used),
  });
}

function priorityOrNone(words: Words, key: string | null): string {
  return key === null ? words.translate('ledger.noPriority') : priorityName(words, key);
}

function iconOf(entry: LedgerEntry): IconName {
  switch (entry.kind) {
    case 'created':
    case 'undone':
    case 'resumed':
    case 'reopened':
    case 'paused':
    case 'breached':
    case 'unavailable':
    case 'available':
    case 'plan':
      return ICONS[entry.kind];
    case 'levels':
    case 'priority':
    case 'goal':
    case 'retarget':
    case 'returned-to-matrix':
      return 'change';
    case 'threshold':
      return 'bell';
    case 'stopped':
      if (entry.outcome === 'no-goal') return entry.by === 'reply' ? 'reply' : 'check';
      return entry.outcome === 'met' ? 'met' : 'missed';
    case 'downgraded':
      return 'down';
    case 'downgrade-lifted':
      return 'up';
  }
}

const ICONS = {
  created: 'created',
  undone: 'undo',
  resumed: 'resumed',
  reopened: 'reopened',
  paused: 'paused',
  breached: 'breached',
  unavailable: 'unavailable',
  available: 'available',
  plan: 'plan',
} as const satisfies Readonly<Record<string, IconName>>;
