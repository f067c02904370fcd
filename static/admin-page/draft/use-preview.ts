import { useCallback, useEffect, useState } from 'react';
import type { PreviewView } from '../../../src/contract/admin-page';
import type { PolicyDocument } from '../../../src/core/policy/document';
import { failure, type Failure } from '../../shared/bridge';
import { call } from '../admin-call';
import type { Adoption } from '../set-up/set-up-tab';

/** How often a preview that goes on in the background is asked how far it is. */
const POLL_MILLIS = 2_000;

export interface Preview {
  /** Null before the first one was asked for, and while it begins. */
  readonly view: PreviewView | null;
  readonly failure: Failure | null;
  readonly isStarting: boolean;
  /** The draft changed since: what is known is about an earlier one. */
  readonly isStale: boolean;
  readonly start: () => void;
}

interface Asked {
  readonly document: PolicyDocument;
  readonly adopt: Adoption;
  readonly view: PreviewView | null;
  readonly failure: Failure | null;
}

/** What publishing the draft would do to the tickets that are open now, worked out by the server. */
export function usePreview(document: PolicyDocument, adopt: Adoption): Preview {
  const [asked, setAsked] = useState<Asked | null>(null);
  const runId = asked?.view?.progress.runId;
  const isGoingOn = asked?.view?.progress.state === 'running' || asked?.view?.progress.state === 'paused';

  const start = useCallback(() => {
    const question = { document, adopt };
    setAsked({ ...question, view: null, failure: null });
    void call('startPreview', question).then((outcome) => {
      setAsked((now) => {
        // A later question was asked meanwhile.
        if (now === null || now.document !== document) return now;
        return outcome.ok ? { ...now, view: outcome.data } : { ...now, failure: outcome };
      });
    });
  }, [document, adopt]);

  useEffect(() => {
    if (runId === undefined || !isGoingOn) return;
    const timer = setInterval(() => {
      void call('previewStatus', { runId }).then((outcome) => {
        setAsked((now) => {
          if (now?.view?.progress.runId !== runId) return now;
          if (!outcome.ok) return { ...now, failure: outcome };
          return outcome.data === null
            ? { ...now, failure: failure('unexpected') }
            : { ...now, view: outcome.data, failure: null };
        });
      });
    }, POLL_MILLIS);
    return () => clearInterval(timer);
  }, [runId, isGoingOn]);

  return {
    view: asked?.view ?? null,
    failure: asked?.failure ?? null,
    isStarting: asked !== null && asked.view === null && asked.failure === null,
    isStale: asked !== null && (asked.document !== document || asked.adopt !== adopt),
    start,
  };
}
