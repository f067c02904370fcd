import type { Assumption } from '../../../src/core/policy/assumptions';
import { VISIBILITIES } from '../policy/plan-item';
import { assumptionValue, modeOf } from './assumption-words';
import { MODE_OPTIONS, modeOption } from './mode-words';
import { Choice } from '../choice';
import type { Step } from '../draft/step';
import type { PortalSetting } from './portal-step';
import { useWorkspace } from '../workspace-context';

/** What Cadran goes by: a control where this page can change it, else the value in words. */
export function AssumptionSetting(props: { readonly assumption: Assumption; readonly title: string }) {
  const { policy, words, names, draft } = useWorkspace();
  const { say } = words;
  const { assumption, title } = props;
  const { value } = assumption;
  switch (value.kind) {
    case 'mode': {
      const mode = modeOf(assumption.key);
      return (
        <Choice
          label={title}
          value={value.mode}
          options={MODE_OPTIONS[mode].map((option) => [option, modeOption(mode, option, words)])}
          onChoose={(chosen) => draft.add({ kind: 'mode', mode, modes: { [mode]: chosen } })}
        />
      );
    }
    case 'switch':
      if (assumption.key === 'quiet-hours') return <ElsewhereSet {...props} tab="alerts" />;
      return (
        <Choice
          label={title}
          value={value.on ? 'on' : 'off'}
          options={(['on', 'off'] as const).map((option) => [option, say(`assumptions.${option}`)])}
          onChoose={(chosen) => draft.add(switchStep(assumption.key, chosen === 'on'))}
        />
      );
    case 'thresholds':
    case 'priorities':
      return <ElsewhereSet {...props} tab="alerts" />;
    case 'plan':
      return (
        <Choice
          label={title}
          value={value.plan}
          options={policy.plans.map(({ key }) => [key, names.plan(key)])}
          onChoose={(plan) => draft.add({ kind: 'default-plan', plan })}
        />
      );
    case 'visibility':
      return value.plans.map(({ plan, visibility }) => (
        <label key={plan} className="choice">
          <span className="label">{names.plan(plan)}</span>
          <Choice
            label={say('visibilityOf', { plan: names.plan(plan) })}
            value={visibility}
            options={VISIBILITIES.map((option) => [option, say(`visibility.${option}`)])}
            onChoose={(chosen) => draft.add({ kind: 'visibility', plan, visibility: chosen })}
          />
        </label>
      ));
    case 'statuses':
      return <ElsewhereSet {...props} tab="set-up" />;
    case 'rule':
      return <p className="small subtle">{say('assumptions.rule')}</p>;
    case 'hours':
    case 'holidays':
    case 'calendar':
    case 'length':
    case 'time-zone':
    case 'language':
      return assumptionValue(assumption, policy, words, names).map((line) => <p key={line}>{line}</p>);
  }
}

/** The value in words, and the tab where it is set. */
function ElsewhereSet(props: {
  readonly assumption: Assumption;
  readonly title: string;
  readonly tab: 'alerts' | 'set-up';
}) {
  const { policy, words, names, openTab } = useWorkspace();
  const { assumption, title, tab } = props;
  const label = words.say(tab === 'alerts' ? 'alerts.goTo' : 'check.goToSetUp');
  return (
    <>
      <p>{assumptionValue(assumption, policy, words, names).join(', ')}</p>
      <button type="button" className="button" aria-label={`${label}: ${title}`} onClick={() => openTab(tab)}>
        {label}
      </button>
    </>
  );
}

/** The settings that are on or off, by the assumption that tells of them; the others are modes. */
const PORTAL_SETTINGS: Partial<Readonly<Record<Assumption['key'], PortalSetting>>> = {
  'other-plans': 'showOtherPlans',
  'prepared-replies': 'preparedReplies',
};

function switchStep(key: Assumption['key'], on: boolean): Step {
  const setting = PORTAL_SETTINGS[key];
  if (setting !== undefined) return { kind: 'portal', setting, on };
  return { kind: 'mode', mode: 'laterPlanReachesOpenTickets', modes: { laterPlanReachesOpenTickets: on } };
}
