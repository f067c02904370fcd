import { view } from '@forge/bridge';
import { useCallback, useState } from 'react';

/** Where the sending of a choice stands. */
export type Submission = 'idle' | 'sending' | 'failed';

/** Sends a level key, or null to clear the field, to the form or issue that shows the editor. */
export function useSubmission(): { readonly submission: Submission; readonly send: (key: string | null) => void } {
  const [submission, setSubmission] = useState<Submission>('idle');
  const send = useCallback((key: string | null) => {
    setSubmission('sending');
    view.submit(key).then(
      () => {
        setSubmission('idle');
      },
      () => {
        setSubmission('failed');
      },
    );
  }, []);
  return { submission, send };
}
