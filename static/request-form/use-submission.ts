/**
 * How the panel hands its answers to the form around it. Not confirmed on a live site: `view.submit` with `fields` and
 * `isValid` as Atlassian's page on the module describes it, at every change, the form keeping the last.
 */
import { view } from '@forge/bridge';
import { useEffect, useState } from 'react';
import { submissionOf, type Answers } from './answers';

/** Hands the answers over whenever they change, where there are any to give; says whether the last time failed. */
export function useSubmission(answers: Answers | null): boolean {
  const [hasFailed, setFailed] = useState(false);
  useEffect(() => {
    if (answers === null) return;
    let wanted = true;
    view.submit(submissionOf(answers)).then(
      () => {
        if (wanted) setFailed(false);
      },
      () => {
        if (wanted) setFailed(true);
      },
    );
    return () => {
      wanted = false;
    };
  }, [answers]);
  return hasFailed;
}
