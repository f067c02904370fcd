import type { SlaClock } from '../../src/core/clock/clock';
import { Dial, SmallDial } from '../shared/dial';
import { EmptyState } from '../shared/empty-state';
import { Icon } from '../shared/icon';
import { RichText } from '../shared/rich-text';
import { StateLozenge } from '../shared/state-lozenge';
import { orderClocks, thresholdShares, usedShare } from './clock-order';
import { clockLine, clockWords } from './clock-words';
import { nextEvent } from './next-event';
import { noGoalReason } from './plan-words';
import type { Words } from './words';

/** What breaks next: the open clock large, the others small, then the next event in words. */
export function ClocksSection(props: {
  readonly words: Words;
  readonly clocks: readonly SlaClock[];
  readonly now: number;
}) {
  const { words, clocks, now } = props;
  const { main, others } = orderClocks(clocks);
  const next = nextEvent(words, clocks, now);
  const isOpenWithoutGoal = clocks.some(({ stopTime, goal }) => stopTime === null && goal === null);
  return (
    <section className="section" aria-label={words.translate('agentPanel.clocks')}>
      <StateChanges words={words} clocks={clocks} />
      {main !== null && <MainClock words={words} clock={main} now={now} />}
      {main === null && isOpenWithoutGoal && <NoGoal words={words} />}
      {others
        .filter(({ goal, stopTime }) => goal !== null || stopTime !== null)
        .map((clock) => (
          <OtherClock key={clock.metric} words={words} clock={clock} now={now} />
        ))}
      {next !== null && (
        <p className="next">
          <Icon name={next.icon} />
          <span>
            <RichText text={next.text} />
          </span>
        </p>
      )}
      {main !== null && <ZoneNote words={words} clock={main} now={now} />}
    </section>
  );
}

/** Read out when a clock changes state while the page is open; the countdown itself would never be quiet. */
function StateChanges({ words, clocks }: { readonly words: Words; readonly clocks: readonly SlaClock[] }) {
  const { translate } = words;
  const states = clocks
    .filter(({ goal }) => goal !== null)
    .map(({ metric, state }) =>
      translate('clock.label.plain', {
        metric: translate(`clock.metric.${metric}`),
        state: translate(`clock.state.${state}`),
      }),
    );
  return (
    <p role="status" className="visually-hidden">
      {states.join('. ')}
    </p>
  );
}

function MainClock({ words, clock, now }: { readonly words: Words; readonly clock: SlaClock; readonly now: number }) {
  const text = clockWords(words, clock, now);
  return (
    <div className="clock-main">
      <Dial
        state={clock.state}
        share={usedShare(clock)}
        marks={thresholdShares(clock)}
        label={text.label}
        {...(text.figure === null ? {} : { figure: text.figure })}
      />
      <div className="clock-words">
        <div className="row">
          <h2 className="label">{words.translate(`clock.metric.${clock.metric}`)}</h2>
          <StateLozenge state={clock.state} word={words.translate(`clock.state.${clock.state}`)} />
        </div>
        <p className="clock-due">{text.headline}</p>
        <p className="small subtle">{text.detail}</p>
      </div>
    </div>
  );
}

function OtherClock({ words, clock, now }: { readonly words: Words; readonly clock: SlaClock; readonly now: number }) {
  const { translate } = words;
  return (
    <div className="clock-other">
      <SmallDial state={clock.state} share={usedShare(clock)} label={clockWords(words, clock, now).label} />
      <div className="clock-other-words">
        <h2 className="label">{translate(`clock.metric.${clock.metric}`)}</h2>
        <p className="small subtle">{clockLine(words, clock, now)}</p>
        {clock.missedWithCustomerUnavailable && <p className="small subtle">{translate('clock.missedUnavailable')}</p>}
      </div>
      <StateLozenge state={clock.state} word={translate(`clock.state.${clock.state}`)} />
    </div>
  );
}

/** No goal applies: the levels are what is missing, else the reason why nothing was promised. */
function NoGoal({ words }: { readonly words: Words }) {
  const { translate, view } = words;
  if (view.priority.effective !== null) {
    return (
      <EmptyState
        title={translate('agentPanel.noPromise.title')}
        text={translate('agentPanel.noPromise.text', { why: noGoalReason(words) })}
      />
    );
  }
  return (
    <EmptyState title={translate('agentPanel.noPriority.title')} text={translate('agentPanel.noPriority.text')}>
      {view.mayEdit && (
        <button
          type="button"
          className="button button-primary"
          onClick={() => document.querySelector<HTMLElement>('[data-cell][tabindex="0"]')?.focus()}
        >
          {translate('agentPanel.noPriority.action')}
        </button>
      )}
    </EmptyState>
  );
}

function ZoneNote({ words, clock, now }: { readonly words: Words; readonly clock: SlaClock; readonly now: number }) {
  const calendar = words.view.calendars[clock.goal?.calendar ?? ''];
  if (calendar === undefined || calendar.always) return null;
  const zone = words.format.otherZone(calendar.timeZone, now);
  return zone === null ? null : <p className="small subtle zone">{words.translate('agentPanel.zone', { zone })}</p>;
}
