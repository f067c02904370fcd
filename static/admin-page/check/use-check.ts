import { useCallback, useEffect, useState } from 'react';
import type { AdminPageView } from '../../../src/contract/admin-page';
import type { Finding } from '../../../src/core/policy/finding';
import type { PolicyDocument } from '../../../src/core/policy/document';
import type { Failure } from '../../shared/bridge';
import { call } from '../admin-call';
import { onceReleased } from './once-released';

/** Clicks in quick succession are checked once. */
const PAUSE_MILLIS = 150;

export interface CheckedDraft {
  readonly findings: readonly Finding[];
  readonly checking: boolean;
  readonly failure: Failure | null;
  readonly retry: () => void;
}

interface Checked {
  readonly document: PolicyDocument;
  readonly findings: readonly Finding[];
  readonly failure: Failure | null;
}

/**
 * The findings of a draft, asked of the server: comparing targets across calendars needs time zone rules, which browsers
 * do not get. Until the answer comes, the last findings stand.
 */
export function useCheck(view: AdminPageView, document: PolicyDocument): CheckedDraft {
  const [checked, setChecked] = useState<Checked>({ document: view.document, findings: view.findings, failure: null });
  const [attempt, setAttempt] = useState(0);
  const isUnchanged = document === view.document;

  useEffect(() => {
    if (isUnchanged) return;
    let wanted = true;
    const timer = setTimeout(() => {
      void call('check', { document }).then((outcome) => {
        onceReleased(() => {
          if (!wanted) return;
          setChecked((before) =>
            outcome.ok
              ? { document, findings: outcome.data.findings, failure: null }
              : { ...before, document, failure: outcome },
          );
        });
      });
    }, PAUSE_MILLIS);
    return () => {
      wanted = false;
      clearTimeout(timer);
    };
  }, [document, isUnchanged, attempt]);

  const retry = useCallback(() => {
    setAttempt((n) => n + 1);
  }, []);
  if (isUnchanged) return { findings: view.findings, checking: false, failure: null, retry };
  return { findings: checked.findings, checking: checked.document !== document, failure: checked.failure, retry };
}
