import { useEffect, useMemo } from 'react';
import type { RequestFormApi } from '../../src/contract/request-form';
import { MINUTE } from '../../src/core/time/instant';
import { ReadingContext } from '../customer-panel/sentence';
import { createWords } from '../customer-panel/words';
import { createCall } from '../shared/bridge';
import { eager } from '../shared/eager';
import { ErrorState } from '../shared/error-state';
import { Skeleton, SkeletonShape } from '../shared/skeleton';
import { useFormat, useTranslate } from '../shared/surface-context';
import { useView } from '../shared/use-view';
import type { RequestFormMessages } from './messages';
import { Questions } from './questions';
import './request-form.css';

const call = createCall<RequestFormApi>();
const ask = () => call('view', {});
const askFirst = eager(ask);

/** How long a due time that is shown as *if you send it now* may stand. */
const ASK_AGAIN = 5 * MINUTE;

/** Both questions in one panel of the portal's form, with what would follow. */
export function RequestForm() {
  const translate = useTranslate<RequestFormMessages>();
  const format = useFormat();
  const words = useMemo(() => createWords(format), [format]);
  const { state, reload, replace } = useView(askFirst);

  useEffect(() => {
    const timer = setInterval(() => {
      if (document.hidden) return;
      void ask().then((outcome) => {
        if (outcome.ok) replace(outcome.data);
      });
    }, ASK_AGAIN);
    return () => {
      clearInterval(timer);
    };
  }, [replace]);

  if (state.status === 'loading') {
    return (
      <Skeleton>
        <div className="stack">
          <SkeletonShape shape="half" />
          <SkeletonShape shape="block" />
        </div>
      </Skeleton>
    );
  }
  if (state.status === 'failed') {
    // Whoever is refused here can still send the request: the form is Jira's.
    if (state.failure.code === 'refused') return null;
    return (
      <ErrorState failure={state.failure} title={translate('requestForm.unread')} onRetry={reload}>
        {translate('requestForm.unreadStill')}
      </ErrorState>
    );
  }
  if (state.data.state === 'nothing') return null;
  return (
    <ReadingContext.Provider value={{ words, now: state.data.at }}>
      <Questions view={state.data} />
    </ReadingContext.Provider>
  );
}
