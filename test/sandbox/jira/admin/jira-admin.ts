/** The in-process door: what seeds, tests and the site's pages do to the site beside its REST API. */
import type { Instant } from '../../seam';
import type { PlannedFailure } from '../limits/failures';
import type {
  Field,
  Issue,
  Json,
  JsonObject,
  Organization,
  PermissionOverride,
  Priority,
  PriorityScheme,
  Project,
  ProjectRole,
  RequestType,
  RequestTypeField,
  SentNotification,
  SiteState,
  Status,
  StatusCategoryKey,
  User,
  Version,
} from '../model';
import type { JiraOptionsInput } from '../options';

/** `agent`: licensed, roles per project; `customer`: portal-only; `unlicensed`: an employee without licence. */
export type UserKind = 'admin' | 'agent' | 'customer' | 'unlicensed';

export interface NewUser {
  kind: UserKind;
  displayName: string;
  /** By default a new id in the form of its kind: `557058:…`, or `qm:…` for customers. */
  accountId?: string;
  emailAddress?: string;
  groups?: string[];
  /** `en-US` by default. */
  locale?: string;
  /** `America/Toronto` by default. */
  timeZone?: string;
}

export interface NewProject {
  key: string;
  name: string;
  type: 'service_desk' | 'software';
  id?: string;
  serviceDeskId?: string;
  prioritySchemeId?: string;
  roles?: Partial<Record<ProjectRole, string[]>>;
  organizationIds?: string[];
  customerIds?: string[];
  sharesNewRequests?: boolean;
  /** `company` by default; team-managed projects have no screens, but fields of their work types. */
  managed?: 'company' | 'team';
  /** Whether the app's fields are on screens or work types, as somebody put them; true by default. An app puts them on none. */
  hasAppFields?: boolean;
}

export interface NewRequestType {
  projectKey: string;
  name: string;
  description?: string;
  id?: string;
  /** `[System] Incident` by default. */
  issueType?: string;
  /** Besides summary and description, which every form has; ids or module keys of the app's fields. */
  fields?: RequestTypeField[];
}

export interface NewOrganization {
  name: string;
  /** Now by default. */
  created?: Instant;
  memberIds?: string[];
  /** Service projects to attach it to. */
  projectKeys?: string[];
}

/** One thing that happened to an issue. `by` is an account id; the app's own makes it a write of the app. */
export type SeedStep =
  | { kind: 'comment'; at: Instant; by: string; text: string; internal?: boolean; properties?: Record<string, Json> }
  | { kind: 'transition'; at: Instant; by: string; to: string; resolution?: string }
  | { kind: 'edit'; at: Instant; by: string; fields: Record<string, unknown>; historyMetadata?: JsonObject };

export interface SeedIssue {
  projectKey: string;
  summary: string;
  reporterId: string;
  created: Instant;
  description?: string;
  /** The reporter by default. */
  creatorId?: string;
  /** `[System] Incident` in service projects, `Task` elsewhere. */
  issueType?: string;
  requestTypeId?: string;
  /** Further fields by id or module key, in the form in which REST takes them. */
  fields?: Record<string, unknown>;
  /** Without it the reporter's only organization, as the portal would. */
  organizationIds?: string[];
  properties?: Record<string, Json>;
  /** What happened since, in order. */
  steps?: readonly SeedStep[];
}

export interface JiraAdmin {
  /** The live state, to be read and not written. */
  state(): Readonly<SiteState>;
  appAccountId(): string;
  addUser(input: NewUser): User;
  addProject(input: NewProject): Project;
  addRequestType(input: NewRequestType): RequestType;
  /** Puts a field on a form, as a project administrator does: only one of the create screen can be chosen. */
  addFieldToRequestType(requestTypeId: string, field: RequestTypeField): void;
  /** Puts a field on a work type of a team-managed project, as a project administrator does. */
  addFieldToWorkType(projectKey: string, issueType: string, field: string): void;
  addOrganization(input: NewOrganization): Organization;
  addPriority(input: { name: string; id?: string; statusColor?: string }): Priority;
  addPriorityScheme(input: { name: string; priorityIds: string[]; defaultPriorityId: string }): PriorityScheme;
  addStatus(input: { name: string; category: StatusCategoryKey; id?: string }): Status;
  addVersion(
    input: { projectKey: string; name: string } & Partial<Pick<Version, 'releaseDate' | 'released' | 'archived'>>,
  ): Version;
  /** A select list, as JSM's own Impact and Urgency are. */
  addSelectField(input: { name: string; options: readonly string[] }): Field;
  /** An issue with its past. Raises no events unless told to. */
  seedIssue(input: SeedIssue, raisesEvents?: boolean): Issue;
  /** One more step in an issue's life. Raises no events unless told to. */
  seedStep(idOrKey: string, step: SeedStep, raisesEvents?: boolean): void;
  /** The id of a field by the module key of an app field, by `schema.custom`, or by id. */
  fieldId(key: string): string;
  issue(idOrKey: string): Issue | undefined;
  /** Makes one account's answer to a permission differ from what its roles say. */
  setPermission(override: PermissionOverride): void;
  /** The accounts that alone see the issue (the app besides), or null to lift the level. */
  setIssueSecurity(idOrKey: string, accountIds: string[] | null): void;
  /** Replaces parts of the options from now on. */
  configure(options: JiraOptionsInput): void;
  failNext(failure: PlannedFailure): void;
  /** How many planned failures no call has met. */
  failuresLeft(): number;
  clearFailures(): void;
  /** Calls since the last reset that no route answered. */
  unknownRoutes(): readonly string[];
  notifications(): readonly SentNotification[];
  /** Points that the app spent in the running UTC hour. */
  pointsThisHour(): number;
  /** Replaces the state by one that dump() gave. */
  restore(state: unknown): void;
}
