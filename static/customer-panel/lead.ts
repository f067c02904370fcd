import type { CustomerClock, CustomerTicketView } from '../../src/contract/customer-panel';
import type { EpochMillis } from '../../src/core/time/instant';
import type { SlaMetric } from '../../src/core/policy/document';
import { deadline, instant, say, type Phrase } from './phrase';

/** The first words a customer reads: "are you on it?" or "do you need me?", then what follows from it. */
export interface Lead {
  readonly headline: Phrase;
  readonly lines: readonly Phrase[];
}

/**
 * The first words for a request; null where the plan shows customers nothing of its clocks. Without a priority there are
 * no clocks yet, but a customer still wants to know that the request arrived.
 */
export function leadOf(view: CustomerTicketView): Lead | null {
  if (view.clocks.length === 0) return view.priority ? null : { headline: say('lead.received'), lines: [] };
  const clocks = { response: clockOf(view, 'response'), resolution: clockOf(view, 'resolution') };
  switch (awaited(view)) {
    case 'nobody':
      return { headline: say('lead.solved'), lines: outcome(clocks) };
    case 'you':
      return { headline: say(view.unavailable ? 'lead.yourHelp' : 'lead.yourAnswer'), lines: whatYouCanDo(clocks) };
    case 'others':
    case 'team':
      return clocks.response && isOpen(clocks.response)
        ? beforeTheAnswer(clocks.response, clocks.resolution)
        : beforeTheSolution(clocks.response, clocks.resolution);
  }
}

/** Who is awaited: the customer also while their resources are, whatever the request's status says. */
export function awaited(view: CustomerTicketView): CustomerTicketView['waitsFor'] {
  return view.waitsFor !== 'nobody' && view.unavailable ? 'you' : view.waitsFor;
}

/** The clock of a metric, where the view has one. */
export function clockOf(view: CustomerTicketView, metric: SlaMetric): CustomerClock | undefined {
  return view.clocks.find((clock) => clock.metric === metric);
}

/** Whether the clock has not stopped. */
export function isOpen({ state }: CustomerClock): boolean {
  return state !== 'met' && state !== 'missed';
}

/** The instants that the panel names beside its own. */
export function instantsShown({ clocks }: CustomerTicketView): readonly EpochMillis[] {
  return clocks.flatMap(({ due, stoppedAt }) => [due, stoppedAt].filter((at) => at !== null));
}

interface Clocks {
  readonly response: CustomerClock | undefined;
  readonly resolution: CustomerClock | undefined;
}

function outcome({ response, resolution }: Clocks): readonly Phrase[] {
  const answered = response?.state;
  const solved = resolution?.state;
  if (solved === 'missed') {
    const late = say(answered === 'missed' ? 'lead.bothLate' : 'lead.solutionWasLate');
    return [late, say(resolution?.excused === true ? 'lead.waitedForYou' : 'lead.sorryForThat')];
  }
  if (solved !== 'met') return [];
  if (answered === 'missed') return [say('lead.answerWasLate')];
  return [say(answered === 'met' ? 'lead.bothKept' : 'lead.solvedInTime')];
}

function whatYouCanDo({ resolution }: Clocks): readonly Phrase[] {
  if (resolution?.state === 'paused') return [say('lead.onHoldUntilYou')];
  if (resolution?.state === 'late') return [say('lead.lateAndWaiting')];
  return [say('lead.replyBelow')];
}

function beforeTheAnswer(response: CustomerClock, resolution: CustomerClock | undefined): Lead {
  if (response.state !== 'late') {
    return {
      headline: say('lead.received'),
      lines: response.due === null ? [] : [say('lead.answerBy', { due: deadline(response.due) })],
    };
  }
  const sorry =
    response.due === null ? say('lead.sorry') : say('lead.answerWasPromised', { due: instant(response.due) });
  return {
    headline: say('lead.answerLate'),
    lines: resolution?.state === 'late' ? [sorry, say('lead.solutionLateToo')] : [sorry],
  };
}

function beforeTheSolution(response: CustomerClock | undefined, resolution: CustomerClock | undefined): Lead {
  if (resolution?.state === 'late') {
    const sorry =
      resolution.due === null ? say('lead.sorry') : say('lead.solutionWasPromised', { due: instant(resolution.due) });
    return { headline: say('lead.solutionLate'), lines: [sorry] };
  }
  const answered =
    response?.stoppedAt === null || response === undefined
      ? []
      : [say('lead.answeredAt', { at: instant(response.stoppedAt) })];
  const next =
    resolution?.state === 'paused'
      ? [say('lead.onHold')]
      : resolution === undefined || resolution.due === null
        ? []
        : [say('lead.solutionBy', { due: deadline(resolution.due) })];
  return { headline: say('lead.working'), lines: [...answered, ...next] };
}
