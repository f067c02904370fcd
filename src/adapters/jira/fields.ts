import { getAppContext, route } from '@forge/api';
import * as v from 'valibot';
import type { FieldIds } from '../../services/ports';
import { jiraGet, JiraError } from './request';

const fieldList = v.array(
  v.object({
    id: v.string(),
    schema: v.nullish(v.object({ custom: v.nullish(v.string(), null) }), null),
  }),
);

/** Keys of the manifest's fields, as the end of `schema.custom` names them. */
const OWN_FIELDS = {
  impact: 'impact',
  urgency: 'urgency',
  slaStatus: 'sla-status',
  slaNextDue: 'sla-next-due',
  responseDue: 'response-due',
  resolutionDue: 'resolution-due',
  customerPlan: 'customer-plan',
  handlingOrder: 'handling-order',
} as const;

/** Jira Service Management's fields. Their names are translated, their types are not. */
const SERVICE_FIELDS = {
  organizations: 'com.atlassian.servicedesk:sd-customer-organizations',
  requestType: 'com.atlassian.servicedesk:vp-origin',
  participants: 'com.atlassian.servicedesk:sd-request-participants',
  requestLanguage: 'com.atlassian.servicedesk.servicedesk-lingo-integration-plugin:sd-request-language',
} as const;

/** Finds the ids this site gave the app's fields and JSM's, by type. A field the site lacks is null. */
export async function findFieldIds(): Promise<FieldIds> {
  const fields = await jiraGet({ operation: 'find-fields', as: 'app', route: route`/rest/api/3/field` }, fieldList);
  if (fields === null) throw new JiraError('find-fields', 404, 'not found');
  const appId = getAppContext().appAri.appId;
  const byType = (matches: (custom: string) => boolean): string | null =>
    fields.find(({ schema }) => schema?.custom != null && matches(schema.custom))?.id ?? null;
  const own = (key: string): string | null =>
    byType((custom) => custom.includes(appId) && custom.endsWith(`/static/${key}`));
  const service = (type: string): string | null => byType((custom) => custom === type);
  return {
    impact: own(OWN_FIELDS.impact),
    urgency: own(OWN_FIELDS.urgency),
    slaStatus: own(OWN_FIELDS.slaStatus),
    slaNextDue: own(OWN_FIELDS.slaNextDue),
    responseDue: own(OWN_FIELDS.responseDue),
    resolutionDue: own(OWN_FIELDS.resolutionDue),
    customerPlan: own(OWN_FIELDS.customerPlan),
    handlingOrder: own(OWN_FIELDS.handlingOrder),
    organizations: service(SERVICE_FIELDS.organizations),
    requestType: service(SERVICE_FIELDS.requestType),
    participants: service(SERVICE_FIELDS.participants),
    requestLanguage: service(SERVICE_FIELDS.requestLanguage),
  };
}
