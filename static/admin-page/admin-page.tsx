import { ErrorState } from '../shared/error-state';
import { Skeleton, SkeletonShape } from '../shared/skeleton';
import { useTranslate } from '../shared/surface-context';
import { useView } from '../shared/use-view';
import { call } from './admin-call';
import './admin-page.css';
import type { AdminPageMessages } from './messages';
import { PolicyWorkspace } from './workspace';

const ask = () => call('view', {});

/** The admin's page: the policy in force, or why it could not be read. */
export function AdminPage() {
  const translate = useTranslate<AdminPageMessages>();
  const { state, reload, replace } = useView(ask);
  switch (state.status) {
    case 'loading':
      return (
        <main className="page">
          <h1 className="visually-hidden">{translate('common.productName')}</h1>
          <Skeleton>
            <div className="stack loading">
              <SkeletonShape shape="wide" />
              <SkeletonShape shape="block" />
              <SkeletonShape shape="block" />
              <SkeletonShape shape="block" />
            </div>
          </Skeleton>
        </main>
      );
    case 'failed':
      return (
        <main className="page loading">
          <h1 className="visually-hidden">{translate('common.productName')}</h1>
          <ErrorState failure={state.failure} title={translate('adminPage.error.title')} onRetry={reload}>
            {translate('adminPage.error.still')}
          </ErrorState>
        </main>
      );
    case 'ready':
      return <PolicyWorkspace view={state.data} onView={replace} />;
  }
}
