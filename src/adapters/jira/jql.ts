/** Text as JQL takes it: in quotes, its own quotes and backslashes escaped, so that nothing in it becomes a clause. */
export function quoted(text: string): string {
  return `"${text.replace(/[\\"]/g, '\\$&').replace(/[\r\n\t]+/g, ' ')}"`;
}

/** A custom field as JQL names it whatever the site calls it: `customfield_10050` is `cf[10050]`. */
export function clauseOf(fieldId: string): string {
  return fieldId.replace(/^customfield_(\d+)$/, 'cf[$1]');
}

/**
 * Words for `~`: each found by its beginning. Signs that would mean something to Jira's text search are left out.
 * Empty where there is no word.
 */
export function wordsFor(search: string): string {
  return (search.match(/[\p{L}\p{M}\p{N}]+/gu) ?? []).map((word) => `${word}*`).join(' ');
}
