import { useCallback, useEffect, useMemo, useState } from 'react';
import type { FieldPlan, ScreenField, ScreenPlan } from '../../../src/contract/set-up';
import type { Failure } from '../../shared/bridge';
import { ErrorState } from '../../shared/error-state';
import { Icon } from '../../shared/icon';
import { Skeleton, SkeletonShape } from '../../shared/skeleton';
import { call } from '../admin-call';
import { useWorkspace } from '../workspace-context';
import { ByHand } from './by-hand';
import { countedForms, lackingForms } from './counted-forms';

/**
 * Puts Cadran's fields where people work: on the screens of company-managed projects after showing which, and by hand, step by
 * step, where Jira lets no app do it. *Check again* looks anew.
 */
export function FieldsStep() {
  const { policy, words } = useWorkspace();
  const { say } = words;
  const projectIds = useMemo(
    () => [...new Set(policy.scope.filter(({ kind }) => kind !== 'none').map(({ projectId }) => projectId))].sort(),
    [policy.scope],
  );
  const asked = projectIds.join();
  const [plan, setPlan] = useState<FieldPlan | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [left, setLeft] = useState<readonly string[]>([]);
  const [failed, setFailed] = useState<readonly string[]>([]);
  const [busy, setBusy] = useState(false);
  const [attempt, setAttempt] = useState(0);

  useEffect(() => {
    let wanted = true;
    void call('fieldPlan', { projectIds: asked === '' ? [] : asked.split(',') }).then((outcome) => {
      if (!wanted) return;
      setFailure(outcome.ok ? null : outcome);
      if (outcome.ok) setPlan(outcome.data);
      setBusy(false);
    });
    return () => {
      wanted = false;
    };
  }, [asked, attempt]);
  const again = useCallback(() => {
    setBusy(true);
    setAttempt((n) => n + 1);
  }, []);

  const screens = uniqueScreens(plan);
  const chosen = screens.filter(({ screenId }) => !left.includes(screenId));
  const add = async (): Promise<void> => {
    setBusy(true);
    const outcome = await call('addFields', { projectIds, screenIds: chosen.map(({ screenId }) => screenId) });
    setBusy(false);
    setFailure(outcome.ok ? null : outcome);
    if (!outcome.ok) return;
    setPlan(outcome.data.plan);
    setFailed(outcome.data.failed);
  };

  const lacking =
    screens.length +
    (plan?.projects ?? []).flatMap((project) => lackingForms(countedForms(policy, project) ?? [])).length;

  if (projectIds.length === 0) return <p>{say('guide.fields.noProjects')}</p>;
  if (plan === null) {
    return failure === null ? (
      <Skeleton>
        <SkeletonShape shape="block" />
      </Skeleton>
    ) : (
      <ErrorState failure={failure} title={say('guide.fields.failed')} onRetry={again} />
    );
  }
  return (
    <div className="stack guide-fields">
      <section aria-label={say('guide.fields.screens')} className="stack">
        <h3>{say('guide.fields.screens')}</h3>
        {screens.length === 0 ? (
          <p className="done-line">
            <Icon name="check" /> {say('guide.fields.screensDone')}
          </p>
        ) : (
          <>
            <p className="small subtle">{say('guide.fields.screensHelp')}</p>
            <ul className="told-lines">
              {screens.map((screen) => (
                <li key={screen.screenId}>
                  <label className="box">
                    <input
                      type="checkbox"
                      checked={!left.includes(screen.screenId)}
                      onChange={({ target }) =>
                        setLeft((before) =>
                          target.checked ? before.filter((id) => id !== screen.screenId) : [...before, screen.screenId],
                        )
                      }
                    />
                    <span>
                      <b>{screen.name}</b>
                      <span className="small subtle help">
                        {words.list(screen.missing.map((field: ScreenField) => say(`guide.field.${field}`)))}
                      </span>
                    </span>
                  </label>
                </li>
              ))}
            </ul>
            <div>
              <button
                type="button"
                className="button"
                disabled={busy || chosen.length === 0}
                onClick={() => void add()}
              >
                {say('guide.fields.add', { count: chosen.length })}
              </button>
            </div>
          </>
        )}
        {failed.length > 0 && (
          <p className="field-error" role="alert">
            {say('guide.fields.notAdded', {
              screens: words.list(failed.map((id) => screens.find(({ screenId }) => screenId === id)?.name ?? id)),
            })}
          </p>
        )}
      </section>
      {plan.projects.map((project) => (
        <ByHand key={project.projectId} plan={project} />
      ))}
      {failure && <ErrorState failure={failure} title={say('guide.fields.failed')} />}
      <div className="row">
        <button type="button" className="button" aria-disabled={busy} onClick={busy ? undefined : again}>
          <Icon name="retry" />
          {say('guide.fields.again')}
        </button>
        <span role="status">
          {attempt > 0 && !busy && failure === null && (
            <span className="small">
              {lacking === 0 ? say('guide.fields.checkedAll') : say('guide.fields.checked', { count: lacking })}
            </span>
          )}
        </span>
      </div>
    </div>
  );
}

function uniqueScreens(plan: FieldPlan | null): readonly ScreenPlan[] {
  const lacking = (plan?.projects ?? []).flatMap(({ screens }) => screens).filter(({ missing }) => missing.length > 0);
  return [...new Map(lacking.map((screen) => [screen.screenId, screen])).values()];
}
