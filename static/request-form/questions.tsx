import { useId, useState } from 'react';
import type { FormQuestionsView } from '../../src/contract/request-form';
import { useBilingual, useTranslate } from '../shared/surface-context';
import { askedFor, NO_ANSWERS, priorityOf, type Measure } from './answers';
import type { RequestFormMessages } from './messages';
import { PromiseTable } from './promise-table';
import { useSubmission } from './use-submission';
import { WhatFollows } from './what-follows';

/** The questions that the form itself does not ask, and what follows from the answers. */
export function Questions({ view }: { readonly view: FormQuestionsView }) {
  const translate = useTranslate<RequestFormMessages>();
  const [answers, setAnswers] = useState(NO_ANSWERS);
  const asked = askedFor(view);
  const isAsked = asked.length > 0;
  const hasFailed = useSubmission(isAsked ? answers : null);
  return (
    <main className="form" aria-label={translate('requestForm.region')}>
      <p className="small subtle">
        {translate(
          !isAsked ? 'requestForm.elsewhere' : asked.length === 1 ? 'requestForm.introOne' : 'requestForm.intro',
        )}
      </p>
      {asked.map((measure) => (
        <Question
          key={measure}
          measure={measure}
          view={view}
          chosen={answers[measure]}
          onChoose={(level) => setAnswers({ ...answers, [measure]: level })}
        />
      ))}
      {asked.length === 2 && <WhatFollows view={view} priority={priorityOf(view, answers)} />}
      {view.promises.map((promise, i) => (
        <PromiseTable key={i} promise={promise} view={view} isOnlyOne={view.promises.length === 1} isOpen={!isAsked} />
      ))}
      <p role="alert" className="small form-failed">
        {hasFailed && translate('requestForm.unkept')}
      </p>
    </main>
  );
}

/** One question, answered in the policy's own descriptions; not knowing is an answer too. */
function Question(props: {
  readonly measure: Measure;
  readonly view: FormQuestionsView;
  readonly chosen: string | null;
  readonly onChoose: (level: string | null) => void;
}) {
  const translate = useTranslate<RequestFormMessages>();
  const inLanguage = useBilingual();
  const { measure, view, chosen, onChoose } = props;
  const [isUnsure, setUnsure] = useState(false);
  const group = useId();
  const levels = measure === 'impact' ? view.impacts : view.urgencies;
  const choose = (level: string | null): void => {
    setUnsure(level === null);
    onChoose(level);
  };
  return (
    <fieldset className="question">
      <legend>{translate(`requestForm.${measure}.question`)}</legend>
      {levels.map(({ key, label, description }) => (
        <Choice
          key={key}
          id={`${group}-${key}`}
          group={group}
          isChosen={chosen === key}
          name={inLanguage(description)}
          help={inLanguage(label)}
          onChoose={() => choose(key)}
        />
      ))}
      <Choice
        id={`${group}-unsure`}
        group={group}
        isChosen={isUnsure && chosen === null}
        name={translate(`requestForm.${measure}.unsure`)}
        help={translate('requestForm.unsureHelp')}
        onChoose={() => choose(null)}
      />
    </fieldset>
  );
}

function Choice(props: {
  readonly id: string;
  readonly group: string;
  readonly isChosen: boolean;
  readonly name: string;
  readonly help: string;
  readonly onChoose: () => void;
}) {
  const { id, group, isChosen, name, help, onChoose } = props;
  return (
    <label className="choice" htmlFor={id}>
      <input
        type="radio"
        id={id}
        name={group}
        checked={isChosen}
        aria-labelledby={`${id}-name`}
        aria-describedby={`${id}-help`}
        onChange={onChoose}
      />
      <span id={`${id}-name`}>{name}</span>
      <span id={`${id}-help`} className="small subtle choice-help">
        {help}
      </span>
    </label>
  );
}
