/**
 * The shape of a policy document that comes from outside: a draft from the browser, an import, the store. It says what is
 * malformed; whether the policy makes sense is checkPolicy's. Names of keys are checked here, so that none can reach
 * Object.prototype. One file, because the parts make no sense apart.
 */
import * as v from 'valibot';
import { checkCalendar, type SlaCalendar } from '../core/time/calendar';
import type { PolicyDocument, PolicyVersion } from '../core/policy/document';
import type { Problem } from '../contract/answer';
import { documentProblem } from './document-problem';
import { unknownMembers } from './unknown-members';

const MAX_TEXT = 4_000;
const MAX_LIST = 500;

const text = v.pipe(v.string(), v.maxLength(MAX_TEXT));
const isReserved = (name: string): boolean => name === 'prototype' || Object.hasOwn(Object.prototype, name);
const key = v.pipe(
  v.string(),
  v.regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,39}$/, 'key'),
  v.check((value) => !isReserved(value), 'key'),
);
const jiraId = v.pipe(
  v.string(),
  v.regex(/^[\w:.-]{1,100}$/, 'id'),
  v.check((value) => !isReserved(value), 'id'),
);
const list = <T extends v.GenericSchema>(item: T) => v.pipe(v.array(item), v.maxLength(MAX_LIST));
const date = v.pipe(v.string(), v.isoDate());

const bilingual = v.strictObject({ en: text, fr: text });
const published = v.strictObject({ en: v.nullable(text), fr: v.nullable(text) });
const policyText = v.strictObject({ published, shown: bilingual });

const duration = v.strictObject({
  unit: v.picklist(['minutes', 'hours', 'days', 'business-days']),
  amount: v.pipe(v.number(), v.finite(), v.minValue(0), v.maxValue(100_000)),
});

const level = v.strictObject({
  key,
  label: policyText,
  description: policyText,
  matrixLabel: v.exactOptional(policyText),
});

const goal = v.strictObject({ target: duration, calendar: key, published });

const plan = v.strictObject({
  key,
  label: policyText,
  rank: v.pipe(v.number(), v.finite()),
  goals: v.record(key, v.strictObject({ response: v.exactOptional(goal), resolution: v.exactOptional(goal) })),
  entitlements: list(
    v.strictObject({ key, label: policyText, inclusion: v.picklist(['included', 'not-included', 'not-stated']) }),
  ),
  portalVisibility: v.picklist(['state-and-times', 'state', 'nothing']),
  price: v.variant('kind', [
    v.strictObject({ kind: v.literal('included') }),
    v.strictObject({
      kind: v.literal('percent-of-subscription'),
      percent: v.pipe(v.number(), v.minValue(0), v.maxValue(1_000)),
    }),
  ]),
});

const hours = list(v.strictObject({ start: text, end: text }));

const weeklyCalendar = v.strictObject({
  timeZone: text,
  weeklyHours: v.strictObject({
    1: v.exactOptional(hours),
    2: v.exactOptional(hours),
    3: v.exactOptional(hours),
    4: v.exactOptional(hours),
    5: v.exactOptional(hours),
    6: v.exactOptional(hours),
    7: v.exactOptional(hours),
  }),
  holidays: v.exactOptional(list(v.strictObject({ date: text, name: v.exactOptional(bilingual) })), []),
  exceptions: v.exactOptional(list(v.strictObject({ date: text, hours })), []),
});

const alwaysCalendar = v.strictObject({ timeZone: text, always: v.literal(true) });

/** Its shape first, then what checkCalendar says of it, each fault at its own place. */
const calendar = v.pipe(
  v.lazy((value): v.GenericSchema<unknown, SlaCalendar> =>
    typeof value === 'object' && value !== null && Object.hasOwn(value, 'always') ? alwaysCalendar : weeklyCalendar,
  ),
  v.rawCheck(({ dataset, addIssue }) => {
    if (!dataset.typed) return;
    for (const { code, where } of checkCalendar(dataset.value))
      addIssue({ message: code, path: pathOf(where, dataset.value) });
  }),
);

type IssuePath = [v.IssuePathItem, ...v.IssuePathItem[]];

/** `weeklyHours.1[0].start` as valibot names places. */
function pathOf(where: string, input: unknown): IssuePath | undefined {
  const [first, ...rest] = where
    .split(/[.[\]]+/)
    .filter((key) => key !== '')
    .map((key): v.IssuePathItem => ({ type: 'unknown', origin: 'value', input, key, value: undefined }));
  return first === undefined ? undefined : [first, ...rest];
}

const threshold = v.variant('kind', [
  v.strictObject({ kind: v.literal('percent'), percent: v.pipe(v.number(), v.gtValue(0), v.ltValue(100)) }),
  v.strictObject({ kind: v.literal('remaining'), remaining: duration }),
]);

export const scopeSchema = list(
  v.strictObject({
    projectId: jiraId,
    requestTypeId: v.nullable(jiraId),
    issueTypeId: v.nullable(jiraId),
    kind: v.picklist(['incident', 'feature', 'none']),
  }),
);

const levelField = v.nullable(v.strictObject({ fieldId: jiraId, options: v.record(jiraId, key) }));

/** Typed by the document, so that the compiler holds the two together. */
export const policyDocumentSchema: v.GenericSchema<unknown, PolicyDocument> = v.strictObject({
  schemaVersion: v.literal(1),
  key,
  title: policyText,
  updated: v.nullable(v.strictObject({ date, text: policyText })),
  clauses: list(v.strictObject({ key, text: policyText })),
  impacts: list(level),
  urgencies: list(level),
  matrix: v.record(key, v.record(key, key)),
  priorities: list(v.strictObject({ key, label: bilingual, jiraPriorityId: v.nullable(jiraId) })),
  plans: list(plan),
  defaultPlan: key,
  calendars: v.record(
    key,
    v.strictObject({
      label: bilingual,
      calendar,
      holidaySource: v.nullable(v.strictObject({ country: text, region: v.nullable(text) })),
    }),
  ),
  defaultCalendar: key,
  thresholds: list(threshold),
  scope: scopeSchema,
  pauseStatusIds: list(jiraId),
  extraDoneStatusIds: list(jiraId),
  statusCategories: v.record(jiraId, v.picklist(['new', 'indeterminate', 'done'])),
  resolutionIdsApart: list(jiraId),
  modes: v.strictObject({
    retarget: v.picklist(['carry', 'restart', 'retroactive']),
    reopen: v.picklist(['continue', 'new-cycle']),
    duty: v.picklist(['exempt', 'pause']),
    outOfSubscription: v.picklist(['default-plan', 'no-promise']),
    laterPlanReachesOpenTickets: v.boolean(),
  }),
  duty: v.strictObject({ priorities: list(key), text: policyText }),
  reasons: list(v.strictObject({ key, label: bilingual })),
  orderingBodies: list(v.strictObject({ key, label: bilingual })),
  levelFields: v.strictObject({ impact: levelField, urgency: levelField }),
  alerts: v.strictObject({
    comment: v.boolean(),
    notify: v.boolean(),
    unassignedGroup: v.nullable(text),
    language: v.picklist(['en', 'fr']),
    quietOutsideHours: v.boolean(),
    // Documents stored or exported before there was this member tell of every priority.
    priorities: v.optional(v.nullable(list(key)), null),
  }),
  // Documents stored or exported before there was this member allow nothing.
  portal: v.optional(
    v.strictObject({
      showOtherPlans: v.boolean(),
      preparedReplies: v.boolean(),
      pausesForOthers: v.exactOptional(list(jiraId)),
    }),
    { showOtherPlans: false, preparedReplies: false },
  ),
  accepted: list(text),
});

const instant = v.pipe(v.number(), v.integer(), v.minValue(0));

export const policyVersionSchema: v.GenericSchema<unknown, PolicyVersion> = v.object({
  version: v.pipe(v.number(), v.integer(), v.minValue(1)),
  publishedAt: instant,
  trackedFrom: instant,
  document: policyDocumentSchema,
});

const fieldId = v.nullable(jiraId);

export const fieldIdsSchema = v.object({
  impact: fieldId,
  urgency: fieldId,
  slaStatus: fieldId,
  slaNextDue: fieldId,
  responseDue: fieldId,
  resolutionDue: fieldId,
  customerPlan: fieldId,
  handlingOrder: fieldId,
  organizations: fieldId,
  requestType: fieldId,
  participants: fieldId,
  // Settings stored before this field was read lack it, until fields are found anew.
  requestLanguage: v.optional(fieldId, null),
});

export type ParsedDocument =
  | { readonly ok: true; readonly document: PolicyDocument }
  | { readonly ok: false; readonly problems: readonly Problem[] };

/** What a version of a document may take of the store's 240 KiB a value, its frame left out. */
export const MOST_DOCUMENT_BYTES = 239 * 1024;

/** Reads a policy document from outside; every problem at once, each with its place. */
export function parsePolicyDocument(value: unknown): ParsedDocument {
  const bytes = new TextEncoder().encode(JSON.stringify(value)).length;
  if (bytes > MOST_DOCUMENT_BYTES) {
    return {
      ok: false,
      problems: [{ code: 'document.too-large', path: '', values: { bytes, most: MOST_DOCUMENT_BYTES } }],
    };
  }
  const unknown = unknownMembers(policyDocumentSchema, value);
  const parsed = v.safeParse(policyDocumentSchema, value);
  const lists = unknown.filter(({ code }) => code === 'document.not-an-object').map(({ path }) => path);
  const others = (parsed.issues ?? [])
    .flatMap(documentProblem)
    .filter(({ path }) => !lists.some((list) => list === '' || path === list || path.startsWith(`${list}.`)));
  const problems = [...unknown, ...others];
  return parsed.success && problems.length === 0 ? { ok: true, document: parsed.output } : { ok: false, problems };
}
