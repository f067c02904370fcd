import { useEffect, useState } from 'react';
import type { BoardChoices } from '../../src/contract/sla-board';
import { call } from './board-call';

/** The names that filters offer, asked for once, when they are wanted: identities cost Jira's quota twice. */
export function useChoices(wanted: boolean): { readonly choices: BoardChoices | null; readonly failed: boolean } {
  const [answer, setAnswer] = useState<{ readonly choices: BoardChoices | null; readonly failed: boolean }>({
    choices: null,
    failed: false,
  });
  useEffect(() => {
    if (!wanted) return;
    let mounted = true;
    void call('choices', {}).then((outcome) => {
      if (mounted) setAnswer(outcome.ok ? { choices: outcome.data, failed: false } : { choices: null, failed: true });
    });
    return () => {
      mounted = false;
    };
  }, [wanted]);
  return answer;
}
