import type { FormGoal, FormPromise, FormQuestionsView } from '../../src/contract/request-form';
import { deadline, say } from '../customer-panel/phrase';
import { targetWords } from '../customer-panel/plan-words';
import { Sentence, useReading } from '../customer-panel/sentence';
import { hoursWords } from '../customer-panel/support-hours';
import { useBilingual, useTranslate } from '../shared/surface-context';
import { goalsOf } from './answers';
import type { RequestFormMessages } from './messages';

/** The priority that the answers lead to and what would be promised, read out as it changes. */
export function WhatFollows({
  view,
  priority,
}: {
  readonly view: FormQuestionsView;
  readonly priority: string | null;
}) {
  const translate = useTranslate<RequestFormMessages>();
  const inLanguage = useBilingual();
  const definition = view.priorities.find(({ key }) => key === priority);
  return (
    <section className="follows" role="status" aria-label={translate('requestForm.follows.title')}>
      {definition === undefined ? (
        <p>{translate('requestForm.follows.unset')}</p>
      ) : (
        <>
          <p>
            <b>{translate('requestForm.follows.priority', { priority: inLanguage(definition.label) })}</b>
          </p>
          {view.promises.length > 1 && <p className="small">{translate('requestForm.follows.severalPlans')}</p>}
          {view.promises.map((promise, i) => (
            <PromisedTimes key={i} promise={promise} goals={goalsOf(promise, definition.key)} />
          ))}
        </>
      )}
    </section>
  );
}

function PromisedTimes({ promise, goals }: { readonly promise: FormPromise; readonly goals: readonly FormGoal[] }) {
  const translate = useTranslate<RequestFormMessages>();
  const inLanguage = useBilingual();
  const { words, now } = useReading();
  const plan = inLanguage(promise.plan);
  if (goals.length === 0) return <p className="small">{translate('requestForm.follows.none')}</p>;
  const isByHours = goals.some(({ aroundTheClock }) => !aroundTheClock);
  return (
    <div className="promised">
      <p className="small">{translate('requestForm.follows.ifSentWith', { plan })}</p>
      <ul>
        {goals.map(({ metric, target, aroundTheClock, due }) => (
          <li key={metric}>
            <b>{translate(`requestForm.follows.${metric}`)}</b>{' '}
            <Sentence phrase={say('promise.by', { due: deadline(due) })} />{' '}
            <span className="small subtle">({targetWords(target, aroundTheClock, words)})</span>
          </li>
        ))}
      </ul>
      {isByHours && promise.hours?.kind === 'business-hours' && (
        <p className="small subtle">
          {words.message('promise.hours', {
            hours: hoursWords(promise.hours, [now, ...goals.map(({ due }) => due)], words),
          })}
        </p>
      )}
    </div>
  );
}
