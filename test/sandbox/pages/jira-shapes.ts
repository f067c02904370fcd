/** The parts of Jira's answers that the pages read. */

export interface NamedThing {
  readonly id: string;
  readonly name: string;
}

export interface ProjectThing extends NamedThing {
  readonly key: string;
  readonly projectTypeKey: string;
}

export interface UserThing {
  readonly accountId: string;
  readonly displayName: string;
}

export interface StatusThing extends NamedThing {
  readonly statusCategory: { readonly key: string };
}

export interface CommentThing {
  readonly id: string;
  readonly author: UserThing;
  readonly body: unknown;
  readonly created: string;
  readonly jsdPublic?: boolean;
}

export interface HistoryThing {
  readonly id: string;
  readonly author: UserThing;
  readonly created: string;
  /** `field`, `fieldId`, `fromString` and `toString`, the last of which no interface can name without trouble. */
  readonly items: readonly Readonly<Record<string, unknown>>[];
}

export interface IssueThing {
  readonly id: string;
  readonly key: string;
  readonly fields: Readonly<Record<string, unknown>>;
  readonly changelog?: { readonly histories: readonly HistoryThing[] };
  readonly transitions?: readonly (NamedThing & { readonly to: StatusThing })[];
}

export interface FieldThing extends NamedThing {
  readonly schema?: { readonly custom?: string };
}

export interface Page<T> {
  readonly values: readonly T[];
}

export interface JsmDate {
  readonly epochMillis: number;
}

export interface RequestThing {
  readonly issueId: string;
  readonly issueKey: string;
  readonly summary: string;
  readonly requestTypeId: string;
  readonly serviceDeskId: string;
  readonly createdDate: JsmDate;
  readonly reporter?: UserThing;
  readonly requestFieldValues: readonly {
    readonly fieldId: string;
    readonly label: string;
    readonly value?: unknown;
  }[];
  readonly currentStatus: { readonly status: string; readonly statusCategory: string };
}

export interface RequestCommentThing {
  readonly id: string;
  readonly body: string;
  readonly author: UserThing;
  readonly created: JsmDate;
}

export interface RequestTypeThing extends NamedThing {
  readonly description: string;
}

export interface RequestTypeFieldThing {
  readonly fieldId: string;
  readonly name: string;
  readonly required: boolean;
  readonly jiraSchema: { readonly custom?: string };
}
