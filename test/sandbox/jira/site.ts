/** The site: its state with the look-ups that every route needs, the ids it gives out, and the events it has to raise. */
import type { ProductEvent, SiteClock } from '../seam';
import type { Field, Issue, Organization, Project, SiteState, User } from './model';
import type { JiraOptions } from './options';

export class Site {
  /** Events of the call in hand, delivered when its answer is ready. */
  readonly pending: ProductEvent[] = [];
  private byKey = new Map<string, string>();
  private byComment = new Map<string, string>();

  constructor(
    public state: SiteState,
    readonly clock: SiteClock,
    public options: JiraOptions,
  ) {
    this.replaceState(state);
  }

  replaceState(state: SiteState): void {
    this.state = state;
    this.byKey = new Map();
    this.byComment = new Map();
    for (const issue of Object.values(state.issues)) this.index(issue);
  }

  /** The next free id of the site: numbers as strings, never given twice. */
  nextId(): string {
    this.state.lastId += 1;
    return String(this.state.lastId);
  }

  addIssue(issue: Issue): void {
    this.state.issues[issue.id] = issue;
    this.index(issue);
  }

  removeIssue(issue: Issue): void {
    delete this.state.issues[issue.id];
    this.byKey.delete(issue.key);
    for (const comment of issue.comments) this.byComment.delete(comment.id);
  }

  indexComment(commentId: string, issueId: string): void {
    this.byComment.set(commentId, issueId);
  }

  issue(idOrKey: string): Issue | undefined {
    return this.state.issues[this.byKey.get(idOrKey.toUpperCase()) ?? idOrKey];
  }

  issueOfComment(commentId: string): Issue | undefined {
    return this.state.issues[this.byComment.get(commentId) ?? ''];
  }

  /** A user; throws on an unknown account, which only a mistake in a seed can cause. */
  user(accountId: string): User {
    const user = this.state.users[accountId];
    if (user === undefined) throw new Error(`no user ${accountId} on the site`);
    return user;
  }

  project(idOrKey: string): Project | undefined {
    return (
      this.state.projects[idOrKey] ??
      Object.values(this.state.projects).find((project) => project.key === idOrKey.toUpperCase())
    );
  }

  projectOf(issue: Issue): Project {
    const project = this.state.projects[issue.projectId];
    if (project === undefined) throw new Error(`no project ${issue.projectId} on the site`);
    return project;
  }

  /** By its own id; JSM takes the project's id or key for it too. */
  serviceDesk(serviceDeskId: string): Project | undefined {
    const desks = Object.values(this.state.projects).filter((project) => project.serviceDeskId !== null);
    return (
      desks.find((project) => project.serviceDeskId === serviceDeskId) ??
      desks.find(({ id, key }) => id === serviceDeskId || key === serviceDeskId)
    );
  }

  /** A field by id, or an app field by the ARI in its schema. */
  field(idOrKey: string): Field | undefined {
    return (
      this.state.fields[idOrKey] ?? Object.values(this.state.fields).find((field) => field.schema.custom === idOrKey)
    );
  }

  organizationsOf(accountId: string): Organization[] {
    return Object.values(this.state.organizations).filter((organization) => organization.memberIds.includes(accountId));
  }

  private index(issue: Issue): void {
    this.byKey.set(issue.key, issue.id);
    for (const comment of issue.comments) this.byComment.set(comment.id, issue.id);
  }
}
