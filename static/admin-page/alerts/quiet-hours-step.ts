import type { StepKind } from '../draft/step-kind';

/** Whether warnings wait for the hours of the goal's calendar. */
export interface QuietHoursStep {
  readonly kind: 'quiet-hours';
  readonly on: boolean;
}

export const quietHoursStep: StepKind<QuietHoursStep> = {
  kind: 'quiet-hours',
  key: () => '',
  apply: (document, { on }) => ({ ...document, alerts: { ...document.alerts, quietOutsideHours: on } }),
  words: ({ on }, { words: { say } }) => [
    { place: say('setting.quietHours'), before: say(on ? 'no' : 'yes'), after: say(on ? 'yes' : 'no') },
  ],
};
