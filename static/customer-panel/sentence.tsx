import { createContext, useContext } from 'react';
import type { EpochMillis } from '../../src/core/time/instant';
import type { Phrase } from './phrase';
import type { Words } from './words';

/** The words of this reader, and the present instant that days are named from. */
export interface Reading {
  readonly words: Words;
  readonly now: EpochMillis;
}

export const ReadingContext = createContext<Reading | null>(null);

/** The reading of the panel around the component. */
export function useReading(): Reading {
  const reading = useContext(ReadingContext);
  if (reading === null) throw new Error('A sentence stands outside the panel');
  return reading;
}

/** A phrase in the reader's words, its instants as `<time>` elements. */
export function Sentence({ phrase }: { readonly phrase: Phrase }) {
  const { words, now } = useReading();
  return words.parts(phrase, now).map(({ text, at }, i) =>
    at === null ? (
      text
    ) : (
      <time key={i} dateTime={new Date(at).toISOString()}>
        {text}
      </time>
    ),
  );
}

/** Several phrases, one after the other. */
export function Sentences({ phrases }: { readonly phrases: readonly Phrase[] }) {
  return phrases.map((phrase, i) => (
    <span key={phrase.key}>
      {i > 0 && ' '}
      <Sentence phrase={phrase} />
    </span>
  ));
}
