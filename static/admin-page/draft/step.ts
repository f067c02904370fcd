import { placeKey, type Place } from '../../../src/core/policy/place';
import type { PolicyDocument } from '../../../src/core/policy/document';
import { alertsStep } from '../alerts/alerts-step';
import { modeStep } from '../assumptions/mode-step';
import { portalStep } from '../assumptions/portal-step';
import { quietHoursStep } from '../alerts/quiet-hours-step';
import { thresholdsStep } from '../alerts/thresholds-step';
import { toldPrioritiesStep } from '../alerts/told-priorities-step';
import {
  calendarExceptionStep,
  calendarHolidaysStep,
  calendarHoursStep,
  calendarLabelStep,
  calendarStep,
  calendarZoneStep,
} from '../calendars/calendar-steps';
import { acceptStep } from '../check/accept-step';
import { fixStep } from '../check/fix-step';
import { dutyPriorityStep } from '../policy/steps/duty-priority-step';
import { goalCalendarStep, goalPublishedStep, goalStep } from '../policy/steps/goal-steps';
import { addStep, orderStep, removeStep } from '../policy/steps/item-steps';
import { jiraPriorityStep } from '../policy/steps/jira-priority-step';
import { placeCalendarsStep } from '../policy/steps/place-calendars-step';
import {
  defaultPlanStep,
  fasterStep,
  inclusionStep,
  priceStep,
  rankStep,
  visibilityStep,
} from '../policy/steps/plan-steps';
import { matrixLabelStep, policyKeyStep, publishedStep, updatedStep } from '../policy/steps/text-steps';
import { levelFieldStep, levelOptionStep } from '../set-up/level-field-steps';
import { resolutionApartStep } from '../set-up/resolution-apart-step';
import { scopeStep } from '../set-up/scope-step';
import { zoneStep } from '../guide/zone-step';
import { startStep } from '../set-up/start-step';
import { statusStep } from '../set-up/status-step';
import { versionStep } from '../versions/version-step';
import type { ChangeScene, ChangeWords, StepKind } from './step-kind';

/** Every kind of change. A tab that brings a new one adds it here, and nowhere else. */
const KINDS = [
  startStep,
  zoneStep,
  versionStep,
  addStep,
  removeStep,
  orderStep,
  publishedStep,
  matrixLabelStep,
  updatedStep,
  policyKeyStep,
  goalStep,
  goalCalendarStep,
  goalPublishedStep,
  placeCalendarsStep,
  fixStep,
  acceptStep,
  scopeStep,
  levelFieldStep,
  levelOptionStep,
  resolutionApartStep,
  jiraPriorityStep,
  statusStep,
  modeStep,
  alertsStep,
  quietHoursStep,
  toldPrioritiesStep,
  portalStep,
  thresholdsStep,
  defaultPlanStep,
  visibilityStep,
  inclusionStep,
  fasterStep,
  rankStep,
  priceStep,
  dutyPriorityStep,
  calendarStep,
  calendarLabelStep,
  calendarZoneStep,
  calendarHoursStep,
  calendarHolidaysStep,
  calendarExceptionStep,
] as const;

type StepOf<Kind> = Kind extends StepKind<infer Step> ? Step : never;

/** One change that an admin made to the policy in force. A draft is a list of them, so that each can be undone alone. */
export type Step = StepOf<(typeof KINDS)[number]>;

// Each kind is looked up by the kind of the very step that it is given.
const BY_KIND = new Map(KINDS.map((kind) => [kind.kind as string, kind as unknown as StepKind<Step>]));

/** What the kinds are called. */
export const STEP_KINDS: readonly Step['kind'][] = KINDS.map(({ kind }) => kind);

/** What the step changes: a later step with the same key takes the place of an earlier one. */
export function stepKey(step: Step): string {
  const kind = kindOf(step);
  return `${kind.about ?? kind.kind}/${kind.key(step)}`;
}

/** The document with the step made. Throws RangeError where it names a place that the document does not have. */
export function applyStep(document: PolicyDocument, step: Step): PolicyDocument {
  return kindOf(step).apply(document, step);
}

/** What a step changes in the policy in force, line by line. */
export function changeWords(step: Step, scene: ChangeScene): readonly ChangeWords[] {
  return kindOf(step).words(step, scene);
}

/** Whether the step changes something at one of the places. */
export function changesPlace(step: Step, places: readonly Place[]): boolean {
  const changed = kindOf(step).places?.(step).map(placeKey) ?? [];
  return places.some((place) => changed.includes(placeKey(place)));
}

/** Whether the step puts another document in the place of the one in force. */
export function isWholeStep(step: Step): boolean {
  return kindOf(step).isWhole ?? false;
}

/** By its kind alone: the text is this page's own, and the server checks every document that is made of it. */
export function isStep(value: unknown): value is Step {
  return typeof value === 'object' && value !== null && 'kind' in value && BY_KIND.has(String(value.kind));
}

function kindOf(step: Step): StepKind<Step> {
  const kind = BY_KIND.get(step.kind);
  if (kind === undefined) throw new Error(`No kind of step is called "${step.kind}"`);
  return kind;
}
