import { useState } from 'react';
import type { OrganizationView } from '../../../src/contract/admin-page';
import type { PlanAssignment } from '../../../src/core/policy/document';
import type { Failure } from '../../shared/bridge';
import { ErrorState } from '../../shared/error-state';
import { Icon } from '../../shared/icon';
import { call } from '../admin-call';
import { AssignPlanForm } from './assign-plan-form';
import { daysWords, standing, todayIn, todayWords, type TodayWords } from './organization-words';
import { useWorkspace } from '../workspace-context';

const LOOK: Readonly<Record<TodayWords['kind'], string>> = {
  plan: 'lozenge lozenge-outline',
  none: 'lozenge lozenge-near-breach',
  ended: 'lozenge lozenge-missed',
};

interface RowProps {
  readonly organization: OrganizationView;
  readonly onChange: (organization: OrganizationView) => void;
}

/** One organization: what applies today, its plans on record, and a form for another. */
export function OrganizationRow({ organization, onChange }: RowProps) {
  const { view, words, names } = useWorkspace();
  const today = todayWords(organization, view.document, words, names);
  return (
    <li>
      <details className="fold organization">
        <summary>
          <Icon name="chevron" className="fold-mark" />
          <span className="organization-name">{organization.name}</span>
          <span className="organization-today">
            <span className={LOOK[today.kind]}>{today.label}</span>
            {today.note !== null && <span className="small subtle">{today.note}</span>}
          </span>
        </summary>
        <div className="organization-body">
          <Assignments organization={organization} onChange={onChange} />
          {view.published !== null && <AssignPlanForm organization={organization} onChange={onChange} />}
        </div>
      </details>
    </li>
  );
}

type Trouble = { readonly failure: Failure; readonly title: string } | null;

function Assignments({ organization, onChange }: RowProps) {
  const { view, words, names } = useWorkspace();
  const { say } = words;
  const [removed, setRemoved] = useState<PlanAssignment | null>(null);
  const [trouble, setTrouble] = useState<Trouble>(null);
  const [busy, setBusy] = useState(false);
  const today = todayIn(view.document, view.at);
  const name = ({ plan }: PlanAssignment): string => names.plan(plan);

  const remove = async (assignment: PlanAssignment): Promise<void> => {
    setBusy(true);
    const outcome = await call('removeAssignment', { organizationId: organization.id, from: assignment.from });
    setBusy(false);
    setTrouble(outcome.ok ? null : { failure: outcome, title: say('organizations.removeFailed') });
    if (!outcome.ok) return;
    setRemoved(assignment);
    onChange(outcome.data);
  };
  const putBack = async ({ plan, from, to, calendar }: PlanAssignment): Promise<void> => {
    setBusy(true);
    const outcome = await call('assignPlan', { organizationId: organization.id, plan, from, to, calendar });
    setBusy(false);
    setTrouble(outcome.ok ? null : { failure: outcome, title: say('organizations.undoFailed') });
    if (!outcome.ok) return;
    setRemoved(null);
    onChange(outcome.data);
  };

  return (
    <div>
      <h3>{say('organizations.assignments')}</h3>
      {organization.assignments.length === 0 && <p className="subtle">{say('organizations.noAssignments')}</p>}
      <ul className="assignments">
        {organization.assignments.map((assignment) => {
          const days = daysWords(assignment, words);
          return (
            <li key={assignment.from} className="row between">
              <span>
                <b>{name(assignment)}</b> {days}{' '}
                <span className="small subtle">
                  {say(`organizations.${standing(assignment, today)}`)}
                  {assignment.calendar !== null && ` · ${names.calendar(assignment.calendar)}`}
                </span>
              </span>
              <button
                type="button"
                className="button button-subtle"
                aria-label={say('organizations.removeOne', { plan: name(assignment), days })}
                disabled={busy}
                onClick={() => void remove(assignment)}
              >
                {say('organizations.remove')}
              </button>
            </li>
          );
        })}
      </ul>
      {removed && (
        <p className="row undo" role="status">
          {say('organizations.removed', {
            plan: name(removed),
            days: daysWords(removed, words),
            organization: organization.name,
          })}
          <button type="button" className="button" disabled={busy} onClick={() => void putBack(removed)}>
            <Icon name="undo" />
            {say('organizations.undo')}
          </button>
        </p>
      )}
      {trouble && <ErrorState failure={trouble.failure} title={trouble.title} />}
    </div>
  );
}
