import type { PolicyDocument } from '../core/policy/document';

/** Fields of Cadran's that people see: the two they set, and those it keeps. */
export const SCREEN_FIELDS = [
  'impact',
  'urgency',
  'slaStatus',
  'slaNextDue',
  'responseDue',
  'resolutionDue',
  'customerPlan',
  'handlingOrder',
] as const;
export type ScreenField = (typeof SCREEN_FIELDS)[number];

/** What a screen is for: creating, editing or looking at tickets. */
export type ScreenUse = 'create' | 'edit' | 'view';

export interface ScreenPlan {
  readonly screenId: string;
  readonly name: string;
  readonly uses: readonly ScreenUse[];
  /** Fields that belong there and are not there yet. */
  readonly missing: readonly ScreenField[];
}

/** A form with the levels that it does not ask for. */
export interface FormPlan {
  readonly id: string;
  readonly name: string;
  readonly missing: readonly ('impact' | 'urgency')[];
}

export interface ProjectPlan {
  readonly projectId: string;
  /** Team-managed projects have no screens: their work types, or request types, are set up by hand. */
  readonly managed: 'company' | 'team';
  readonly screens: readonly ScreenPlan[];
  /** The portal's forms; empty outside service projects. */
  readonly requestTypes: readonly FormPlan[];
  /**
   * What is asked where a ticket of a team-managed project outside JSM is created, by work type; empty in other projects.
   * Null where Jira does not show it to this admin, so that nothing can be said. Read-only fields are on no such form:
   * whether a work type shows them, Jira tells nobody.
   */
  readonly workTypes: readonly FormPlan[] | null;
}

export interface FieldPlan {
  readonly projects: readonly ProjectPlan[];
}

/** What the set-up asks of the site, and a policy that comes as a file. */
export type SetUpApi = {
  /** Where the fields of Cadran's are still missing, in these projects; read as the admin. */
  fieldPlan: { request: { readonly projectIds: readonly string[] }; response: FieldPlan };
  /** Adds what is missing to these screens, as the admin; screens that Jira did not change are in `failed`. */
  addFields: {
    request: { readonly projectIds: readonly string[]; readonly screenIds: readonly string[] };
    response: { readonly plan: FieldPlan; readonly failed: readonly string[] };
  };
  /** Reads the text of an exported policy; refused with every problem at once. Nothing is kept: the page puts it in its draft. */
  readPolicy: { request: { readonly text: string }; response: { readonly document: PolicyDocument } };
};
