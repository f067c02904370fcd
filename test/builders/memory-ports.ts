/** The services' ports on plain memory: a small Jira with issues, a queue that keeps what was pushed, stores as maps. */
import type { AgentAction, TicketHistory, TicketValues } from '../../src/core/clock/history';
import type { PlanAssignment, PolicyDocument, PolicyVersion } from '../../src/core/policy/document';
import { packResults, unpackResults } from '../../src/core/report/pack-results';
import { resultName, type StoredResult } from '../../src/core/report/stored-result';
import type { EstablishmentGroup, EstablishmentRecord } from '../../src/core/proposal/register';
import type { EpochMillis } from '../../src/core/time/instant';
import type {
  BurstNote,
  DiaryPage,
  ChangeMark,
  AssignmentRow,
  FieldIds,
  FixVersion,
  FlagText,
  FormAnswers,
  ImportedLine,
  IssueFilter,
  IncidentSighting,
  IssuePermissions,
  IssueSighting,
  JobRun,
  JobStep,
  LevelEdit,
  MonthDigest,
  OrganizationName,
  ProjectScreens,
  FormFields,
  ScreenTab,
  ProposalRow,
  ProposalWords,
  Ports,
  ProjectPermissions,
  ResultChange,
  SlaFieldValues,
  TicketReading,
  TicketRow,
  TrackingSettings,
} from '../../src/services/ports';
import { NO_SLA_FIELDS } from '../../src/services/sla-fields';

export const FIELD_IDS: FieldIds = {
  impact: 'customfield_10101',
  urgency: 'customfield_10102',
  slaStatus: 'customfield_10103',
  slaNextDue: 'customfield_10104',
  responseDue: 'customfield_10105',
  resolutionDue: 'customfield_10106',
  customerPlan: 'customfield_10107',
  handlingOrder: 'customfield_10108',
  organizations: 'customfield_10002',
  requestType: 'customfield_10010',
  participants: 'customfield_10003',
  requestLanguage: 'customfield_10029',
};

export interface MemoryIssue {
  readonly issueId: string;
  projectId: string;
  requestTypeId: string | null;
  updatedAt: EpochMillis;
  reporterAccountId: string | null;
  history: Omit<TicketHistory, 'reporterOrganizationIds'>;
  slaFields: SlaFieldValues;
  isAssigned: boolean;
  commentedFlags: readonly string[];
  formAnswers?: FormAnswers;
  fixVersions?: readonly FixVersion[];
  requestLanguage?: string;
  proposalWords: readonly ProposalWords[];
  announced: readonly string[];
}

export interface Memory {
  readonly ports: Ports;
  now: EpochMillis;
  readonly issues: Map<string, MemoryIssue>;
  readonly rows: Map<string, TicketRow>;
  /** All that was ever recorded. */
  readonly assignments: PlanAssignment[];
  readonly assignmentRows: Map<string, AssignmentRow>;
  readonly importParts: Map<string, readonly ImportedLine[]>;
  readonly screens: {
    readonly projects: ProjectScreens[];
    readonly tabs: Map<string, readonly ScreenTab[]>;
    readonly requestTypes: FormFields[];
    /** By project; null where Jira does not show them. */
    readonly createForms: Map<string, readonly FormFields[] | null>;
  };
  readonly versions: Map<number, PolicyVersion>;
  tracking: TrackingSettings | null;
  readonly organizations: OrganizationName[];
  readonly groupNames: string[];
  /** By project; everything where nothing is said. */
  readonly appPermissions: Map<string, { browse: boolean; edit: boolean; comment: boolean }>;
  readonly projectPriorities: Map<string, readonly string[]>;
  readonly deskOrganizations: Map<string, readonly string[]>;
  readonly diaryPages: DiaryPage[];
  /** How late flags were, as noted. */
  readonly lates: number[];
  sweptAt: EpochMillis | null;
  readonly reporterOrganizations: Map<string, readonly string[]>;
  permissions: IssuePermissions;
  projectPermissions: ProjectPermissions;
  /** What a board's search finds, whatever is asked. */
  readonly board: IncidentSighting[];
  administers: boolean;
  /** Requests the asking user may see, key -> issue id. */
  readonly seenRequests: Map<string, string>;
  readonly requestPeople: Map<string, readonly string[]>;
  /** Portals the asker may use, id -> project id. */
  readonly portals: Map<string, string>;
  /** Ids of the fields on the asked form. */
  formFields: readonly string[];
  /** Of the asking user. */
  ownOrganizations: readonly string[];
  /** What was pushed, in order. */
  readonly tracked: string[];
  readonly fired: { issueId: string; delay: number }[];
  readonly jobs: (JobStep & { readonly delay: number })[];
  readonly proposals: Map<string, ProposalRow>;
  readonly establishments: Map<string, EstablishmentRecord>;
  readonly groups: Map<string, EstablishmentGroup>;
  /** Comments about proposals, with who wrote them. */
  readonly proposalComments: { readonly by: string; readonly lines: readonly string[] }[];
  readonly runs: Map<string, JobRun>;
  readonly drafts: Map<string, PolicyDocument>;
  /** Issues that a page of a search gives. */
  searchPage: number;
  burst: BurstNote | null;
  heldUntil: EpochMillis | null;
  /** Names of port calls, in order: `jira.readTicket`, `tickets.save` … */
  readonly calls: string[];
  /** Results as stored, by issue id and name. */
  readonly results: Map<string, StoredResult>;
  readonly marks: Map<string, ChangeMark>;
  readonly digests: Map<string, MonthDigest>;
  readonly parts: Map<string, readonly StoredResult[]>;
  /** Issues that the asking user may not browse. */
  readonly hidden: Set<string>;
  readonly comments: { issueId: string; text: FlagText; flagKey: string }[];
  /** Actions written as the asking user, with the words of their comments. */
  readonly actions: { issueId: string; lines: readonly string[]; action: AgentAction }[];
  /** Whether Jira's list shows a comment as soon as it is written. */
  listsComments: boolean;
  readonly mails: { issueId: string; text: FlagText; to: 'assignee' | { readonly group: string } }[];
  readonly replies: { issueKey: string; text: string }[];
  /** Runs before each call; throws to make it fail. */
  before: (call: string) => void;
}

/** An empty site at an instant. Publish a policy by setting `tracking` and `versions`, or through publishPolicy. */
export function memorySite(now: EpochMillis): Memory {
  const memory: Memory = {
    now,
    issues: new Map(),
    rows: new Map(),
    get assignments() {
      return [...this.assignmentRows.values()].flatMap(({ facts }) => facts);
    },
    assignmentRows: new Map(),
    importParts: new Map(),
    screens: { projects: [], tabs: new Map(), requestTypes: [], createForms: new Map() },
    versions: new Map(),
    tracking: null,
    organizations: [],
    groupNames: [],
    appPermissions: new Map(),
    projectPriorities: new Map(),
    deskOrganizations: new Map(),
    diaryPages: [],
    lates: [],
    sweptAt: null,
    reporterOrganizations: new Map(),
    permissions: { browse: true, edit: true, comment: true, serviceDeskAgent: true },
    projectPermissions: { browse: true, serviceDeskAgent: true, administer: false },
    board: [],
    administers: true,
    seenRequests: new Map(),
    requestPeople: new Map(),
    portals: new Map(),
    formFields: [],
    ownOrganizations: [],
    tracked: [],
    fired: [],
    jobs: [],
    proposals: new Map(),
    establishments: new Map(),
    groups: new Map(),
    proposalComments: [],
    runs: new Map(),
    drafts: new Map(),
    searchPage: 100,
    burst: null,
    heldUntil: null,
    calls: [],
    results: new Map(),
    marks: new Map(),
    digests: new Map(),
    parts: new Map(),
    hidden: new Set(),
    comments: [],
    actions: [],
    listsComments: true,
    mails: [],
    replies: [],
    before: () => undefined,
    ports: undefined as unknown as Ports,
  };
  const note = (call: string): void => {
    memory.calls.push(call);
    memory.before(call);
  };
  const issueOf = (issueId: string): MemoryIssue => {
    const issue = memory.issues.get(issueId);
    if (issue === undefined) throw new Error(`no issue ${issueId} in memory`);
    return issue;
  };

  const ports: Ports = {
    now: () => memory.now,
    jira: {
      async readTicket(issueId) {
        note('jira.readTicket');
        const issue = memory.issues.get(issueId);
        return issue === undefined ? null : readingOf(issue);
      },
      async reporterOrganizations(accountId) {
        note('jira.reporterOrganizations');
        return memory.reporterOrganizations.get(accountId) ?? [];
      },
      async writePriority(issueId, priorityId) {
        note('jira.writePriority');
        edit(issueOf(issueId), memory.now, { priorityId }, 'cadran');
        return memory.now;
      },
      async writeSlaFields(issueId, _fields, changed) {
        note('jira.writeSlaFields');
        const issue = issueOf(issueId);
        issue.slaFields = { ...issue.slaFields, ...changed };
      },
      async writeSlaStatus(_fields, groups) {
        note('jira.writeSlaStatus');
        for (const { status, issueIds } of groups) {
          for (const issue of issueIds.map(issueOf)) {
            issue.slaFields = { ...issue.slaFields, slaStatus: status === 'none' ? null : status };
          }
        }
      },
      async writeLevelsAsApp(issueId, edits) {
        note('jira.writeLevelsAsApp');
        const issue = issueOf(issueId);
        const levels = edits.map(({ fieldId, value }) => [fieldId === FIELD_IDS.impact ? 'impact' : 'urgency', value]);
        const current = { ...issue.history.current, ...(Object.fromEntries(levels) as Partial<TicketValues>) };
        issue.history = { ...issue.history, current };
      },
      async writeLevelsAsUser(issueId, { impact, urgency }: LevelEdit) {
        note('jira.writeLevelsAsUser');
        const text = (value: unknown): string | null => (typeof value === 'string' ? value : null);
        const set = { impact: text(impact.value), urgency: text(urgency.value) };
        edit(issueOf(issueId), memory.now, set, 'other');
      },
      async writeActionAsUser(issueId, lines, { at: _stamp, ...action }) {
        note('jira.writeActionAsUser');
        const issue = issueOf(issueId);
        const comment = { id: String(5_000 + memory.actions.length), at: memory.now };
        memory.actions.push({ issueId, lines, action });
        const comments = memory.listsComments
          ? [...issue.history.comments, { ...comment, author: 'agent' as const, isPublic: false, action }]
          : issue.history.comments;
        issue.history = { ...issue.history, comments };
        issue.updatedAt = memory.now;
        return comment;
      },
      async replyAsUser(issueKey, text) {
        note('jira.replyAsUser');
        const issue = issueOf(issueKey.replace('SUP-', ''));
        memory.replies.push({ issueKey, text });
        const id = `reply-${String(memory.replies.length)}`;
        const comment = { id, at: memory.now, author: 'agent', isPublic: true, action: null } as const;
        issue.history = { ...issue.history, comments: [...issue.history.comments, comment] };
      },
      async findIssues(projectIds, which, _fields, page) {
        note('jira.findIssues');
        const found = issuesFound(memory, projectIds, which);
        const from = Number(page.after ?? 0);
        const to = from + Math.min(page.size, memory.searchPage);
        return { issues: found.slice(from, to).map(sightingOf), next: to < found.length ? String(to) : null };
      },
      async countIssues(projectIds, which) {
        note('jira.countIssues');
        return issuesFound(memory, projectIds, which).length;
      },
      async seenByUser(issueIds) {
        note('jira.seenByUser');
        return issueIds
          .filter((id) => memory.issues.has(id) && !memory.hidden.has(id))
          .map((issueId) => ({ issueId, key: `SUP-${issueId}`, summary: `Ticket ${issueId}` }));
      },
      async lookUp(issueIds) {
        note('jira.lookUp');
        return new Map(issueIds.flatMap((id) => (memory.issues.has(id) ? [[id, issueOf(id).updatedAt] as const] : [])));
      },
      async issueKeys(issueIds) {
        note('jira.issueKeys');
        return new Map(issueIds.filter((id) => memory.issues.has(id)).map((id) => [id, `SUP-${id}`]));
      },
    },
    alerts: {
      async comment(issueId, text, flagKey) {
        note('alerts.comment');
        const issue = issueOf(issueId);
        memory.comments.push({ issueId, text, flagKey });
        issue.commentedFlags = [...issue.commentedFlags, flagKey];
        issue.updatedAt = memory.now;
      },
      async notify(issueId, text, to) {
        note('alerts.notify');
        memory.mails.push({ issueId, text, to });
      },
    },
    proposalComments: {
      async announce(issueId, lines, { kind, version, words, print }) {
        note('proposalComments.announce');
        memory.proposalComments.push({ by: 'agent', lines });
        const issue = issueOf(issueId);
        issue.announced = [...issue.announced, print];
        if (kind === 'proposed' && words !== null) issue.proposalWords = [...issue.proposalWords, { version, words }];
      },
      async answerAsCustomer(_requestKey, text) {
        note('proposalComments.answerAsCustomer');
        memory.proposalComments.push({ by: 'customer', lines: [text] });
      },
      async answerFor(_issueId, accountId, text) {
        note('proposalComments.answerFor');
        memory.proposalComments.push({ by: `app for ${accountId}`, lines: [text] });
      },
    },
    permissions: {
      async ofUserOnIssue() {
        note('permissions.ofUserOnIssue');
        return memory.permissions;
      },
      async ofUserOnProject() {
        note('permissions.ofUserOnProject');
        return memory.projectPermissions;
      },
      async userAdministers() {
        note('permissions.userAdministers');
        return memory.administers;
      },
      async requestSeenByUser(key) {
        note('permissions.requestSeenByUser');
        const issueId = memory.seenRequests.get(key);
        return issueId === undefined ? null : { issueId };
      },
      async requestPeople(key) {
        note('permissions.requestPeople');
        const accountIds = memory.requestPeople.get(key);
        return accountIds === undefined ? null : { issueId: memory.seenRequests.get(key) ?? '', accountIds };
      },
    },
    portal: {
      async projectOf(portalId) {
        note('portal.projectOf');
        return memory.portals.get(portalId) ?? null;
      },
      async formFields() {
        note('portal.formFields');
        return memory.formFields;
      },
      async ownOrganizations() {
        note('portal.ownOrganizations');
        return memory.ownOrganizations;
      },
    },
    site: {
      async now() {
        note('site.now');
        return memory.now;
      },
      async priorities() {
        note('site.priorities');
        return ['Highest', 'High', 'Medium', 'Low', 'Lowest'].map((name, index) => ({ id: String(index + 1), name }));
      },
      async projects() {
        note('site.projects');
        return [
          { id: '10000', key: 'SUP', name: 'Support', service: true },
          { id: '10001', key: 'DEV', name: 'Development', service: false },
        ];
      },
      async statuses() {
        note('site.statuses');
        return [
          { id: '1', name: 'Waiting for support', category: 'new' as const },
          { id: '2', name: 'In progress', category: 'indeterminate' as const },
          { id: '3', name: 'Waiting for customer', category: 'indeterminate' as const },
          { id: '4', name: 'Resolved', category: 'done' as const },
        ];
      },
      async groupsNamed(text) {
        note('site.groupsNamed');
        return memory.groupNames.filter((name) => name.includes(text)).map((name) => ({ id: `id-of-${name}`, name }));
      },
      async fieldIds() {
        note('site.fieldIds');
        return FIELD_IDS;
      },
      async resolutions() {
        note('site.resolutions');
        return [];
      },
      async selectFields() {
        note('site.selectFields');
        return [];
      },
      async fieldOptions() {
        note('site.fieldOptions');
        return [];
      },
      async ticketKinds() {
        note('site.ticketKinds');
        return { requestTypes: [], issueTypes: [] };
      },
      async organizations(start) {
        note('site.organizations');
        const page = memory.organizations.slice(start, start + 50);
        const next = start + page.length;
        return { organizations: page, next: next < memory.organizations.length ? next : null };
      },
      async organization(id) {
        note('site.organization');
        return memory.organizations.find((organization) => organization.id === id) ?? null;
      },
    },
    board: {
      async incidents(_query, _order, _fields, page) {
        note('board.incidents');
        const from = Number(page.after ?? 0);
        const to = from + page.size;
        return { incidents: memory.board.slice(from, to), next: to < memory.board.length ? String(to) : null };
      },
      async dueWithin(_query, { metric, within }, _fields, page) {
        note('board.dueWithin');
        const dueOf = ({ slaFields }: IncidentSighting): EpochMillis =>
          (metric === 'response' ? slaFields.responseDue : slaFields.resolutionDue) ?? -1;
        const due = memory.board
          .filter((incident) => dueOf(incident) >= memory.now && dueOf(incident) <= memory.now + within)
          .sort((a, b) => dueOf(a) - dueOf(b));
        return { incidents: due.slice(0, page.size), next: due.length > page.size ? String(page.size) : null };
      },
      async count(_query, state) {
        note('board.count');
        return memory.board.filter(({ slaFields }) => (slaFields.slaStatus ?? 'none') === state).length;
      },
      async project(projectId) {
        note('board.project');
        if (!memory.projectPermissions.browse) return null;
        return { projectId, key: 'SUP', name: 'Support', service: true };
      },
      async organizations() {
        note('board.organizations');
        return memory.organizations;
      },
      async assignees() {
        note('board.assignees');
        return [];
      },
    },
    screens: {
      async projects(projectIds) {
        note('screens.projects');
        return memory.screens.projects.filter(({ projectId }) => projectIds.includes(projectId));
      },
      async tabs(screenId) {
        note('screens.tabs');
        return memory.screens.tabs.get(screenId) ?? [];
      },
      async addField(screenId, tabId, fieldId) {
        note('screens.addField');
        const tabs = memory.screens.tabs.get(screenId) ?? [];
        memory.screens.tabs.set(
          screenId,
          tabs.map((tab) => (tab.tabId === tabId ? { ...tab, fieldIds: [...tab.fieldIds, fieldId] } : tab)),
        );
      },
      async requestTypes() {
        note('screens.requestTypes');
        return memory.screens.requestTypes;
      },
      async createForms(projectId) {
        note('screens.createForms');
        return memory.screens.createForms.get(projectId) ?? null;
      },
    },
    policies: {
      async tracking() {
        note('policies.tracking');
        return memory.tracking;
      },
      async version(number) {
        const version = memory.versions.get(number);
        if (version === undefined) throw new Error(`no version ${number} in memory`);
        return version;
      },
      async publish(version, tracking) {
        note('policies.publish');
        if (memory.versions.has(version.version)) return 'taken';
        memory.versions.set(version.version, version);
        memory.tracking = tracking;
        return 'published';
      },
      async saveTracking(tracking) {
        note('policies.saveTracking');
        memory.tracking = tracking;
      },
    },
    assignments: {
      async get(organizationId, from) {
        note('assignments.get');
        return memory.assignmentRows.get(`${organizationId}:${from}`) ?? null;
      },
      async ofOrganizations(ids) {
        note('assignments.ofOrganizations');
        return memory.assignments.filter(({ organizationId }) => ids.includes(organizationId));
      },
      async rowsOf(ids) {
        note('assignments.rowsOf');
        const wanted = new Set(ids);
        return [...memory.assignmentRows.values()].filter(({ organizationId }) => wanted.has(organizationId));
      },
      async standing(page) {
        note('assignments.standing');
        const all = memory.assignments.filter(({ removedAt }) => removedAt === undefined);
        const from = Number(page ?? 0);
        return { assignments: all.slice(from, from + 100), next: from + 100 < all.length ? String(from + 100) : null };
      },
      async saveAll(rows) {
        note('assignments.saveAll');
        const keyOf = ({ organizationId, from }: AssignmentRow): string => `${organizationId}:${from}`;
        const conflicts = rows.filter((row) => (memory.assignmentRows.get(keyOf(row))?.rev ?? 0) !== row.rev - 1);
        for (const row of rows) if (!conflicts.includes(row)) memory.assignmentRows.set(keyOf(row), row);
        return new Set(conflicts);
      },
    },
    imports: {
      async savePart(importId, part, lines) {
        note('imports.savePart');
        memory.importParts.set(`${importId}:${String(part)}`, lines);
      },
      async part(importId, part) {
        note('imports.part');
        return memory.importParts.get(`${importId}:${String(part)}`) ?? [];
      },
      async remove(importId, parts) {
        note('imports.remove');
        for (let part = 0; part < parts; part += 1) memory.importParts.delete(`${importId}:${String(part)}`);
      },
    },
    tickets: {
      async get(issueId) {
        note('tickets.get');
        return memory.rows.get(issueId) ?? null;
      },
      async save(row, change) {
        note('tickets.save');
        if ((memory.rows.get(row.issueId)?.rev ?? 0) !== row.rev - 1) return 'conflict';
        memory.rows.set(row.issueId, row);
        if (change !== undefined) changeResults(memory, row, change);
        return 'saved';
      },
      async saveAll(rows) {
        note('tickets.saveAll');
        const conflicts = rows.filter((row) => (memory.rows.get(row.issueId)?.rev ?? 0) !== row.rev - 1);
        for (const row of rows) if (!conflicts.includes(row)) memory.rows.set(row.issueId, row);
        return new Set(conflicts.map(({ issueId }) => issueId));
      },
      async remove(issueId) {
        note('tickets.remove');
        const row = memory.rows.get(issueId);
        if (row !== undefined) changeResults(memory, row, { put: [], remove: row.results ?? [], moved: [] });
        memory.rows.delete(issueId);
      },
      async dueBy(until) {
        note('tickets.dueBy');
        const due = [...memory.rows.values()].filter(
          ({ state, nextAt }) => state === 'open' && nextAt !== null && nextAt <= until,
        );
        return { rows: due.sort((a, b) => (a.nextAt ?? 0) - (b.nextAt ?? 0)), next: null };
      },
      async open() {
        note('tickets.open');
        return { rows: [...memory.rows.values()].filter(({ state }) => state === 'open'), next: null };
      },
      async stopped() {
        note('tickets.stopped');
        return { rows: [...memory.rows.values()].filter(({ state }) => state === 'stopped'), next: null };
      },
    },
    results: {
      async ofMonth(month, page) {
        note('results.ofMonth');
        const all = [...memory.results.values()]
          .filter((result) => result.month === month)
          .sort((a, b) => a.stoppedAt - b.stoppedAt);
        const from = Number(page ?? 0);
        const next = from + 100;
        return { results: all.slice(from, next), next: next < all.length ? String(next) : null };
      },
      async changeMark(month) {
        note('results.changeMark');
        return memory.marks.get(month) ?? null;
      },
      async months() {
        note('results.months');
        return [...memory.marks.keys()].sort();
      },
    },
    digests: {
      async digest(month) {
        note('digests.digest');
        return memory.digests.get(month) ?? null;
      },
      async saveDigest(digest) {
        note('digests.saveDigest');
        memory.digests.set(digest.month, digest);
      },
      async part(name) {
        note('digests.part');
        return memory.parts.get(name) ?? null;
      },
      async savePart(name, month, results) {
        note('digests.savePart');
        memory.parts.set(name, unpackResults(packResults(month, results)));
      },
      async removePart(name) {
        note('digests.removePart');
        memory.parts.delete(name);
      },
    },
    proposals: {
      async get(issueId) {
        note('proposals.get');
        return memory.proposals.get(issueId) ?? null;
      },
      async save(row) {
        note('proposals.save');
        if ((memory.proposals.get(row.issueId)?.rev ?? 0) !== row.rev - 1) return 'conflict';
        memory.proposals.set(row.issueId, row);
        return 'saved';
      },
      async inState(state) {
        note('proposals.inState');
        const rows = [...memory.proposals.values()].filter((row) => row.state === state);
        return { rows: rows.sort((a, b) => b.updatedAt - a.updatedAt), next: null };
      },
    },
    establishments: {
      async records() {
        note('establishments.records');
        return [...memory.establishments.values()];
      },
      async saveRecord(record) {
        note('establishments.saveRecord');
        memory.establishments.set(record.organizationId, record);
      },
      async groups() {
        note('establishments.groups');
        return [...memory.groups.values()].sort((a, b) => (a.code < b.code ? -1 : 1));
      },
      async saveGroup(group) {
        note('establishments.saveGroup');
        memory.groups.set(group.code, group);
      },
      async removeGroup(code) {
        note('establishments.removeGroup');
        memory.groups.delete(code);
      },
    },
    jobs: {
      async get(runId) {
        note('jobs.get');
        return memory.runs.get(runId) ?? null;
      },
      async save(run) {
        note('jobs.save');
        if ((memory.runs.get(run.runId)?.rev ?? 0) !== run.rev - 1) return 'conflict';
        memory.runs.set(run.runId, run);
        return 'saved';
      },
      async inState(state) {
        note('jobs.inState');
        return [...memory.runs.values()].filter((run) => run.state === state).sort((a, b) => a.startedAt - b.startedAt);
      },
      async remove(runId) {
        note('jobs.remove');
        memory.drafts.delete(runId);
        memory.runs.delete(runId);
      },
      async saveDraft(runId, draft) {
        note('jobs.saveDraft');
        memory.drafts.set(runId, draft);
      },
      async draft(runId) {
        note('jobs.draft');
        return memory.drafts.get(runId) ?? null;
      },
    },
    queue: {
      async track(issueIds) {
        note('queue.track');
        memory.tracked.push(...issueIds);
      },
      async fire(thresholds) {
        note('queue.fire');
        memory.fired.push(...thresholds);
      },
      async job(step, delay) {
        note('queue.job');
        memory.jobs.push({ ...step, delay });
      },
    },
    health: {
      async ofAppOnProject(projectId) {
        note('health.ofAppOnProject');
        return memory.appPermissions.get(projectId) ?? { browse: true, edit: true, comment: true };
      },
      async prioritiesOf(projectId) {
        note('health.prioritiesOf');
        return memory.projectPriorities.get(projectId) ?? ['1', '2', '3', '4'];
      },
      async organizationsOf(projectId) {
        note('health.organizationsOf');
        return memory.deskOrganizations.get(projectId) ?? [];
      },
    },
    diary: {
      flagged(late) {
        memory.lates.push(...late);
      },
      swept(at) {
        memory.sweptAt = at;
      },
      async keep() {},
      async pages() {
        note('diary.pages');
        return memory.diaryPages;
      },
    },
    notes: {
      async burst() {
        note('notes.burst');
        return memory.burst;
      },
      async saveBurst(burst) {
        note('notes.saveBurst');
        memory.burst = burst;
      },
      async heldUntil() {
        note('notes.heldUntil');
        return memory.heldUntil;
      },
      async hold(until) {
        note('notes.hold');
        memory.heldUntil = until;
      },
    },
    log: { info: () => undefined, warn: () => undefined, error: () => undefined },
  };
  return Object.assign(memory, { ports });
}

function changeResults(memory: Memory, row: TicketRow, change: ResultChange): void {
  const months = [...change.put.map(({ month }) => month), ...change.remove.map(({ month }) => month), ...change.moved];
  for (const month of months) memory.marks.set(month, { mark: `${row.issueId}:${String(row.rev)}`, at: memory.now });
  for (const result of change.put) memory.results.set(`${row.issueId}:${resultName(result)}`, result);
  for (const { name } of change.remove) memory.results.delete(`${row.issueId}:${name}`);
}

/** Puts an assignment on record, in a row of its own. */
export function recordAssignment(memory: Memory, assignment: PlanAssignment): void {
  const { organizationId, from } = assignment;
  memory.assignmentRows.set(`${organizationId}:${from}`, { organizationId, from, rev: 1, facts: [assignment] });
}

/** Puts an issue into memory, its fields of Cadran's empty. */
export function addIssue(
  memory: Memory,
  history: TicketHistory,
  extra: Partial<Omit<MemoryIssue, 'history' | 'issueId'>> = {},
): MemoryIssue {
  const { reporterOrganizationIds: _captured, ...rest } = history;
  const issue: MemoryIssue = {
    issueId: history.issueId,
    projectId: '10000',
    requestTypeId: '1',
    updatedAt: history.createdAt,
    reporterAccountId: 'qm:reporter',
    slaFields: NO_SLA_FIELDS,
    isAssigned: true,
    commentedFlags: [],
    proposalWords: [],
    announced: [],
    ...extra,
    history: rest,
  };
  memory.issues.set(issue.issueId, issue);
  return issue;
}

/** Edits an issue as a person, an automation or Cadran would: values, changelog and `updated`. */
export function edit(
  issue: MemoryIssue,
  at: EpochMillis,
  set: Partial<TicketValues>,
  author: 'cadran' | 'other' = 'other',
): void {
  const { current, edits } = issue.history;
  const was = Object.fromEntries(Object.keys(set).map((name) => [name, current[name as keyof TicketValues]]));
  const entry = { id: String(edits.length + 1), at, author, set, was };
  issue.history = { ...issue.history, current: { ...current, ...set }, edits: [...edits, entry] };
  issue.updatedAt = at;
}

function issuesFound(memory: Memory, projectIds: readonly string[], which: IssueFilter): MemoryIssue[] {
  return [...memory.issues.values()].filter(
    (issue) =>
      projectIds.includes(issue.projectId) &&
      ('open' in which ? issue.history.current.resolutionId === null : issue.updatedAt >= which.touchedSince),
  );
}

function sightingOf({ issueId, projectId, requestTypeId, updatedAt, history }: MemoryIssue): IssueSighting {
  return { issueId, projectId, issueTypeId: '10', requestTypeId, createdAt: history.createdAt, updatedAt };
}

function readingOf(issue: MemoryIssue): TicketReading {
  return {
    issueId: issue.issueId,
    issueKey: `SUP-${issue.issueId}`,
    projectId: issue.projectId,
    issueTypeId: '10',
    requestTypeId: issue.requestTypeId,
    updatedAt: issue.updatedAt,
    reporterAccountId: issue.reporterAccountId,
    customerAccountIds: issue.reporterAccountId === null ? [] : [issue.reporterAccountId],
    isAssigned: issue.isAssigned,
    formAnswers: issue.formAnswers ?? null,
    fixVersions: issue.fixVersions ?? [],
    requestLanguage: issue.requestLanguage ?? null,
    commentedFlags: issue.commentedFlags,
    proposalWords: issue.proposalWords,
    announced: issue.announced,
    history: issue.history,
    slaFields: issue.slaFields,
    statusNames: {},
    organizationNames: {},
  };
}
