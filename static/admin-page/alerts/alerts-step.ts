import type { PolicyDocument } from '../../../src/core/policy/document';
import type { StepKind } from '../draft/step-kind';

type Alerts = PolicyDocument['alerts'];

/** How people are told of what comes due. */
export interface AlertsStep {
  readonly kind: 'alerts';
  readonly alert: 'comment' | 'notify' | 'language' | 'unassignedGroup';
  readonly alerts: Partial<Alerts>;
}

export const alertsStep: StepKind<AlertsStep> = {
  kind: 'alerts',
  key: ({ alert }) => alert,
  apply: (document, { alerts }) => ({ ...document, alerts: { ...document.alerts, ...alerts } }),
  words: ({ alert, alerts }, { base, words: { say } }) => {
    const text = (value: Alerts[typeof alert] | undefined): string => {
      if (value === null || value === undefined) return say('none');
      if (typeof value === 'boolean') return say(value ? 'yes' : 'no');
      return value === 'en' || value === 'fr' ? say(`language.${value}`) : value;
    };
    return [{ place: say(`alerts.${alert}`), before: text(base.alerts[alert]), after: text(alerts[alert]) }];
  },
};
