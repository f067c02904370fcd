import type { Stage } from '../stage';
import { ORGANIZATIONS, PEOPLE, thePerson, type OrganizationKey, type Person } from './people';

export const PROJECT_KEY = 'SUP';
/** A project that no policy covers. */
export const OTHER_PROJECT_KEY = 'DEV';

/** Named in both languages, since one portal serves customers of both. */
export const REQUEST_TYPES = {
  problem: 'Report a problem / Signaler un problème',
  guided: 'Get help / Obtenir de l’aide',
  feature: 'Request a feature / Demander une fonctionnalité',
} as const;
export type RequestTypeKey = keyof typeof REQUEST_TYPES;

/** The version of STAGE+ that corrections are planned for. */
export const NEXT_VERSION = 'STAGE+ 4.2';

/** What the seed made, by the names that the seed gives things. */
export interface SeededJira {
  readonly projectId: string;
  readonly serviceDeskId: string;
  readonly requestTypeIds: Readonly<Record<RequestTypeKey, string>>;
  readonly organizationIds: ReadonlyMap<OrganizationKey, string>;
}

/**
 * People, organizations, priorities, projects and forms of the site, as its administrator once set them up; the app's fields
 * are on screens and forms only where somebody put them there.
 */
export function seedJira({ jira }: Pick<Stage, 'jira'>, isSetUp = true): SeededJira {
  for (const person of PEOPLE) {
    jira.addUser({
      kind: userKind(person),
      displayName: person.name,
      accountId: person.accountId,
      emailAddress: person.email,
      locale: person.language === 'fr' ? 'fr-FR' : 'en-US',
      timeZone: person.timeZone,
      groups: person.kind === 'licensed' ? ['support-team'] : [],
    });
  }
  const priorities = ['P1', 'P2', 'P3', 'P4'].map((name) => jira.addPriority({ name }));
  const scheme = jira.addPriorityScheme({
    name: 'Support priorities',
    priorityIds: priorities.map(({ id }) => id),
    defaultPriorityId: priorities[3]?.id ?? '',
  });
  const staff = {
    administrator: [thePerson('admin').accountId],
    agent: [thePerson('agent').accountId, thePerson('second-agent').accountId],
  };
  const support = jira.addProject({
    key: PROJECT_KEY,
    name: 'STAGE+ support',
    type: 'service_desk',
    prioritySchemeId: scheme.id,
    hasAppFields: isSetUp,
    roles: staff,
    customerIds: PEOPLE.filter(({ kind }) => kind !== 'licensed').map(({ accountId }) => accountId),
  });
  jira.addProject({ key: OTHER_PROJECT_KEY, name: 'STAGE+ development', type: 'software', roles: staff });
  const levels = [
    { fieldId: 'impact', required: false },
    { fieldId: 'urgency', required: false },
  ];
  const problem = jira.addRequestType({
    projectKey: PROJECT_KEY,
    name: REQUEST_TYPES.problem,
    description: 'Something does not work as it should. / Quelque chose ne va pas.',
    fields: isSetUp ? levels : [],
  });
  // Without the two fields: there Cadran's own panel asks.
  const guided = jira.addRequestType({
    projectKey: PROJECT_KEY,
    name: REQUEST_TYPES.guided,
    description: 'Two questions lead to the right priority. / Deux questions mènent à la bonne priorité.',
  });
  const feature = jira.addRequestType({
    projectKey: PROJECT_KEY,
    name: REQUEST_TYPES.feature,
    description: 'Something that STAGE+ does not do yet. / Quelque chose que STAGE+ ne fait pas encore.',
    issueType: '[System] Service request',
  });
  jira.addVersion({ projectKey: PROJECT_KEY, name: NEXT_VERSION, releaseDate: '2026-01-15' });
  const organizationIds = new Map(
    ORGANIZATIONS.map(({ key, name }) => {
      const members = PEOPLE.filter(({ organization }) => organization === key);
      const memberIds = members.map(({ accountId }) => accountId);
      return [key, jira.addOrganization({ name, memberIds, projectKeys: [PROJECT_KEY] }).id] as const;
    }),
  );
  return {
    projectId: support.id,
    serviceDeskId: support.serviceDeskId ?? '',
    requestTypeIds: { problem: problem.id, guided: guided.id, feature: feature.id },
    organizationIds,
  };
}

function userKind({ kind, administers }: Person): 'admin' | 'agent' | 'customer' | 'unlicensed' {
  if (kind !== 'licensed') return kind;
  return administers ? 'admin' : 'agent';
}
