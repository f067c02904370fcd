import { useEffect, useState } from 'react';
import type { OrganizationView } from '../../../src/contract/admin-page';
import type { Failure } from '../../shared/bridge';
import { ErrorState } from '../../shared/error-state';
import { Skeleton, SkeletonShape } from '../../shared/skeleton';
import { call } from '../admin-call';
import { useWorkspace } from '../workspace-context';

/** Plans chosen in the guide, by organization: recorded when Cadran starts. */
export type ChosenPlans = Readonly<Record<string, string>>;

/** Plans for the first organizations; thousands are better imported. */
export function OrganizationsStep(props: {
  readonly chosen: ChosenPlans;
  readonly onChoose: (chosen: ChosenPlans) => void;
}) {
  const { policy, words, names } = useWorkspace();
  const { say } = words;
  const { chosen, onChoose } = props;
  const [list, setList] = useState<readonly OrganizationView[] | null>(null);
  const [hasMore, setHasMore] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [attempt, setAttempt] = useState(0);
  useEffect(() => {
    let wanted = true;
    void call('organizations', { start: 0 }).then((outcome) => {
      if (!wanted) return;
      setFailure(outcome.ok ? null : outcome);
      if (!outcome.ok) return;
      setList(outcome.data.organizations);
      setHasMore(outcome.data.next !== null);
    });
    return () => {
      wanted = false;
    };
  }, [attempt]);

  if (failure) {
    return (
      <ErrorState failure={failure} title={say('organizations.listFailed')} onRetry={() => setAttempt((n) => n + 1)} />
    );
  }
  if (list === null) {
    return (
      <Skeleton>
        <SkeletonShape shape="block" />
      </Skeleton>
    );
  }
  return (
    <>
      <p className="small subtle">
        {say('guide.organizationsHelp', { plan: names.plan(policy.defaultPlan) })}
        {hasMore && ` ${say('guide.organizationsMore')}`}
      </p>
      {list.length === 0 && <p>{say('organizations.noneAtAll')}</p>}
      <ul className="pairs">
        {list.map(({ id, name, today }) => (
          <li key={id} className="pair">
            <label htmlFor={`guide-plan-${id}`}>{name}</label>
            {today.kind === 'plan' ? (
              <span className="lozenge lozenge-outline">{names.plan(today.plan)}</span>
            ) : (
              <select
                id={`guide-plan-${id}`}
                className="field"
                value={chosen[id] ?? ''}
                onChange={({ target }) => {
                  const { [id]: _before, ...others } = chosen;
                  onChoose(target.value === '' ? others : { ...others, [id]: target.value });
                }}
              >
                <option value="">{say('organizations.noPlan')}</option>
                {policy.plans.map(({ key }) => (
                  <option key={key} value={key}>
                    {names.plan(key)}
                  </option>
                ))}
              </select>
            )}
          </li>
        ))}
      </ul>
    </>
  );
}
