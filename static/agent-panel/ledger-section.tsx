import { memo } from 'react';
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
  const { translate, format, view } = words;
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
        <ol className="ledger-lines">
          {ledgerLines(words, view.ledger, now).map(({ at, icon, texts }) => (
            <li key={at}>
              <Icon name={icon} />
              <time dateTime={new Date(at).toISOString()}>{format.ledgerInstant(at, now)}</time>
              <div>
                {texts.map((text) => (
                  <p key={text}>{text}</p>
                ))}
              </div>
            </li>
          ))}
        </ol>
        <p className="ledger-sum">
          <RichText text={totalsText(words, clock)} />
        </p>
        <Recompute words={words} onRecompute={onRecompute} />
      </details>
    </section>
  );
});
