import { route } from '@forge/api';
import * as v from 'valibot';
import type { JiraPortal } from '../../services/ports';
import { refusalAsNull } from './permissions';
import { jiraGet } from './request';

/** Questions of the portal's form. As the user, whom Jira then answers for itself; as the app only for who cannot be asked as. */
export const jiraPortal: JiraPortal = { projectOf, formFields, ownOrganizations };

const idText = v.pipe(v.union([v.string(), v.number()]), v.transform(String));
const deskShape = v.object({ projectId: idText });

async function projectOf(portalId: string, as: 'user' | 'app'): Promise<string | null> {
  const desk = await refusalAsNull(
    jiraGet({ operation: 'see-portal', as, route: route`/rest/servicedeskapi/servicedesk/${portalId}` }, deskShape),
  );
  return desk?.projectId ?? null;
}

const formShape = v.object({ requestTypeFields: v.array(v.object({ fieldId: v.string() })) });

async function formFields(portalId: string, requestTypeId: string, as: 'user' | 'app'): Promise<readonly string[]> {
  const path = route`/rest/servicedeskapi/servicedesk/${portalId}/requesttype/${requestTypeId}/field?expand=hiddenFields`;
  const form = await jiraGet({ operation: 'form-fields', as, route: path }, formShape);
  return (form?.requestTypeFields ?? []).map(({ fieldId }) => fieldId);
}

const organizationPage = v.object({ values: v.array(v.object({ id: idText })), isLastPage: v.boolean() });

async function ownOrganizations(): Promise<readonly string[]> {
  const ids: string[] = [];
  for (let last = false; !last;) {
    const page = await jiraGet(
      {
        operation: 'own-organizations',
        as: 'user',
        route: route`/rest/servicedeskapi/organization?start=${ids.length}&limit=50`,
      },
      organizationPage,
    );
    ids.push(...(page?.values ?? []).map(({ id }) => id));
    last = page === null || page.isLastPage || page.values.length === 0;
  }
  return ids;
}
