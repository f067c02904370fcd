import { useCallback, useEffect, useState } from 'react';
import type { SlaGadgetView } from '../../src/contract/sla-gadget';
import { MINUTE, SECOND } from '../../src/core/time/instant';
import type { Failure } from '../shared/bridge';
import { eager } from '../shared/eager';
import { call } from './gadget-call';

const EVERY = 5 * MINUTE;
const WHILE_MAKING = 2 * SECOND;

const firstAsk = eager(() => call('view', { made: null }));

/** The gadget's view, asked anew every five minutes while it is in sight, and sooner while the month is being added up. */
export function useGadget(): {
  readonly view: SlaGadgetView | null;
  readonly failure: Failure | null;
  readonly reload: () => void;
} {
  const [told, setTold] = useState<{ readonly view: SlaGadgetView | null; readonly failure: Failure | null }>({
    view: null,
    failure: null,
  });
  const [attempt, setAttempt] = useState(0);
  useEffect(() => {
    let wanted = true;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const look = async (made: string | null): Promise<void> => {
      const outcome = await (made === null ? firstAsk() : call('view', { made }));
      if (!wanted) return;
      setTold(({ view }) =>
        outcome.ok ? { view: withMonthOf(view, outcome.data), failure: null } : { view, failure: outcome },
      );
      const month = outcome.ok && outcome.data.state === 'ready' ? outcome.data.month : null;
      const next = month?.kind === 'making' ? { made: month.runId, wait: WHILE_MAKING } : { made: null, wait: EVERY };
      timer = setTimeout(() => void again(next.made), next.wait);
    };
    const again = async (made: string | null): Promise<void> => {
      if (!document.hidden) return look(made);
      timer = setTimeout(() => void again(made), EVERY);
    };
    void look(null);
    return () => {
      wanted = false;
      clearTimeout(timer);
    };
  }, [attempt]);
  const reload = useCallback(() => {
    setAttempt((n) => n + 1);
  }, []);
  return { ...told, reload };
}

/** While a month is added up anew, the figures shown before stay. */
function withMonthOf(before: SlaGadgetView | null, now: SlaGadgetView): SlaGadgetView {
  if (now.state !== 'ready' || before?.state !== 'ready' || now.month.kind !== 'making') return now;
  return before.project.key === now.project.key ? { ...now, month: before.month } : now;
}
