import { useState } from 'react';
import type { CalendarKey } from '../../../src/core/policy/document';
import { SLA_METRICS } from '../../../src/core/policy/document';
import type { Failure } from '../../shared/bridge';
import { ErrorState } from '../../shared/error-state';
import { call } from '../admin-call';
import { useWorkspace } from '../workspace-context';
import { useCalendarWords } from './use-calendar-words';

/** Of the targets that count on a calendar, enough to know which are meant. */
const MOST_NAMED = 3;

type Standing =
  | { readonly kind: 'idle' | 'looking' | 'free' }
  | { readonly kind: 'used'; readonly reasons: readonly string[] }
  | { readonly kind: 'failed'; readonly failure: Failure };

/** Removes a calendar that nothing counts on; what counts on it is named first. */
export function RemoveCalendar(props: { readonly calendar: CalendarKey; readonly onRemove: () => void }) {
  const { calendar, onRemove } = props;
  const { policy, words, names, draft } = useWorkspace();
  const { say } = useCalendarWords();
  const [standing, setStanding] = useState<Standing>({ kind: 'idle' });
  const name = words.quote(names.calendar(calendar));

  const goals = policy.plans.flatMap((plan) =>
    Object.entries(plan.goals).flatMap(([priority, settings]) =>
      SLA_METRICS.filter((metric) => settings[metric]?.calendar === calendar).map((metric) =>
        names.goal({ plan: plan.key, priority, metric }),
      ),
    ),
  );
  const listed = (all: readonly string[]): string =>
    all.length > MOST_NAMED ? `${all.slice(0, MOST_NAMED).join(', ')} …` : words.list(all);
  const look = async (): Promise<void> => {
    setStanding({ kind: 'looking' });
    const outcome = await call('calendarUse', { calendar });
    if (!outcome.ok) {
      setStanding({ kind: 'failed', failure: outcome });
      return;
    }
    const { organizations, complete } = outcome.data;
    const reasons = [
      ...(calendar === policy.defaultCalendar ? [say('inUseDefault')] : []),
      ...(goals.length > 0 ? [say('inUseGoals', { count: goals.length, goals: listed(goals) })] : []),
      ...(organizations.length > 0 ? [say('inUseOrganizations', { names: listed(organizations) })] : []),
      ...(complete ? [] : [say('inUseUnknown')]),
    ];
    setStanding(reasons.length > 0 ? { kind: 'used', reasons } : { kind: 'free' });
  };
  const remove = (): void => {
    draft.add({ kind: 'calendar', calendar, named: null });
    onRemove();
  };
  return (
    <>
      <button type="button" className="button" disabled={standing.kind === 'looking'} onClick={() => void look()}>
        {say(standing.kind === 'looking' ? 'removing' : 'remove')}
      </button>
      {standing.kind === 'failed' && (
        <ErrorState failure={standing.failure} title={say('checkFailed')} onRetry={() => void look()} />
      )}
      {standing.kind === 'used' && (
        <div className="banner banner-warning calendar-asked" role="alert">
          <div className="stack">
            <b>{say('inUse', { name })}</b>
            <ul className="calendar-reasons">
              {standing.reasons.map((reason) => (
                <li key={reason}>{reason}</li>
              ))}
            </ul>
          </div>
        </div>
      )}
      {standing.kind === 'free' && (
        <div className="banner calendar-asked" role="alert">
          <div className="stack">
            <b>{say('removeTitle', { name })}</b>
            <p>{say('removeText')}</p>
            <span className="row">
              <button type="button" className="button button-primary" onClick={remove}>
                {say('removeConfirm')}
              </button>
              <button type="button" className="button" onClick={() => setStanding({ kind: 'idle' })}>
                {say('removeKeep')}
              </button>
            </span>
          </div>
        </div>
      )}
    </>
  );
}
