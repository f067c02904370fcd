import { ErrorState } from '../../shared/error-state';
import { Skeleton, SkeletonShape } from '../../shared/skeleton';
import type { ReportWords } from './report-words';
import type { ReportState } from './use-report';

/** A report that is not there yet: how far it has come, or why it does not come. */
export function ReportWait<T>(props: {
  readonly words: ReportWords;
  readonly state: Exclude<ReportState<T>, { readonly status: 'ready' }>;
  readonly onRetry: () => void;
}) {
  const { words, state, onRetry } = props;
  const { translate, format } = words;
  switch (state.status) {
    case 'loading':
      return (
        <Skeleton>
          <SkeletonShape shape="block" />
        </Skeleton>
      );
    case 'failed':
      return <ErrorState failure={state.failure} title={translate('slaReport.unread')} onRetry={onRetry} />;
    case 'making': {
      const text = translate('slaReport.making', { percent: format.percent(state.share) });
      return (
        <p className="stack">
          <span role="status">{text}</span>
          <progress className="making" max={1} value={state.share} aria-label={text} />
        </p>
      );
    }
  }
}
