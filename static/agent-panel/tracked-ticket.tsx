import { useMemo, useState } from 'react';
import type { AgentPanelView, TrackedTicketView } from '../../src/contract/agent-panel';
import { MINUTE } from '../../src/core/time/instant';
import type { Outcome } from '../shared/bridge';
import type { LevelPair } from '../shared/level-matrix';
import { useFormat, useTranslate } from '../shared/surface-context';
import { ClocksSection } from './clocks-section';
import { countingOf, workingTimesOf } from './counting';
import { DutySection } from './duty-section';
import { LedgerSection } from './ledger-section';
import { LevelsSection } from './levels-section';
import type { AgentPanelMessages } from './messages';
import { PlanSection } from './plan-section';
import { ReplySection } from './reply-section';
import { useNow } from './use-now';

/** A ticket with clocks, from what breaks next down to why. */
export function TrackedTicket(props: {
  readonly view: TrackedTicketView;
  readonly onSetLevels: (levels: LevelPair) => Promise<Outcome<AgentPanelView>>;
  readonly onSendReply: (text: string) => Promise<Outcome<AgentPanelView>>;
}) {
  const { view, onSetLevels, onSendReply } = props;
  const translate = useTranslate<AgentPanelMessages>();
  const format = useFormat();
  const [announcement, setAnnouncement] = useState('');
  const now = useNow(view.at);
  // Only the clocks need the second; what is in words changes with the minute.
  const minute = Math.max(view.at, Math.floor(now / MINUTE) * MINUTE);
  const workingTimes = useMemo(() => workingTimesOf(view), [view]);
  const counting = useMemo(() => countingOf(view, workingTimes), [view, workingTimes]);
  const words = useMemo(() => ({ translate, format, view }), [translate, format, view]);

  return (
    <div className="ticket">
      <p role="status" className="visually-hidden">
        {announcement}
      </p>
      <ClocksSection words={words} clocks={counting(now)} now={now} />
      <LevelsSection words={words} now={minute} onSetLevels={onSetLevels} onSaved={setAnnouncement} />
      <DutySection words={words} now={minute} />
      <ReplySection words={words} onSend={onSendReply} onSent={setAnnouncement} />
      <PlanSection words={words} />
      <LedgerSection words={words} counting={counting} workingTimes={workingTimes} now={minute} />
    </div>
  );
}
