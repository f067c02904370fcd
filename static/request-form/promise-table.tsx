import { useId } from 'react';
import type { FormPromise, FormQuestionsView } from '../../src/contract/request-form';
import { targetWords } from '../customer-panel/plan-words';
import { useReading } from '../customer-panel/sentence';
import { SLA_METRICS } from '../../src/core/policy/document';
import { Icon } from '../shared/icon';
import { useBilingual, useTranslate } from '../shared/surface-context';
import { goalsOf } from './answers';
import type { RequestFormMessages } from './messages';

/** What a plan promises for each priority, folded while the questions say it better. */
export function PromiseTable(props: {
  readonly promise: FormPromise;
  readonly view: FormQuestionsView;
  /** One plan alone needs no name. */
  readonly isOnlyOne: boolean;
  readonly isOpen: boolean;
}) {
  const translate = useTranslate<RequestFormMessages>();
  const inLanguage = useBilingual();
  const { words } = useReading();
  const { promise, view, isOnlyOne, isOpen } = props;
  const title = useId();
  const target = (priority: string, metric: (typeof SLA_METRICS)[number]): string => {
    const goal = goalsOf(promise, priority).find((one) => one.metric === metric);
    return goal ? targetWords(goal.target, goal.aroundTheClock, words) : translate('requestForm.table.none');
  };
  return (
    <details className="table-fold" open={isOpen}>
      <summary>
        <Icon name="chevron" className="table-mark" />
        <h2 id={title}>
          {isOnlyOne
            ? translate('requestForm.table.title')
            : translate('requestForm.table.titleWith', { plan: inLanguage(promise.plan) })}
        </h2>
      </summary>
      <table aria-labelledby={title}>
        <thead>
          <tr>
            <th scope="col">{translate('requestForm.table.priority')}</th>
            {SLA_METRICS.map((metric) => (
              <th key={metric} scope="col">
                {translate(`requestForm.table.${metric}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {view.priorities.map(({ key, label }) => (
            <tr key={key}>
              <th scope="row">{inLanguage(label)}</th>
              {SLA_METRICS.map((metric) => (
                <td key={metric}>{target(key, metric)}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  );
}
