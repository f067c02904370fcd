import * as v from 'valibot';
import type { SlaStatus } from '../../core/clock/ticket-fold';
import type { FieldIds, SlaFieldValues } from '../../services/ports';
import { jiraInstant } from './shapes';

const STATUSES = [
  'running',
  'paused',
  'near-breach',
  'breached',
  'met',
  'missed',
] as const satisfies readonly SlaStatus[];
const slaStatusValue = v.picklist(STATUSES);

/** Cadran's read-only fields among an issue's fields; one that is empty, or holds what Cadran did not write, is null. */
export function slaValuesIn(values: Readonly<Record<string, unknown>>, fields: FieldIds): SlaFieldValues {
  const value = <T extends v.GenericSchema>(fieldId: string | null, schema: T): v.InferOutput<T> | null => {
    const parsed = v.safeParse(schema, fieldId === null ? null : values[fieldId]);
    return parsed.success ? parsed.output : null;
  };
  return {
    slaStatus: value(fields.slaStatus, slaStatusValue),
    slaNextDue: value(fields.slaNextDue, jiraInstant),
    responseDue: value(fields.responseDue, jiraInstant),
    resolutionDue: value(fields.resolutionDue, jiraInstant),
    customerPlan: value(fields.customerPlan, v.string()),
    handlingOrder: value(fields.handlingOrder, v.number()),
  };
}
