import { ORGANIZATIONS, thePerson, type Person, type PersonKey } from '../seed/people';
import type { Page, RequestThing } from './jira-shapes';
import { queueJql } from './queue-filters';
import type { Rest } from './rest';

export interface CustomerFigures {
  readonly organization: string;
  readonly open: number;
  readonly waiting: number;
}

/** What stands on the four doors, each counted as the person behind it. */
export interface StartFigures {
  readonly agent: { readonly open: number; readonly breached: number; readonly near: number };
  readonly findings: number;
  readonly 'customer-plus': CustomerFigures;
  readonly 'customer-base': CustomerFigures;
}

interface Searched {
  readonly issues: readonly { readonly fields: Readonly<Record<string, unknown>> }[];
}

/** Counts as the people concerned; `slaStatusField` is the id of the app's field. */
export async function startFigures(
  restOf: (person: Person) => Rest,
  projectKey: string,
  slaStatusField: string,
  findings: number,
): Promise<StartFigures> {
  const found = await restOf(thePerson('agent')).post<Searched>('/rest/api/3/search/jql', {
    jql: queueJql(projectKey, 'open'),
    fields: [slaStatusField],
    maxResults: 1_000,
  });
  const states = found.issues.map(({ fields }) => fields[slaStatusField]).filter((state) => typeof state === 'string');
  const count = (state: string): number => states.filter((other) => other === state).length;
  const [plus, base] = await Promise.all([
    customerFigures('customer-plus', restOf),
    customerFigures('customer-base', restOf),
  ]);
  return {
    agent: { open: states.length, breached: count('breached'), near: count('near-breach') },
    findings,
    'customer-plus': plus,
    'customer-base': base,
  };
}

async function customerFigures(key: PersonKey, restOf: (person: Person) => Rest): Promise<CustomerFigures> {
  const person = thePerson(key);
  const { values } = await restOf(person).get<Page<RequestThing>>(
    '/rest/servicedeskapi/request?requestOwnership=ALL_REQUESTS&requestStatus=OPEN_REQUESTS&limit=50',
  );
  return {
    organization: ORGANIZATIONS.find((organization) => organization.key === person.organization)?.name ?? person.name,
    open: values.length,
    waiting: values.filter(({ currentStatus }) => currentStatus.status === 'Waiting for customer').length,
  };
}
