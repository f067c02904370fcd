import type { PolicyDocument, StatusCategory } from './document';

/** What a site offers that a policy names by id. */
export interface SiteFacts {
  readonly priorities: readonly { readonly id: string; readonly name: string }[];
  readonly projects: readonly { readonly id: string; readonly service: boolean }[];
  readonly statuses: readonly { readonly id: string; readonly name: string; readonly category: StatusCategory }[];
}

/**
 * A first guess that the set-up proposes and the admin confirms: priorities in the site's own order, all service projects
 * as incidents, and statuses whose name says that the customer is awaited.
 */
export function fittedToSite(document: PolicyDocument, site: SiteFacts): PolicyDocument {
  return {
    ...document,
    priorities: document.priorities.map((priority, index) => ({
      ...priority,
      jiraPriorityId:
        site.priorities.find(({ name }) => name === priority.key)?.id ?? site.priorities[index]?.id ?? null,
    })),
    scope: site.projects
      .filter(({ service }) => service)
      .map(({ id }) => ({ projectId: id, requestTypeId: null, issueTypeId: null, kind: 'incident' })),
    pauseStatusIds: site.statuses
      .filter(({ name, category }) => category !== 'done' && /customer|client/i.test(name))
      .map(({ id }) => id),
    statusCategories: Object.fromEntries(site.statuses.map(({ id, category }) => [id, category])),
  };
}

/**
 * A policy from elsewhere with what this site's own policy says of the site: ids of projects, priorities, statuses and fields
 * mean something else, or nothing, on another site.
 */
export function withSiteOf(document: PolicyDocument, own: PolicyDocument): PolicyDocument {
  const priorityIdOf = new Map(own.priorities.map(({ key, jiraPriorityId }) => [key, jiraPriorityId]));
  const { scope, pauseStatusIds, extraDoneStatusIds, statusCategories, resolutionIdsApart, levelFields } = own;
  return {
    ...document,
    priorities: document.priorities.map((priority, index) => ({
      ...priority,
      jiraPriorityId: priorityIdOf.get(priority.key) ?? own.priorities[index]?.jiraPriorityId ?? null,
    })),
    scope,
    pauseStatusIds,
    extraDoneStatusIds,
    statusCategories,
    resolutionIdsApart,
    levelFields,
  };
}
