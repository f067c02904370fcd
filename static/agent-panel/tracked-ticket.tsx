import { useMemo, useState } from 'react';
import type { TrackedTicketView } from '../../src/contract/agent-panel';
import { MINUTE } from '../../src/core/time/instant';
import { useFormat, useTranslate } from '../shared/surface-context';
import { ActionsSection } from './actions-section';
import { ClocksSection } from './clocks-section';
import { countingOf, workingTimesOf } from './counting';
import { LedgerSection } from './ledger-section';
import { LevelsSection } from './levels-section';
import type { AgentPanelMessages } from './messages';
import { PlanSection } from './plan-section';
import { ReplySection } from './reply-section';
import { useNow } from '../shared/use-now';
import type { PanelCalls } from './use-actions';

/** A ticket with clocks, from what breaks next down to why. */
export function TrackedTicket(props: { readonly view: TrackedTicketView; readonly calls: PanelCalls }) {
  const { view, calls } = props;
  const translate = useTranslate<AgentPanelMessages>();
  const format = useFormat();
  const [announcement, setAnnouncement] = useState('');
  const now = useNow(view.at);
  // Only the clocks need the second; what is in words changes with the minute.
  const minute = Math.max(view.at, Math.floor(now / MINUTE) * MINUTE);
  const workingTimes = useMemo(() => workingTimesOf(view), [view]);
  const counting = useMemo(() => countingOf(view, workingTimes), [view, workingTimes]);
  const given = useMemo(
    () => ({ clocks: counting(minute), now: minute, workingTimes }),
    [counting, minute, workingTimes],
  );
  const words = useMemo(() => ({ translate, format, view }), [translate, format, view]);

  return (
    <div className="ticket">
      <p role="status" className="visually-hidden">
        {announcement}
      </p>
      <ClocksSection words={words} clocks={counting(now)} now={now} />
      <LevelsSection words={words} given={given} onSetLevels={calls.setLevels} onSaved={setAnnouncement} />
      <ActionsSection words={words} given={given} calls={calls} onDone={setAnnouncement} />
      <ReplySection words={words} onSend={calls.sendReply} onSent={setAnnouncement} />
      <PlanSection words={words} />
      <LedgerSection words={words} given={given} onRecompute={calls.recompute} />
    </div>
  );
}
