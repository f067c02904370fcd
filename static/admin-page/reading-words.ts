import type { Reading, ReadingSource } from '../../src/core/policy/finding';
import type { Place } from '../../src/core/policy/place';
import type { PolicyDocument } from '../../src/core/policy/document';
import { goalSetting } from '../../src/core/policy/goals';
import type { AdminWords } from './admin-words';
import { targetLength } from './target-length';
import type { Names } from './names';

/** One reading as a card: where it comes from, what it says, and what helps to compare it. */
export interface ReadingWords {
  readonly from: string;
  readonly value: string;
  readonly note: string | null;
}

/** A reading in words. */
export function readingWords(reading: Reading, policy: PolicyDocument, words: AdminWords, names: Names): ReadingWords {
  const from =
    published(reading.sources, words) ?? reading.sources.map((one) => sourceWords(one, words, names)).join(' · ');
  return {
    from: reading.inForce ? words.say('reading.inForce', { from }) : from,
    value: valueWords(reading.value, words, names),
    note: noteOf(reading, policy, words, names),
  };
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
      return words.pick(value.text);
  }
}

/** Both languages saying the same is one source to a reader. */
function published(sources: readonly ReadingSource[], words: AdminWords): string | null {
  const languages = sources.flatMap((source) => (source.kind === 'published' ? [source.language] : []));
  return languages.length === 2 && sources.length === 2 ? words.say('reading.publishedBoth') : null;
}

function sourceWords(source: ReadingSource, words: AdminWords, names: Names): string {
  switch (source.kind) {
    case 'published':
      return words.say(publishedKey(source.place), { language: words.say(`language.${source.language}`) });
    case 'shown':
      return names.place(source.place);
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

function publishedKey(place: Place) {
  switch (place.kind) {
    case 'matrix-label':
      return 'reading.publishedMatrix';
    case 'level-label':
      return 'reading.publishedTable';
    default:
      return 'reading.published';
  }
}

/** `32 h · twice the 2 d of PLUS`: the figure in hours where it is in days, and its proportion to the other plan's. */
function noteOf({ value, ratio }: Reading, policy: PolicyDocument, words: AdminWords, names: Names): string | null {
  const parts: string[] = [];
  if (value.kind === 'duration') {
    const length = targetLength(value.duration, value.calendar, policy);
    if (length !== null) parts.push(length);
  }
  const other = ratio && goalSetting(policy, ratio.to.plan, ratio.to.priority, ratio.to.metric);
  if (ratio && other) {
    const target = words.duration(other.target);
    const plan = names.plan(ratio.to.plan);
    const factor = words.format.number(ratio.factor);
    const key = ratio.factor === 1 ? 'reading.same' : ratio.factor === 2 ? 'reading.twice' : 'reading.times';
    parts.push(words.say(key, key === 'reading.times' ? { factor, target, plan } : { target, plan }));
  }
  return parts.length > 0 ? parts.join(' · ') : null;
}
