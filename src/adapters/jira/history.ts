import * as v from 'valibot';
import type { AgentAction, CommentAuthor, HistoryComment, HistoryEdit, TicketValues } from '../../core/clock/history';
import type { FieldIds, LevelMappings, ProposalWords } from '../../services/ports';
import type { ChangelogHistory, ChangelogItem, CommentShape } from './shapes';

/** What marks Cadran's own edits in the changelog (rules.md §5). */
export const HISTORY_TYPE = 'cadran';

/** The comment property that carries an agent's action (rules.md §4). */
export const ACTION_PROPERTY = 'cadran.action';

/** The comment property that names the flag a comment of Cadran's is about (rules.md §8). */
export const FLAG_PROPERTY = 'cadran.flag';

/** The comment property that says which step of a proposal a comment is about, with the agent's words (rules.md §9). */
export const PROPOSAL_PROPERTY = 'cadran.proposal';

export type Edit = HistoryEdit & { readonly was: Partial<TicketValues> };

/** A changelog entry as an edit of the values clocks depend on; null when it touches none of them. */
export function editOf(history: ChangelogHistory, fields: FieldIds, mappings: LevelMappings): Edit | null {
  let set: Partial<TicketValues> = {};
  let was: Partial<TicketValues> = {};
  for (const item of history.items) {
    const change = changeOf(item, fields, mappings);
    if (change === null) continue;
    was = { ...was, ...change.was };
    set = { ...set, ...change.set };
  }
  if (Object.keys(set).length === 0) return null;
  const author = history.historyMetadata?.type === HISTORY_TYPE ? 'cadran' : 'other';
  return { id: history.id, at: history.created, author, set, was };
}

/** The level that an admin mapped to an option of a select field; null for an option without one. */
export function levelOfOption({ options }: NonNullable<LevelMappings['impact']>, optionId: string): string | null {
  return Object.hasOwn(options, optionId) ? (options[optionId] ?? null) : null;
}

interface Change {
  readonly set: Partial<TicketValues>;
  readonly was: Partial<TicketValues>;
}

/** Fields are matched by id: their names are translated. */
function changeOf(item: ChangelogItem, fields: FieldIds, mappings: LevelMappings): Change | null {
  const level = (name: 'impact' | 'urgency'): Change | null => {
    // Some sites send items without texts, and text is all that a text field has: the value then counts as it is now.
    if (item.from === null && item.to === null) return null;
    const mapping = mappings[name];
    const key = (value: string | null): string | null =>
      mapping === null ? value || null : levelOfOption(mapping, value ?? '');
    return { set: { [name]: key(item.to) }, was: { [name]: key(item.from) } };
  };
  switch (item.fieldId) {
    case 'priority':
      return { set: { priorityId: item.to }, was: { priorityId: item.from } };
    case 'status':
      return item.to === null || item.from === null
        ? null
        : { set: { statusId: item.to }, was: { statusId: item.from } };
    case 'resolution':
      return { set: { resolutionId: item.to }, was: { resolutionId: item.from } };
    case mappings.impact?.fieldId ?? fields.impact:
      return level('impact');
    case mappings.urgency?.fieldId ?? fields.urgency:
      return level('urgency');
    case fields.organizations:
      return organizationsChange(item);
    default:
      return null;
  }
}

/**
 * No recorded changelog item of the Organizations field is known; ids separated by commas are assumed. An item of any
 * other form is left out, and the ticket's organizations then count as those it has now from its creation.
 */
function organizationsChange(item: ChangelogItem): Change | null {
  const before = idList(item.from);
  const after = idList(item.to);
  return before === null || after === null
    ? null
    : { set: { organizationIds: after }, was: { organizationIds: before } };
}

function idList(value: string | null): readonly string[] | null {
  if (value === null || value.trim() === '') return [];
  const ids = value.split(',').map((id) => id.trim());
  return ids.every((id) => /^\d+$/.test(id)) ? ids : null;
}

/** The people of a ticket who are never its agents. */
export interface CustomerSide {
  readonly reporterAccountId: string | null;
  readonly participantAccountIds: readonly string[];
}

/** A comment as the response clock sees it. Unknown visibility is public: only `jsdPublic` false or the property hides it. */
export function commentOf(comment: CommentShape, people: CustomerSide): HistoryComment {
  const property = (key: string): unknown => comment.properties.find((candidate) => candidate.key === key)?.value;
  const visibility = v.safeParse(v.object({ internal: v.literal(true) }), property('sd.public.comment'));
  const action = v.safeParse(actionShape, property(ACTION_PROPERTY));
  const author = commentAuthor(comment, people);
  return {
    id: comment.id,
    at: comment.created,
    author,
    isPublic: comment.jsdPublic !== false && !visibility.success,
    action: action.success && author === 'agent' ? action.output : null,
  };
}

/** The flag that a comment of the app's is about; null for any other comment, whatever it carries. */
export function flagOf({ author, properties }: CommentShape): string | null {
  if (author?.accountType !== 'app') return null;
  const value = properties.find(({ key }) => key === FLAG_PROPERTY)?.value;
  return typeof value === 'string' ? value : null;
}

const announcementShape = v.object({
  v: v.literal(1),
  kind: v.literal('proposed'),
  version: v.number(),
  words: v.object({ en: v.string(), fr: v.string() }),
});

/** What an agent wrote with a cost proposed; null for a comment without words, and for anybody else's. */
export function proposalWordsOf(comment: CommentShape, people: CustomerSide): ProposalWords | null {
  const value = comment.properties.find(({ key }) => key === PROPOSAL_PROPERTY)?.value;
  const announcement = v.safeParse(announcementShape, value);
  if (!announcement.success || commentAuthor(comment, people) !== 'agent') return null;
  return { version: announcement.output.version, words: announcement.output.words };
}

const printShape = v.object({ v: v.literal(1), print: v.string() });

/** What an announcement of an agent's step is found by; null for any other comment, and for anybody else's. */
export function announcedIn(comment: CommentShape, people: CustomerSide): string | null {
  const value = v.safeParse(printShape, comment.properties.find(({ key }) => key === PROPOSAL_PROPERTY)?.value);
  return value.success && commentAuthor(comment, people) === 'agent' ? value.output.print : null;
}

function commentAuthor({ author }: CommentShape, people: CustomerSide): CommentAuthor {
  if (author === null) return 'app';
  if (author.accountType === 'app') return 'app';
  const ofCustomer =
    author.accountType === 'customer' ||
    author.accountId === people.reporterAccountId ||
    people.participantAccountIds.includes(author.accountId);
  return ofCustomer ? 'customer' : 'agent';
}

const actionShape = v.pipe(
  v.variant('kind', [
    v.object({
      v: v.literal(1),
      kind: v.literal('downgrade'),
      levels: v.pipe(v.number(), v.integer(), v.minValue(1)),
      reasonCode: v.string(),
    }),
    v.object({ v: v.literal(1), kind: v.literal('lift-downgrade') }),
    v.object({ v: v.literal(1), kind: v.literal('unavailable'), reasonCode: v.string() }),
    v.object({ v: v.literal(1), kind: v.literal('available') }),
    v.object({ v: v.literal(1), kind: v.literal('return-to-matrix') }),
    v.object({ v: v.literal(1), kind: v.literal('undo'), commentId: v.string() }),
  ]),
  v.transform(({ v: _version, ...action }): AgentAction => action),
);
