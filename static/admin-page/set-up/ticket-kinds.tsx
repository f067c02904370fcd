import { useCallback, useState } from 'react';
import type { SiteChoice } from '../../../src/contract/site-choices';
import type { ScopeKind } from '../../../src/core/policy/document';
import { ErrorState } from '../../shared/error-state';
import { Icon } from '../../shared/icon';
import { call } from '../admin-call';
import { Choice } from '../choice';
import { useWorkspace } from '../workspace-context';
import { kindsApart, scopeAt, type ScopePlace } from './scope-step';
import { useAsked } from './use-asked';

/** What single request types and issue types of a project count as, where that is not what the project does. */
export function TicketKinds({ projectId, project }: { readonly projectId: string; readonly project: string }) {
  const { policy, words } = useWorkspace();
  const [isOpen, setOpen] = useState(false);
  const count = kindsApart(policy, projectId);
  const title = count === 0 ? words.say('kinds.title') : words.say('kinds.titleApart', { count });
  return (
    <details className="fold small ticket-kinds" onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary aria-label={words.say('kinds.titleOf', { project, title })}>
        <Icon name="chevron" className="fold-mark" />
        {title}
      </summary>
      {isOpen && <Kinds projectId={projectId} />}
    </details>
  );
}

function Kinds({ projectId }: { readonly projectId: string }) {
  const { words } = useWorkspace();
  const { say } = words;
  const { data, failure, retry } = useAsked(useCallback(() => call('ticketKinds', { projectId }), [projectId]));
  if (failure) return <ErrorState failure={failure} title={say('kinds.failed')} onRetry={retry} />;
  if (data === null) return <p role="status">{say('kinds.reading')}</p>;
  const { requestTypes, issueTypes } = data;
  return (
    <>
      <p className="subtle">{say('kinds.help')}</p>
      {requestTypes.length > 0 && <h4>{say('kinds.requestTypes')}</h4>}
      <KindList kinds={requestTypes} placeOf={({ id }) => ({ projectId, requestTypeId: id })} />
      {issueTypes.length > 0 && <h4>{say('kinds.issueTypes')}</h4>}
      <KindList kinds={issueTypes} placeOf={({ id }) => ({ projectId, issueTypeId: id })} />
    </>
  );
}

const OPTIONS: readonly (ScopeKind | 'inherit')[] = ['inherit', 'incident', 'feature', 'none'];

function KindList(props: {
  readonly kinds: readonly SiteChoice[];
  readonly placeOf: (kind: SiteChoice) => ScopePlace;
}) {
  const { policy, words, draft } = useWorkspace();
  return (
    <ul className="pairs">
      {props.kinds.map((kind) => {
        const place = props.placeOf(kind);
        return (
          <li key={kind.id} className="pair">
            <span>{kind.name}</span>
            <Choice
              label={kind.name}
              value={scopeAt(policy, place) ?? 'inherit'}
              options={OPTIONS.map((option) => [option, words.say(`scope.${option}`)])}
              onChoose={(chosen) =>
                draft.add({
                  kind: 'scope',
                  ...place,
                  name: kind.name,
                  scope: chosen === 'inherit' ? null : chosen,
                })
              }
            />
          </li>
        );
      })}
    </ul>
  );
}
