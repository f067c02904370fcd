import type { Reading, ReadingSource } from '../../../src/core/policy/finding';
import type { Fix } from '../../../src/core/policy/fix';
import type { Place } from '../../../src/core/policy/place';
import type { PolicyDocument } from '../../../src/core/policy/document';
import { goalSetting } from '../../../src/core/policy/goals';
import type { AdminWords } from '../admin-words';
import { targetLength } from '../policy/target-length';
import type { Names } from '../names';

/** One reading as a card: where it comes from, what it says, and what helps to compare it. */
export interface ReadingWords {
  readonly from: string;
  readonly value: string;
  readonly note: string | null;
  /** Whether it is the one among alternatives that the draft chose, or else the one in force. */
  readonly isChosen: boolean;
}

/**
 * The readings in words. Which one is in force is said only where they are alternatives; `made` are the draft's own fixes,
 * whose reading is the chosen one.
 */
export function readingsWords(
  readings: readonly Reading[],
  policy: PolicyDocument,
  words: AdminWords,
  names: Names,
  made: readonly Fix[] = [],
): readonly ReadingWords[] {
  const isAlternative = readings.some(({ inForce }) => !inForce);
  const isMade = ({ fix }: Reading): boolean => made.some((own) => JSON.stringify(own) === JSON.stringify(fix));
  const someMade = readings.some(isMade);
  return readings.map((reading) => {
    const { sources, value, ratio } = reading;
    const from = publishedInBoth(sources)
      ? words.say('reading.publishedBoth')
      : sources.map((source) => sourceWords(source, words, names)).join(' · ');
    const notes = [lengthNote(value, policy), ratio && ratioNote(ratio, policy, words, names)].filter(Boolean);
    const isChosen = someMade ? isMade(reading) : isAlternative && reading.inForce;
    return {
      from: isChosen ? words.say(someMade ? 'reading.chosen' : 'reading.inForce', { from }) : from,
      value: valueWords(value, words, names),
      note: notes.length > 0 ? notes.join(' · ') : null,
      isChosen,
    };
  });
}

/** What a reading's value says, as on its button. */
export function valueWords(value: Reading['value'], words: AdminWords, names: Names): string {
  switch (value.kind) {
    case 'duration':
      return words.duration(value.duration);
    case 'priority':
      return names.priority(value.priority);
    case 'text':
      return value.text;
    case 'bilingual':
      return words.quote(words.pick(value.text));
  }
}

/** Both languages saying the same is one source to a reader. */
function publishedInBoth(sources: readonly ReadingSource[]): boolean {
  return sources.length === 2 && sources.every(({ kind }) => kind === 'published');
}

function sourceWords(source: ReadingSource, words: AdminWords, names: Names): string {
  switch (source.kind) {
    case 'published':
      return words.say(publishedKey(source.place), { language: words.say(`language.${source.language}`) });
    case 'shown':
    case 'set':
      return names.place(source.place);
    case 'implied':
      return source.factor >= 1
        ? words.say('reading.impliedSlower', {
            factor: words.format.number(source.factor),
            plan: names.plan(source.by.plan),
          })
        : words.say('reading.impliedFaster', {
            factor: words.format.number(1 / source.factor),
            plan: names.plan(source.by.plan),
          });
  }
}

function publishedKey({ kind }: Place) {
  if (kind === 'matrix-label') return 'reading.publishedMatrix';
  return kind === 'level-label' ? 'reading.publishedTable' : 'reading.published';
}

/** A target in days in hours too. */
function lengthNote(value: Reading['value'], policy: PolicyDocument): string | null {
  return value.kind === 'duration' ? targetLength(value.duration, value.calendar, policy) : null;
}

/** How the figure stands to the other plan's: `Twice the 2 d of PLUS`; null for a proportion that is no plain number. */
function ratioNote(
  { factor, to }: NonNullable<Reading['ratio']>,
  policy: PolicyDocument,
  words: AdminWords,
  names: Names,
): string | null {
  const other = goalSetting(policy, to.plan, to.priority, to.metric);
  if (!other) return null;
  const values = { target: words.duration(other.target), plan: names.plan(to.plan) };
  if (factor === 1) return words.say('reading.same', values);
  if (factor === 2) return words.say('reading.twice', values);
  if (factor > 1) return words.say('reading.times', { ...values, factor: words.format.number(factor) });
  const inverse = Math.round(1000 / factor) / 1000;
  return Number.isInteger(inverse) ? words.say('reading.fraction', { ...values, factor: inverse }) : null;
}
