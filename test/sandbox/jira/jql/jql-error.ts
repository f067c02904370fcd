/** A query that Jira refuses, with its words. */
export class JqlError extends Error {}
