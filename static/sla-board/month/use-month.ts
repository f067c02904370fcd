import { useEffect, useMemo, useState } from 'react';
import type { MonthTicket, OrganizationMonth, ReportApi } from '../../../src/contract/report';
import type { Failure, Outcome } from '../../shared/bridge';
import { call } from '../board-call';
import { useReport, type ReportHandle, type ReportState } from '../report/use-report';

/** Which page is wanted. */
export interface MonthQuestion {
  readonly month: string;
  readonly organizationId: string;
}

/** The page's figures, then its tickets, a page of them after the other; both from the results as of one instant. */
export interface MonthHandle {
  readonly figures: ReportState<{ readonly page: OrganizationMonth }>;
  readonly tickets: readonly MonthTicket[];
  /** Whether the tickets are all there. */
  readonly isComplete: boolean;
  readonly failure: Failure | null;
  readonly reload: () => void;
}

type TicketsAnswer = ReportApi['organizationMonthTickets']['response'];

interface Loaded {
  readonly page: OrganizationMonth;
  readonly tickets: readonly MonthTicket[];
  readonly isComplete: boolean;
  readonly failure: Failure | null;
}

/** Asks for an organization's month, and waits for it where it has to be made. */
export function useMonth({ month, organizationId }: MonthQuestion): MonthHandle {
  const question = useMemo(
    () => ({
      ask: (made: string | null) => call('organizationMonth', { month, organizationId, made }),
      progress: (runId: string) => call('reportProgress', { runId }),
    }),
    [month, organizationId],
  );
  const { state, reload }: ReportHandle<{ readonly page: OrganizationMonth }> = useReport(question);
  const page = state.status === 'ready' ? state.data.page : null;
  const [loaded, setLoaded] = useState<Loaded | null>(null);
  useEffect(() => {
    if (page === null) return;
    let isWanted = true;
    void loadTickets(page, () => isWanted, setLoaded);
    return () => {
      isWanted = false;
    };
  }, [page]);

  const own = loaded?.page === page ? loaded : null;
  return {
    figures: state,
    tickets: own?.tickets ?? [],
    isComplete: own?.isComplete ?? false,
    failure: own?.failure ?? null,
    reload,
  };
}

async function loadTickets(
  page: OrganizationMonth,
  isWanted: () => boolean,
  tell: (loaded: Loaded) => void,
): Promise<void> {
  const { month, organization } = page;
  let tickets: readonly MonthTicket[] = [];
  let from: number | null = 0;
  while (from !== null) {
    const outcome: Outcome<TicketsAnswer> = await call('organizationMonthTickets', {
      month,
      organizationId: organization.id,
      from,
    });
    if (!isWanted()) return;
    if (!outcome.ok) {
      tell({ page, tickets, isComplete: false, failure: outcome });
      return;
    }
    // The results were cleared away meanwhile: the page is then made anew by whoever asks for it again.
    if (outcome.data.kind === 'making') {
      tell({ page, tickets, isComplete: false, failure: { ok: false, code: 'busy', problems: [] } });
      return;
    }
    tickets = [...tickets, ...outcome.data.tickets];
    from = outcome.data.next;
    tell({ page, tickets, isComplete: from === null, failure: null });
  }
}
