import { route } from '@forge/api';
import * as v from 'valibot';
import { RefusedError, type FormFields } from '../../services/ports';
import { jiraGet, JiraError } from './request';

/** Jira's largest page of either list; it may give fewer. */
const PAGE = 200;

const total = v.nullish(v.number());
const typePage = v.object({ issueTypes: v.array(v.object({ id: v.string(), name: v.string() })), total });
const fieldPage = v.object({ fields: v.array(v.object({ fieldId: v.string() })), total });

/**
 * What each work type of a project asks where a ticket is created, as the admin who asked. Jira shows it only to people who
 * may create issues in the project. What it says to the others, only a real site can confirm: a refusal, no work type and a
 * form without a single field are all null, since every form has a summary. Errors: BusyError; JiraError for an answer that
 * Jira should not give.
 */
export async function createForms(projectId: string): Promise<readonly FormFields[] | null> {
  try {
    const types = await allOf(async (start) => {
      const page = await jiraGet(
        {
          operation: 'create-forms',
          as: 'user',
          route: route`/rest/api/3/issue/createmeta/${projectId}/issuetypes?startAt=${start}&maxResults=${PAGE}`,
        },
        typePage,
      );
      return { items: page?.issueTypes ?? [], total: page?.total };
    });
    const forms = await Promise.all(types.map((type) => createForm(projectId, type)));
    return forms.length === 0 || forms.some(({ fieldIds }) => fieldIds.length === 0) ? null : forms;
  } catch (error) {
    if (error instanceof RefusedError || (error instanceof JiraError && error.status === 400)) return null;
    throw error;
  }
}

async function createForm(projectId: string, { id, name }: { readonly id: string; readonly name: string }) {
  const fields = await allOf(async (start) => {
    const page = await jiraGet(
      {
        operation: 'create-form-fields',
        as: 'user',
        route: route`/rest/api/3/issue/createmeta/${projectId}/issuetypes/${id}?startAt=${start}&maxResults=${PAGE}`,
      },
      fieldPage,
    );
    return { items: page?.fields ?? [], total: page?.total };
  });
  return { id, name, fieldIds: fields.map(({ fieldId }) => fieldId) };
}

/** Every item of a list whose pages say how many there are, not which is the last. */
async function allOf<Item>(
  pageFrom: (start: number) => Promise<{ readonly items: readonly Item[]; readonly total: number | null | undefined }>,
): Promise<readonly Item[]> {
  const found: Item[] = [];
  for (;;) {
    const { items, total: whole } = await pageFrom(found.length);
    found.push(...items);
    if (items.length === 0 || (whole != null && found.length >= whole)) return found;
  }
}
