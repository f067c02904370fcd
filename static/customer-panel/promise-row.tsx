import type { CustomerClockState } from '../../src/contract/customer-panel';
import type { ClockState } from '../../src/core/clock/clock';
import { SmallDial } from '../shared/dial';
import { StateLozenge } from '../shared/state-lozenge';
import type { PromiseWords } from './promise';
import { Sentence, Sentences, useReading } from './sentence';

/** How a customer's state looks: late is drawn as a breached clock. */
const LOOK: Readonly<Record<CustomerClockState, ClockState>> = {
  running: 'running',
  paused: 'paused',
  late: 'breached',
  met: 'met',
  missed: 'missed',
};

/** One promise: dial, name, state, the time that matters, and what explains it. */
export function PromiseRow({ promise }: { readonly promise: PromiseWords }) {
  const { words, now } = useReading();
  const word = words.plain(promise.word, now);
  const title = words.plain(promise.title, now);
  return (
    <li className={promise.usedShare === null ? 'promise promise-plain' : 'promise'}>
      {promise.usedShare !== null && (
        <SmallDial state={LOOK[promise.state]} share={promise.usedShare} label={`${title}: ${word}`} />
      )}
      <div className="promise-words">
        <div className="row between">
          <h3 className="promise-title">{title}</h3>
          <StateLozenge state={LOOK[promise.state]} word={word} />
        </div>
        {promise.figure && (
          <p className="promise-figure">
            <Sentence phrase={promise.figure} />
          </p>
        )}
        {promise.details.length > 0 && (
          <p className="small subtle">
            <Sentences phrases={promise.details} />
          </p>
        )}
      </div>
    </li>
  );
}
