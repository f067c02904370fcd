import { view } from '@forge/bridge';
import { useState } from 'react';
import { ErrorState } from '../shared/error-state';
import { Skeleton, SkeletonShape } from '../shared/skeleton';
import { useExtension, useTranslate } from '../shared/surface-context';
import { useView } from '../shared/use-view';
import { call } from './gadget-call';
import type { SlaGadgetMessages } from './messages';

const ask = () => call('projects', {});

/** Which project the gadget is about. What is saved is the dashboard's: every reader sees of it what Jira shows them. */
export function GadgetEdit() {
  const translate = useTranslate<SlaGadgetMessages>();
  const { state, reload } = useView(ask);
  const present = projectIn(useExtension().extension['gadgetConfiguration']);
  const [chosen, setChosen] = useState<string | null>(null);
  if (state.status === 'loading') {
    return (
      <Skeleton>
        <SkeletonShape shape="block" />
      </Skeleton>
    );
  }
  if (state.status === 'failed') {
    return <ErrorState failure={state.failure} title={translate('slaGadget.choose.unread')} onRetry={reload} />;
  }
  const projects = state.data;
  if (projects.length === 0) return <p>{translate('slaGadget.choose.none')}</p>;
  const value = chosen ?? projects.find(({ id }) => id === present)?.id ?? projects[0]?.id ?? '';
  return (
    <form
      className="stack"
      onSubmit={(event) => {
        event.preventDefault();
        void view.submit({ projectId: value });
      }}
    >
      <h2>{translate('slaGadget.choose.title')}</h2>
      <label className="stack gadget-choice">
        <span className="small subtle">{translate('slaGadget.choose.label')}</span>
        <select
          className="gadget-field"
          value={value}
          onChange={({ target }) => {
            setChosen(target.value);
          }}
        >
          {projects.map(({ id, key, name }) => (
            <option key={id} value={id}>
              {`${name} (${key})`}
            </option>
          ))}
        </select>
      </label>
      <button type="submit" className="button button-primary">
        {translate('slaGadget.choose.save')}
      </button>
    </form>
  );
}

function projectIn(configuration: unknown): string | null {
  if (typeof configuration !== 'object' || configuration === null || !('projectId' in configuration)) return null;
  return typeof configuration.projectId === 'string' ? configuration.projectId : null;
}
