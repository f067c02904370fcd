import { useId, useState, type FormEvent } from 'react';
import type { OrganizationView } from '../../../src/contract/admin-page';
import type { PlanAssignment } from '../../../src/core/policy/document';
import type { Failure } from '../../shared/bridge';
import { ErrorState } from '../../shared/error-state';
import { Icon } from '../../shared/icon';
import { call } from '../admin-call';
import { daysWords, todayIn } from './organization-words';
import { problemWords } from '../draft/problem-words';
import { useWorkspace } from '../workspace-context';

interface Typed {
  readonly plan: string;
  readonly from: string;
  readonly to: string;
  readonly calendar: string;
}

/** What was assigned last, and what it took the place of. */
interface Saved {
  readonly text: string;
  readonly from: string;
  readonly replaced: PlanAssignment | null;
}

/** Gives an organization a plan for some days. What was typed stays until it is saved. */
export function AssignPlanForm(props: {
  readonly organization: OrganizationView;
  readonly onChange: (organization: OrganizationView) => void;
}) {
  const { view, words, names } = useWorkspace();
  const { say } = words;
  const policy = view.document;
  const [typed, setTyped] = useState<Typed>(() => ({
    plan: policy.plans.at(-1)?.key ?? policy.defaultPlan,
    from: todayIn(policy, view.at),
    to: '',
    calendar: '',
  }));
  const [saving, setSaving] = useState(false);
  const [saved, setSaved] = useState<Saved | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [missing, setMissing] = useState(false);
  const id = useId();

  const set = (change: Partial<Typed>): void => {
    setTyped((before) => ({ ...before, ...change }));
    setSaved(null);
  };
  const save = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    setMissing(typed.from === '');
    if (typed.from === '') return;
    setSaving(true);
    const days = { from: typed.from, to: typed.to === '' ? null : typed.to };
    const calendar = typed.calendar === '' ? null : typed.calendar;
    const outcome = await call('assignPlan', {
      organizationId: props.organization.id,
      plan: typed.plan,
      ...days,
      calendar,
    });
    setSaving(false);
    setFailure(outcome.ok ? null : outcome);
    if (!outcome.ok) return;
    const replaced = props.organization.assignments.find(({ from }) => from === typed.from) ?? null;
    const text = say('organizations.saved', { plan: names.plan(typed.plan), days: daysWords(days, words) });
    setSaved({ text, from: typed.from, replaced });
    props.onChange(outcome.data);
  };
  const undo = async ({ from, replaced }: Saved): Promise<void> => {
    setSaving(true);
    const organizationId = props.organization.id;
    const outcome =
      replaced === null
        ? await call('removeAssignment', { organizationId, from })
        : await call('assignPlan', {
            organizationId,
            plan: replaced.plan,
            from,
            to: replaced.to,
            calendar: replaced.calendar,
          });
    setSaving(false);
    setFailure(outcome.ok ? null : outcome);
    if (!outcome.ok) return;
    setSaved(null);
    props.onChange(outcome.data);
  };

  return (
    <form className="assign" noValidate onSubmit={(event) => void save(event)}>
      <h3>{say('organizations.assign')}</h3>
      <div className="assign-fields">
        <label className="choice">
          <span className="label">{say('organizations.plan')}</span>
          <select className="field" value={typed.plan} onChange={({ target }) => set({ plan: target.value })}>
            {policy.plans.map(({ key }) => (
              <option key={key} value={key}>
                {names.plan(key)}
              </option>
            ))}
          </select>
        </label>
        <label className="choice">
          <span className="label">{say('organizations.from')}</span>
          <input
            type="date"
            className="field"
            value={typed.from}
            aria-invalid={missing}
            aria-describedby={`${id}-help`}
            onChange={({ target }) => set({ from: target.value })}
          />
        </label>
        <label className="choice">
          <span className="label">{say('organizations.to')}</span>
          <input
            type="date"
            className="field"
            value={typed.to}
            min={typed.from}
            aria-describedby={`${id}-help`}
            onChange={({ target }) => set({ to: target.value })}
          />
        </label>
        <label className="choice">
          <span className="label">{say('organizations.calendar')}</span>
          <select className="field" value={typed.calendar} onChange={({ target }) => set({ calendar: target.value })}>
            <option value="">{say('organizations.asPlan')}</option>
            {Object.keys(policy.calendars).map((key) => (
              <option key={key} value={key}>
                {names.calendar(key)}
              </option>
            ))}
          </select>
        </label>
        <button type="submit" className="button button-primary" disabled={saving}>
          {say(saving ? 'organizations.saving' : 'organizations.save')}
        </button>
      </div>
      <p className="small subtle" id={`${id}-help`}>
        {say('organizations.toHelp')}
      </p>
      {missing && (
        <p className="small field-error" role="alert">
          {say('problem.bad-date')}
        </p>
      )}
      {saved !== null && (
        <p className="row undo" role="status">
          {saved.text}
          <button type="button" className="button" disabled={saving} onClick={() => void undo(saved)}>
            <Icon name="undo" />
            {say('organizations.undo')}
          </button>
        </p>
      )}
      {failure && (
        <ErrorState failure={failure} title={say('organizations.failed')}>
          {failure.problems.map((problem) => problemWords(problem, [], words, names)).join(' ')}{' '}
          {say('organizations.kept')}
        </ErrorState>
      )}
    </form>
  );
}
