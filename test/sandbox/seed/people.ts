/** The made-up people of the site. Every name, organization and address is fictional. */

export type Door = 'agent' | 'admin' | 'customer-plus' | 'customer-base';

export type PersonKey = Door | 'second-agent' | 'lakeshore' | 'clinic' | 'museum' | 'walk-in' | 'employee';

export interface Person {
  readonly key: PersonKey;
  readonly accountId: string;
  readonly name: string;
  readonly email: string;
  /** `licensed`: uses Jira. `unlicensed`: an employee without licence. `customer`: portal only. */
  readonly kind: 'licensed' | 'unlicensed' | 'customer';
  readonly administers: boolean;
  /** Key of the organization the person belongs to. */
  readonly organization: OrganizationKey | null;
  readonly timeZone: string;
  /** The language the person writes in. */
  readonly language: 'en' | 'fr';
}

export type OrganizationKey = 'hospital' | 'college' | 'school-board' | 'clinic' | 'museum';

export interface SeededOrganization {
  readonly key: OrganizationKey;
  readonly name: string;
  /** Null: no plan was ever assigned, so the default plan counts. */
  readonly plan: { readonly key: 'BASE' | 'PLUS'; readonly from: string; readonly to: string | null } | null;
  /** Its fee in cents and its users, for orders that concern it; null where none does. */
  readonly weights: { readonly fee: number; readonly users: number } | null;
}

export const ORGANIZATIONS: readonly SeededOrganization[] = [
  {
    key: 'hospital',
    name: 'Hôpital Sainte-Rose',
    plan: { key: 'PLUS', from: '2025-01-01', to: '2026-12-31' },
    weights: { fee: 4_800_000, users: 420 },
  },
  {
    key: 'college',
    name: 'Cégep des Îles',
    plan: { key: 'BASE', from: '2025-01-01', to: null },
    weights: { fee: 1_950_000, users: 160 },
  },
  {
    key: 'school-board',
    name: 'Lakeshore School Board',
    plan: { key: 'PLUS', from: '2025-07-01', to: null },
    weights: null,
  },
  { key: 'clinic', name: 'Riverbend Community Health', plan: null, weights: { fee: 720_000, users: 37 } },
  {
    key: 'museum',
    name: 'Musée de l’Estuaire',
    plan: { key: 'BASE', from: '2024-04-01', to: '2025-10-31' },
    weights: null,
  },
];

const person = (
  key: PersonKey,
  serial: number,
  name: string,
  kind: Person['kind'],
  rest: Partial<Pick<Person, 'administers' | 'organization' | 'timeZone' | 'language'>> = {},
): Person => ({
  key,
  accountId: accountIdOf(kind, serial),
  name,
  email: `${key}@example.com`,
  kind,
  administers: false,
  organization: null,
  timeZone: 'America/Toronto',
  language: 'en',
  ...rest,
});

/** Jira's own shapes: a licensed account by its directory, a portal-only customer by `qm:` (shared/events). */
function accountIdOf(kind: Person['kind'], serial: number): string {
  const tail = serial.toString(16).padStart(12, '0');
  return kind === 'customer'
    ? `qm:00000000-0000-4000-8000-0000000000c0:00000000-0000-4000-8000-${tail}`
    : `557058:00000000-0000-4000-8000-${tail}`;
}

export const PEOPLE: readonly Person[] = [
  person('agent', 0x11, 'Noah Bennett', 'licensed'),
  person('admin', 0x12, 'Amélie Gagnon', 'licensed', { administers: true, language: 'fr' }),
  person('customer-plus', 0x21, 'Josée Tremblay', 'customer', { organization: 'hospital', language: 'fr' }),
  person('customer-base', 0x22, 'Martin Ouellet', 'customer', {
    organization: 'college',
    // The islands keep Atlantic time: a reader in another zone than the support team.
    timeZone: 'America/Halifax',
    language: 'fr',
  }),
  person('second-agent', 0x13, 'Camille Roy', 'licensed', { language: 'fr' }),
  person('lakeshore', 0x23, 'Grace Whitfield', 'customer', { organization: 'school-board' }),
  person('clinic', 0x24, 'Daniel Osei', 'customer', { organization: 'clinic' }),
  person('museum', 0x25, 'Hélène Caron', 'customer', { organization: 'museum', language: 'fr' }),
  person('walk-in', 0x26, 'Ruth Adler', 'customer'),
  person('employee', 0x31, 'Sam Lavoie', 'unlicensed', { language: 'fr' }),
];

/** The person of that key, or null: the only way from a cookie to an account. */
export const personOf = (key: string | undefined): Person | null =>
  PEOPLE.find((candidate) => candidate.key === key) ?? null;

/** The person of that key; every key of the type has one. */
export function thePerson(key: PersonKey): Person {
  const found = personOf(key);
  if (found === null) throw new Error(`no person ${key} is seeded`);
  return found;
}
