import { memo, useRef, useState } from 'react';
import { Icon } from '../shared/icon';
import { RichText } from '../shared/rich-text';
import type { ClocksNow } from './change-words';
import { orderClocks } from './clock-order';
import { ledgerLines } from './ledger-words';
import { Recompute } from './recompute';
import { TimelinePicture } from './timeline';
import { timelineOf } from './timeline-model';
import { totalsText } from './totals-words';
import type { PanelCalls } from './use-actions';
import { whyWords } from './why-words';
import type { Words } from './words';

/** *Why this time?*: the answer in one sentence, then everything that happened, then the sum. */
export const LedgerSection = memo(function LedgerSection(props: {
  readonly words: Words;
  readonly given: ClocksNow;
  readonly onRecompute: PanelCalls['recompute'];
}) {
  const { words, given, onRecompute } = props;
  const { clocks, now, workingTimes } = given;
  const { translate, view } = words;
  const { main, others } = orderClocks(clocks);
  const clock = main ?? others.at(-1);
  if (clock === undefined) return null;
  const why = whyWords(words, clock, now);
  const timeline = timelineOf(clock, view.ledger, workingTimes, now);
  return (
    <section className="section">
      <details open>
        <summary>
          <Icon name="chevron" />
          <h2>{why.question}</h2>
        </summary>
        <p className="ledger-answer">
          <RichText text={why.answer} />
        </p>
        {timeline !== null && <TimelinePicture words={words} timeline={timeline} now={now} />}
        <h3 className="visually-hidden">{translate('ledger.title')}</h3>
        <LedgerList words={words} now={now} />
        <p className="ledger-sum">
          <RichText text={totalsText(words, clock)} />
        </p>
        <Recompute words={words} onRecompute={onRecompute} />
      </details>
    </section>
  );
});

/** Beyond so many lines only the beginning and the latest show until all are asked for. */
const MOST_LINES = 30;
const LATEST = 20;

function LedgerList({ words, now }: { readonly words: Words; readonly now: number }) {
  const { translate, format, view } = words;
  const [showsAll, setShowsAll] = useState(false);
  const list = useRef<HTMLOListElement>(null);
  const lines = ledgerLines(words, view.ledger, now);
  const hidden = showsAll || lines.length <= MOST_LINES ? 0 : lines.length - 1 - LATEST;
  return (
    <>
      <ol ref={list} className="ledger-lines" tabIndex={-1}>
        {lines.map(({ at, icon, texts }, index) =>
          index > 0 && index <= hidden ? null : (
            <li key={at} className={index === 0 && hidden > 0 ? 'ledger-gap' : undefined}>
              <Icon name={icon} />
              <time dateTime={new Date(at).toISOString()}>{format.ledgerInstant(at, now)}</time>
              <div>
                {texts.map((text) => (
                  <p key={text}>{text}</p>
                ))}
              </div>
            </li>
          ),
        )}
      </ol>
      {hidden > 0 && (
        <button
          type="button"
          className="button button-subtle ledger-more"
          onClick={() => {
            setShowsAll(true);
            list.current?.focus({ preventScroll: true });
          }}
        >
          {translate('ledger.showAll', { count: lines.length })}
        </button>
      )}
    </>
  );
}
