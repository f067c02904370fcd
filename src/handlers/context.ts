import * as v from 'valibot';
import type { Caller } from '../services/authorize';

/**
 * What a resolver is told of its caller. The platform vouches for these (app-context-security); what a payload says of
 * them is never believed.
 */
const callerShape = v.pipe(
  v.object({
    accountId: v.nullish(v.string(), null),
    accountType: v.nullish(v.picklist(['licensed', 'unlicensed', 'customer', 'anonymous']), 'anonymous'),
  }),
  v.transform(({ accountId, accountType }): Caller => ({
    accountId: accountId === '' || accountId === 'unidentified' ? null : accountId,
    accountType,
  })),
);

/** The caller; one without account or type is an anonymous one. */
export function callerOf(context: unknown): Caller {
  const parsed = v.safeParse(callerShape, context);
  return parsed.success ? parsed.output : { accountId: null, accountType: 'anonymous' };
}

const issueContext = v.object({
  extension: v.object({
    type: v.literal('jira:issueContext'),
    issue: v.object({ id: v.pipe(v.union([v.string(), v.number()]), v.transform(String)), key: v.string() }),
    project: v.object({ type: v.nullish(v.string(), null) }),
  }),
});

export interface IssueContext {
  readonly issueId: string;
  readonly issueKey: string;
  readonly projectType: string | null;
}

/** The issue an agent panel stands on; null in any other module. */
export function issueOf(context: unknown): IssueContext | null {
  const parsed = v.safeParse(issueContext, context);
  if (!parsed.success) return null;
  const { issue, project } = parsed.output.extension;
  return { issueId: issue.id, issueKey: issue.key, projectType: project.type };
}

const requestContext = v.object({
  extension: v.object({
    type: v.literal('jiraServiceManagement:portalRequestDetailPanel'),
    request: v.object({ key: v.string() }),
  }),
});

/** The request a customer panel stands on; null in any other module. */
export function requestOf(context: unknown): { readonly requestKey: string } | null {
  const parsed = v.safeParse(requestContext, context);
  return parsed.success ? { requestKey: parsed.output.extension.request.key } : null;
}

const projectContext = v.object({
  extension: v.object({
    type: v.literal('jira:projectPage'),
    project: v.object({
      id: v.pipe(v.union([v.string(), v.number()]), v.transform(String)),
      key: v.string(),
      type: v.nullish(v.string(), null),
    }),
  }),
});

export interface ProjectContext {
  readonly projectId: string;
  readonly projectKey: string;
  readonly projectType: string | null;
}

/** The project that a board stands in; null in any other module. */
export function projectOf(context: unknown): ProjectContext | null {
  const parsed = v.safeParse(projectContext, context);
  if (!parsed.success) return null;
  const { id, key, type } = parsed.output.extension.project;
  return { projectId: id, projectKey: key, projectType: type };
}

const gadgetContext = v.object({
  extension: v.object({
    type: v.literal('jira:dashboardGadget'),
    gadgetConfiguration: v.nullish(
      v.object({ projectId: v.nullish(v.pipe(v.string(), v.regex(/^\d{1,20}$/)), null) }),
      null,
    ),
  }),
});

/**
 * The project that a gadget is set to; `projectId` is null before somebody chose one, the whole null in any other module.
 * Whoever owns the dashboard chose it, so it says nothing of what its reader may see. Not confirmed on a live site: that
 * `gadgetConfiguration` is what the gadget's edit view submitted, whole and of the same types.
 */
export function gadgetOf(context: unknown): { readonly projectId: string | null } | null {
  const parsed = v.safeParse(gadgetContext, context);
  return parsed.success ? { projectId: parsed.output.extension.gadgetConfiguration?.projectId ?? null } : null;
}

/** Whether the call comes from a module of this type. */
export function isModule(context: unknown, type: string): boolean {
  return v.is(v.object({ extension: v.object({ type: v.literal(type) }) }), context);
}

/** Names under which a context vouches for what a payload might name too. */
const TRUSTED_NAMES = [
  'issueId',
  'issueKey',
  'requestKey',
  'projectId',
  'projectKey',
  'portalId',
  'requestTypeId',
] as const;

/**
 * Whether a payload names another issue, request, project or form than the context. Names are compared, so a payload
 * without any agrees.
 */
export function disagrees(
  payload: unknown,
  context: { readonly [Name in (typeof TRUSTED_NAMES)[number]]?: string | null },
): boolean {
  if (typeof payload !== 'object' || payload === null) return false;
  return TRUSTED_NAMES.some(
    (name) => Object.hasOwn(payload, name) && (payload as Record<string, unknown>)[name] !== context[name],
  );
}
