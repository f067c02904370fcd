import { useState } from 'react';
import { EmptyState } from '../../shared/empty-state';
import { ErrorState } from '../../shared/error-state';
import { Skeleton, SkeletonShape } from '../../shared/skeleton';
import { useFormat } from '../../shared/surface-context';
import { useView } from '../../shared/use-view';
import { languageOf } from '../../../src/i18n/reader';
import { call } from '../board-call';
import { MonthPage } from './month-page';
import { monthWords } from './month-words';
import type { MonthQuestion } from './use-month';

const askMonths = () => call('reportChoices', {});
const askOrganizations = () => call('choices', {});

/** Opens *Your month with us*, of the last full month and the first organization unless somebody says which. */
export function OpenMonth(props: { readonly start: Partial<MonthQuestion>; readonly onBack: () => void }) {
  const { reader } = useFormat();
  const { translate } = monthWords(languageOf(reader.intlLocale), reader.timeZone);
  const months = useView(askMonths);
  const organizations = useView(askOrganizations);
  const [start] = useState(props.start);
  const failed = [months.state, organizations.state].find(({ status }) => status === 'failed');
  if (months.state.status === 'ready' && organizations.state.status === 'ready') {
    const known = organizations.state.data.organizations;
    const organizationId = start.organizationId ?? known[0]?.id;
    const [present, last] = months.state.data.months;
    const month = start.month ?? last ?? present;
    if (organizationId !== undefined && month !== undefined) {
      return (
        <MonthPage
          start={{ month, organizationId }}
          months={months.state.data.months}
          organizations={known}
          onBack={props.onBack}
        />
      );
    }
  }
  const isLoading = months.state.status === 'loading' || organizations.state.status === 'loading';
  return (
    <main className="board">
      <h1>{translate('monthWithUs.title')}</h1>
      <div>
        <button type="button" className="button button-subtle" onClick={props.onBack}>
          {translate('monthWithUs.back')}
        </button>
      </div>
      {failed?.status === 'failed' && (
        <ErrorState
          failure={failed.failure}
          title={translate('monthWithUs.unread')}
          onRetry={() => {
            months.reload();
            organizations.reload();
          }}
        />
      )}
      {failed === undefined && isLoading && (
        <Skeleton>
          <SkeletonShape shape="wide" />
          <SkeletonShape shape="block" />
        </Skeleton>
      )}
      {failed === undefined && !isLoading && (
        <EmptyState
          title={translate('monthWithUs.noOrganization.title')}
          text={translate('monthWithUs.noOrganization.text')}
        />
      )}
    </main>
  );
}
