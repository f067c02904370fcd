/** Something of the site's that an admin chooses by its name. */
export interface SiteChoice {
  readonly id: string;
  readonly name: string;
}

/** What the admin page asks of the site while scope and field mappings are edited, read as the admin. */
export type SiteChoicesApi = {
  /** What tickets of a project are told apart by; request types in service projects only. */
  ticketKinds: {
    request: { readonly projectId: string };
    response: { readonly requestTypes: readonly SiteChoice[]; readonly issueTypes: readonly SiteChoice[] };
  };
  /** Select lists that may stand for impact and urgency, as JSM's own do. */
  selectFields: { request: Record<string, never>; response: { readonly fields: readonly SiteChoice[] } };
  fieldOptions: { request: { readonly fieldId: string }; response: { readonly options: readonly SiteChoice[] } };
  resolutions: { request: Record<string, never>; response: { readonly resolutions: readonly SiteChoice[] } };
};
