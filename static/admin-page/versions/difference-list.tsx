import { useMemo } from 'react';
import { ErrorState } from '../../shared/error-state';
import { Icon } from '../../shared/icon';
import { Skeleton, SkeletonShape } from '../../shared/skeleton';
import { changeWords, stepKey, type Step } from '../draft/step';
import { createNames } from '../names';
import { settingName } from '../setting-name';
import { useWorkspace } from '../workspace-context';
import { useDifference, type Compared } from './use-difference';

/** What changed from one version to another, in the words in which it is changed on this page. */
export function DifferenceList(props: {
  readonly from: number;
  readonly to: number;
  /** The draft's own steps, so that what both changed is marked. */
  readonly draft?: readonly Step[];
}) {
  const { words } = useWorkspace();
  const { from, to, draft = [] } = props;
  const { state, reload } = useDifference(from, to);
  switch (state.status) {
    case 'loading':
      return (
        <Skeleton>
          <SkeletonShape shape="wide" />
        </Skeleton>
      );
    case 'failed':
      return <ErrorState failure={state.failure} title={words.say('versions.failed')} onRetry={reload} />;
    case 'ready':
      return state.data === null ? (
        <p>{words.say('versions.failed')}</p>
      ) : (
        <Differences compared={state.data} draft={draft} />
      );
  }
}

function Differences({ compared, draft }: { readonly compared: Compared; readonly draft: readonly Step[] }) {
  const { view, words } = useWorkspace();
  const { before, after, difference } = compared;
  const names = useMemo(() => createNames(after, view.site, words), [after, view.site, words]);
  const { steps, rest } = difference;
  if (steps.length === 0 && rest.length === 0) return <p>{words.say('versions.same')}</p>;
  const ownKeys = new Set(draft.map(stepKey));
  return (
    <div className="stack">
      <ul className="changes">
        {steps.map((step) => (
          <li key={stepKey(step)} className="change-row">
            <Icon name="change" />
            <div>
              {changeWords(step, { base: before, findings: view.findings, words, names }).map((change) => (
                <p key={change.place}>
                  <b>{change.place}</b> <span className="change-values">{words.say('fromTo', { ...change })}</span>{' '}
                  {ownKeys.has(stepKey(step)) && (
                    <span className="lozenge" title={words.say('versions.both')}>
                      {words.say('versions.bothShort')}
                    </span>
                  )}
                </p>
              ))}
            </div>
          </li>
        ))}
      </ul>
      {rest.length > 0 && (
        <p>{words.say('versions.rest', { members: words.list(rest.map((name) => settingName(name, words))) })}</p>
      )}
    </div>
  );
}
