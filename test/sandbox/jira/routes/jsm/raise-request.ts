/** POST request: a customer, or an agent on a customer's behalf, raises a request with the form's fields. */
import { documentOf } from '../../fields/adf';
import { parseEdited } from '../../fields/parse-edited';
import { ORGANIZATIONS, PARTICIPANTS, REQUEST_TYPE } from '../../fields/system-fields';
import { jsmError } from '../../http/answer';
import type { Call } from '../../http/call';
import { accountOf, bodyOf, idList, isRecord } from '../../http/call';
import type { Field, Issue, Json, Project, RequestType, User } from '../../model';
import { isAgent, isCustomerOfDesk } from '../../permissions';
import type { Site } from '../../site';
import { actOf } from '../../writes/act';
import { createIssue, requestDefaults } from '../../writes/create-issue';
import { parseProperties } from '../../writes/parse-comment';
import { formFields, presetValues } from './service-desks';
import { requestTypeOf } from './find-jsm';

/**
 * Makes the request's issue. 400 names every field that is missing or wrong.
 * The site's own pages may also send `properties`, which the real portal sets for portalRequestCreatePropertyPanel.
 */
export function raiseRequest(site: Site, call: Call): Issue {
  const body = bodyOf(call);
  const caller = accountOf(call);
  const project = site.serviceDesk(String(body['serviceDeskId']));
  if (project === undefined || !isCustomerOfDesk(site, caller, project)) {
    throw jsmError(
      403,
      'You do not have permission to create a request in this service project.',
      'sd.create.forbidden',
    );
  }
  const type = requestTypeOf(site, project, String(body['requestTypeId']));
  const reporter = reporterOf(site, project, caller, body['raiseOnBehalfOf']);
  const participantIds = idList(body, 'requestParticipants');
  const unknown = participantIds.find((id) => site.state.users[id] === undefined);
  if (unknown !== undefined) throw jsmError(400, `The participant ${unknown} does not exist.`);
  const values = {
    ...requestDefaults(site, project, reporter.accountId),
    ...presetValues(site, type),
    ...formValues(site, project, type, reporter, body['requestFieldValues'], body['isAdfRequest'] === true),
    reporter: reporter.accountId,
    [REQUEST_TYPE]: type.id,
    [PARTICIPANTS]: participantIds,
  };
  const properties = call.throughApp ? {} : parseProperties(body['properties']);
  const act = { ...actOf(site, call), accountId: caller.accountId };
  return createIssue(site, { project, issueTypeId: type.issueTypeId, values, properties }, act);
}

function reporterOf(site: Site, project: Project, caller: User, onBehalfOf: unknown): User {
  if (onBehalfOf === undefined || onBehalfOf === null || onBehalfOf === caller.accountId) return caller;
  if (!isAgent(site, caller, project))
    throw jsmError(403, 'You do not have permission to raise a request on behalf of another customer.');
  const user = typeof onBehalfOf === 'string' ? site.state.users[onBehalfOf] : undefined;
  if (user === undefined) throw jsmError(400, 'The customer on whose behalf the request is raised does not exist.');
  return user;
}

function formValues(
  site: Site,
  project: Project,
  type: RequestType,
  reporter: User,
  input: unknown,
  isAdf: boolean,
): Record<string, Json> {
  const given = isRecord(input) ? input : {};
  const form = formFields(site, type);
  const problems: string[] = [];
  const values: Record<string, Json> = {};
  for (const { field, required } of form) {
    const value = given[field.id];
    if (value === undefined || value === null || value === '') {
      if (required) problems.push(`${field.name} is required`);
      continue;
    }
    const parsed = parseEdited(site, field, project, formInput(field, value, isAdf));
    if (parsed.ok) values[field.id] = parsed.value;
    else problems.push(`${field.name}: ${parsed.error}`);
  }
  for (const id of Object.keys(given)) {
    if (id === ORGANIZATIONS) values[id] = ownOrganizations(site, project, reporter, given[id]);
    else if (!form.some(({ field }) => field.id === id)) problems.push(`Field ${id} is not on the request type's form`);
  }
  if (problems.length > 0)
    throw jsmError(
      400,
      `Your request could not be created. Please check the fields have been filled in correctly. ${problems.join('; ')}`,
    );
  return values;
}

/** The portal's form sends a description as plain text unless isAdfRequest says otherwise. */
const formInput = (field: Field, value: unknown, isAdf: boolean): unknown =>
  field.kind === 'adf' && typeof value === 'string' && !isAdf ? documentOf(value) : value;

/** A customer shares a request with organizations of their own alone; an empty list shares it with none. */
function ownOrganizations(site: Site, project: Project, reporter: User, input: unknown): Json {
  const own = site.organizationsOf(reporter.accountId).filter(({ id }) => project.organizationIds.includes(id));
  const ids = Array.isArray(input) ? input.map(String) : [];
  const foreign = ids.find((id) => !own.some((organization) => organization.id === id));
  if (foreign !== undefined) throw jsmError(400, `The request cannot be shared with organization ${foreign}.`);
  return ids;
}
