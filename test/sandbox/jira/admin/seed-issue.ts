/** Issues with a past: created then, and moved through the same writes as the REST API's, at the times told. */
import type { Instant } from '../../seam';
import { documentOf } from '../fields/adf';
import { parseField } from '../fields/parse';
import { ORGANIZATIONS, REQUEST_TYPE } from '../fields/system-fields';
import type { Issue, Json, JsonObject, Project } from '../model';
import type { Site } from '../site';
import type { Act } from '../writes/act';
import { applyChanges } from '../writes/apply-changes';
import { addComment } from '../writes/comments';
import { createIssue, requestDefaults } from '../writes/create-issue';
import type { SeedIssue, SeedStep } from './jira-admin';
import { fieldId, idByName, projectByKey } from './names';

/** Makes the issue and takes its steps. Throws on a value that REST would refuse, read-only app fields excepted. */
export function seedIssue(site: Site, input: SeedIssue, silent: boolean): Issue {
  const project = projectByKey(site, input.projectKey);
  const isService = project.type === 'service_desk';
  const type = input.requestTypeId === undefined ? undefined : site.state.requestTypes[input.requestTypeId];
  if (input.requestTypeId !== undefined && type === undefined)
    throw new Error(`no request type ${input.requestTypeId}`);
  const named = input.issueType ?? (isService ? '[System] Incident' : 'Task');
  const values: Record<string, Json> = {
    summary: input.summary,
    description: input.description === undefined ? null : documentOf(input.description),
    reporter: site.user(input.reporterId).accountId,
    ...(type === undefined ? {} : { [REQUEST_TYPE]: type.id }),
    ...(isService ? requestDefaults(site, project, input.reporterId) : {}),
    ...(input.organizationIds === undefined ? {} : { [ORGANIZATIONS]: input.organizationIds }),
    ...parsed(site, project, input.fields ?? {}),
  };
  const act = actAs(site, input.creatorId ?? input.reporterId, input.created, silent);
  const issueTypeId = type?.issueTypeId ?? idByName(site.state.issueTypes, named);
  const issue = createIssue(site, { project, issueTypeId, values, properties: { ...input.properties } }, act);
  for (const step of input.steps ?? []) seedStep(site, issue, step, silent);
  return issue;
}

export function seedStep(site: Site, issue: Issue, step: SeedStep, silent: boolean): void {
  const act = actAs(site, step.by, step.at, silent, step.kind === 'edit' ? step.historyMetadata : undefined);
  switch (step.kind) {
    case 'comment': {
      const { text, internal = false, properties = {} } = step;
      addComment(site, issue, { body: documentOf(text), isPublic: !internal, visibility: null, properties }, act);
      return;
    }
    case 'transition': {
      const resolution =
        step.resolution === undefined ? {} : { resolution: idByName(site.state.resolutions, step.resolution) };
      applyChanges(site, issue, { ...resolution, status: idByName(site.state.statuses, step.to) }, act);
      return;
    }
    case 'edit':
      applyChanges(site, issue, parsed(site, site.projectOf(issue), step.fields), act);
  }
}

function actAs(site: Site, accountId: string, at: Instant, silent: boolean, historyMetadata?: JsonObject): Act {
  const user = site.user(accountId);
  return { accountId, asApp: user.accountType === 'app', at, historyMetadata: historyMetadata ?? null, silent };
}

function parsed(site: Site, project: Project, fields: Record<string, unknown>): Record<string, Json> {
  return Object.fromEntries(
    Object.entries(fields).map(([key, input]): [string, Json] => {
      const id = fieldId(site, key);
      const field = site.state.fields[id];
      const result = field === undefined ? null : parseField(site, field, project, input);
      if (result?.ok !== true) throw new Error(`field ${key}: ${result === null ? 'unknown' : result.error}`);
      return [id, result.value];
    }),
  );
}
