/**
 * The parts of Jira's answers that Cadran reads. The contract's own schemas are stricter and looser than what sites send
 * (null, absent and numeric values where it says string), so these accept what was seen live.
 */
import * as v from 'valibot';
import type { EpochMillis } from '../../core/time/instant';

/** `2026-11-22T10:00:00.000+1100`, an offset without a colon, or epoch milliseconds (changelog/bulkfetch). */
export const jiraInstant = v.pipe(
  v.union([v.string(), v.number()]),
  v.rawTransform(({ dataset, addIssue, NEVER }): EpochMillis => {
    const { value } = dataset;
    const at = typeof value === 'number' ? value : Date.parse(value.replace(/([+-]\d{2})(\d{2})$/, '$1:$2'));
    if (Number.isFinite(at)) return at;
    addIssue({ message: 'not an instant' });
    return NEVER;
  }),
);

const nullishString = v.nullish(v.string(), null);

export const changelogItem = v.pipe(
  // A plain object inherits toString: only an own property counts.
  v.custom<object>((value) => typeof value === 'object' && value !== null),
  v.transform((item) => {
    const own = (name: string): unknown => (Object.hasOwn(item, name) ? (item as Record<string, unknown>)[name] : null);
    const text = (name: string): string | null => {
      const value = own(name);
      return typeof value === 'string' ? value : null;
    };
    return {
      fieldId: text('fieldId') ?? text('field') ?? '',
      from: text('from') ?? text('fromString'),
      to: text('to') ?? text('toString'),
      fromText: text('fromString'),
      toText: text('toString'),
    };
  }),
);
export type ChangelogItem = v.InferOutput<typeof changelogItem>;

export const changelogHistory = v.object({
  id: v.string(),
  created: jiraInstant,
  items: v.array(changelogItem),
  historyMetadata: v.nullish(v.object({ type: nullishString }), null),
});
export type ChangelogHistory = v.InferOutput<typeof changelogHistory>;

export const changelogPage = v.object({
  startAt: v.nullish(v.number(), 0),
  total: v.number(),
  histories: v.array(changelogHistory),
});

/** GET /issue/{id}/changelog names its list otherwise. */
export const changelogValues = v.object({
  total: v.number(),
  isLast: v.nullish(v.boolean(), null),
  values: v.array(changelogHistory),
});

const idOf = v.object({ id: v.string() });
const account = v.nullish(v.object({ accountId: v.string(), accountType: nullishString }), null);

const versionShape = v.object({
  name: v.string(),
  archived: v.nullish(v.boolean(), false),
  released: v.nullish(v.boolean(), false),
  releaseDate: nullishString,
});

export const issueShape = v.object({
  id: v.string(),
  key: v.string(),
  fields: v.looseObject({
    created: jiraInstant,
    updated: jiraInstant,
    project: v.object({ id: v.string(), projectTypeKey: nullishString }),
    issuetype: idOf,
    status: v.object({ id: v.string(), name: v.nullish(v.string(), '') }),
    priority: v.nullish(idOf, null),
    resolution: v.nullish(idOf, null),
    reporter: account,
    assignee: account,
    comment: v.nullish(v.object({ total: v.nullish(v.number(), 0) }), null),
    fixVersions: v.nullish(v.array(versionShape), []),
  }),
  changelog: changelogPage,
  properties: v.nullish(v.record(v.string(), v.unknown()), {}),
});
export type IssueShape = v.InferOutput<typeof issueShape>;

export const commentShape = v.object({
  id: v.string(),
  author: account,
  created: jiraInstant,
  jsdPublic: v.nullish(v.boolean(), null),
  properties: v.nullish(v.array(v.object({ key: v.string(), value: v.unknown() })), []),
});
export type CommentShape = v.InferOutput<typeof commentShape>;

export const commentPage = v.object({ total: v.number(), comments: v.array(commentShape) });

export const organizationList = v.array(
  v.object({
    id: v.pipe(v.union([v.string(), v.number()]), v.transform(String)),
    name: v.nullish(v.string(), ''),
  }),
);

export const requestTypeValue = v.object({
  requestType: v.nullish(v.object({ id: v.pipe(v.union([v.string(), v.number()]), v.transform(String)) }), null),
});

export const languageValue = v.object({ languageCode: v.string() });

export const accountList = v.array(v.object({ accountId: v.string() }));
