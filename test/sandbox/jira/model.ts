/**
 * The stand-in site's state: plain JSON, so that it is dumped and restored as it is. Types alone, in one file however
 * long, because a dump is read as one.
 */
import type { Instant } from '../seam';

export type Json = null | boolean | number | string | Json[] | { [key: string]: Json };
export type JsonObject = Record<string, Json>;

export type AccountType = 'atlassian' | 'app' | 'customer';
/** `jira`: may use Jira; `none`: an employee without licence, or a portal-only customer. */
export type Licence = 'jira' | 'none';

export interface User {
  accountId: string;
  accountType: AccountType;
  displayName: string;
  emailAddress: string | null;
  active: boolean;
  licence: Licence;
  /** Holds the global permission Administer Jira. */
  isAdmin: boolean;
  groups: string[];
  /** BCP 47, such as `fr-CA`. */
  locale: string;
  timeZone: string;
}

export type ProjectRole = 'administrator' | 'agent' | 'viewer';

export interface Project {
  id: string;
  key: string;
  name: string;
  type: 'service_desk' | 'software';
  /** Null outside service projects. */
  serviceDeskId: string | null;
  issueTypeIds: string[];
  prioritySchemeId: string;
  workflowId: string;
  roles: Record<ProjectRole, string[]>;
  /** Organizations attached to the service desk. */
  organizationIds: string[];
  /** Customers who may raise requests without belonging to an attached organization. */
  customerIds: string[];
  /** A customer of exactly one attached organization shares each new request with it. */
  sharesNewRequests: boolean;
  /** Screens by what they are for; null in team-managed projects, which have none. */
  screens: Record<ScreenUse, string> | null;
  /** Fields of apps that somebody put on the work types of a team-managed project, by issue type; null in company-managed ones. */
  workTypeFields: Record<string, string[]> | null;
  lastIssueNumber: number;
}

export type ScreenUse = 'create' | 'edit' | 'view';

export interface Screen {
  id: string;
  name: string;
  tabs: { id: string; name: string; fieldIds: string[] }[];
}

export interface IssueType {
  id: string;
  name: string;
}

export type StatusCategoryKey = 'new' | 'indeterminate' | 'done';

export interface Status {
  id: string;
  name: string;
  category: StatusCategoryKey;
}

export interface Priority {
  id: string;
  name: string;
  statusColor: string;
}

export interface PriorityScheme {
  id: string;
  name: string;
  /** Highest first. */
  priorityIds: string[];
  defaultPriorityId: string;
}

export interface Resolution {
  id: string;
  name: string;
}

export interface Version {
  id: string;
  name: string;
  projectId: string;
  /** `YYYY-MM-DD` */
  releaseDate: string | null;
  released: boolean;
  archived: boolean;
}

export interface Transition {
  id: string;
  name: string;
  /** `any`: a global transition. */
  from: 'any' | string[];
  to: string;
  /** Customers may take it on the portal. */
  forCustomers: boolean;
}

export interface Workflow {
  id: string;
  initialStatusId: string;
  transitions: Transition[];
}

export interface RequestTypeField {
  fieldId: string;
  required: boolean;
  /** Set for a hidden field: the stored value that every new request gets; null for none. */
  preset?: Json;
}

export interface RequestType {
  id: string;
  projectId: string;
  issueTypeId: string;
  name: string;
  description: string;
  fields: RequestTypeField[];
}

export interface Organization {
  id: string;
  uuid: string;
  name: string;
  created: Instant;
  memberIds: string[];
  properties: Record<string, Json>;
}

export interface CommentVisibility {
  type: 'group' | 'role';
  value: string;
}

export interface Comment {
  id: string;
  authorId: string;
  updateAuthorId: string;
  /** Atlassian document format. */
  body: JsonObject;
  created: Instant;
  updated: Instant;
  isPublic: boolean;
  visibility: CommentVisibility | null;
  properties: Record<string, Json>;
}

/** `from` and `to` are ids, null where the field has none or is empty. */
export interface ChangeItem {
  fieldId: string;
  field: string;
  fieldtype: 'jira' | 'custom';
  from: string | null;
  fromString: string | null;
  to: string | null;
  toText: string | null;
}

export interface History {
  id: string;
  authorId: string;
  created: Instant;
  items: ChangeItem[];
  historyMetadata: JsonObject | null;
}

export interface Issue {
  id: string;
  key: string;
  projectId: string;
  issueTypeId: string;
  creatorId: string;
  created: Instant;
  updated: Instant;
  /** When the current status was entered. */
  statusSince: Instant;
  /** The values of every other field by field id; an absent key is an empty field. */
  values: Record<string, Json>;
  histories: History[];
  comments: Comment[];
  properties: Record<string, Json>;
  /** Issue security: the accounts that may still see the issue, or null for no level. */
  securedTo: string[] | null;
}

/** What kind of value a field holds: decides how it is read, checked, shown and searched. */
export type FieldKind =
  | 'text'
  | 'adf'
  | 'user'
  | 'users'
  | 'priority'
  | 'status'
  | 'status-category'
  | 'resolution'
  | 'project'
  | 'issue-type'
  | 'versions'
  | 'labels'
  | 'instant'
  | 'organizations'
  | 'request-type'
  | 'language'
  | 'select'
  | 'app-string'
  | 'app-number'
  | 'app-date'
  | 'app-datetime'
  | 'app-object'
  | 'app-user'
  | 'app-group'
  | 'comments';

export interface FieldOption {
  id: string;
  value: string;
}

export interface FieldSchema {
  type: string;
  items?: string;
  system?: string;
  custom?: string;
  customId?: number;
}

export interface Field {
  id: string;
  name: string;
  kind: FieldKind;
  schema: FieldSchema;
  /** Names that JQL knows it by, beside its own name. */
  clauseNames: string[];
  /** Set for fields that the app's manifest declares. */
  app: {
    moduleKey: string;
    readOnly: boolean;
    parser?: string;
    validation?: { expression: string; errorMessage: string };
  } | null;
  options: FieldOption[];
}

/** One answer that differs from what the roles say; `projectId` null for a global permission. */
export interface PermissionOverride {
  accountId: string;
  permission: string;
  projectId: string | null;
  granted: boolean;
}

export interface SentNotification {
  at: Instant;
  issueId: string;
  byAccountId: string;
  subject: string;
  textBody: string;
  htmlBody: string;
  recipientIds: string[];
}

export interface SiteState {
  lastId: number;
  users: Record<string, User>;
  projects: Record<string, Project>;
  issueTypes: Record<string, IssueType>;
  statuses: Record<string, Status>;
  priorities: Record<string, Priority>;
  /** Site order of priorities, highest first. */
  priorityOrder: string[];
  prioritySchemes: Record<string, PriorityScheme>;
  resolutions: Record<string, Resolution>;
  versions: Record<string, Version>;
  workflows: Record<string, Workflow>;
  requestTypes: Record<string, RequestType>;
  screens: Record<string, Screen>;
  organizations: Record<string, Organization>;
  fields: Record<string, Field>;
  issues: Record<string, Issue>;
  permissionOverrides: PermissionOverride[];
  notifications: SentNotification[];
}
