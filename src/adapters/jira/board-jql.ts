import { MINUTE } from '../../core/time/instant';
import type { BoardFilter, BoardOrder, BoardState, DueQuestion, FieldIds, IncidentQuery } from '../../services/ports';
import { clauseOf, quoted, wordsFor } from './jql';

const OPEN_STATES = ['breached', 'near-breach', 'running', 'paused'];

/**
 * The open incidents of a board's filter, without an order. Words and keys are quoted: none becomes a clause. Not confirmed
 * on a live site: that JQL takes an organization by its id as well as by its name.
 */
export function incidentsJql({ projectId, filter, ranks }: IncidentQuery, fields: FieldIds): string {
  const order = clause(fields.handlingOrder);
  const plan = clause(fields.customerPlan);
  return all(
    `project = ${quoted(projectId)}`,
    // What Cadran tracks has a plan; out of subscription without a promise it still has its rank.
    `(${plan} is not EMPTY OR ${order} is not EMPTY)`,
    filter.state === null ? stateless(fields) : stateJql(filter.state, fields),
    ranks && `${order} >= ${ranks.first} AND ${order} <= ${ranks.last}`,
    filter.plan && `${plan} = ${quoted(filter.plan)}`,
    filter.organizationId && `${clause(fields.organizations)} = ${filter.organizationId}`,
    filter.assignee && assigneeJql(filter.assignee),
    searchJql(filter),
  );
}

/** As incidentsJql, in an order of the board. Where the order leaves two alike, the older ticket comes first. */
export function orderedJql(query: IncidentQuery, order: BoardOrder, fields: FieldIds): string {
  const rank = `${clause(fields.handlingOrder)} ASC`;
  const due = `${clause(fields.slaNextDue)} ASC`;
  const by = order === 'handling' ? [rank, due] : [due, rank];
  return `${incidentsJql(query, fields)} ORDER BY ${[...by, 'key ASC'].join(', ')}`;
}

/** Those of them whose clock of a metric falls due from now on and soon enough. */
export function dueJql(query: IncidentQuery, { metric, within }: DueQuestion, fields: FieldIds): string {
  const due = clause(metric === 'response' ? fields.responseDue : fields.resolutionDue);
  const soon = `${due} >= now() AND ${due} <= "${Math.round(within / MINUTE)}m"`;
  return `${all(incidentsJql(query, fields), soon)} ORDER BY ${due} ASC, key ASC`;
}

/** Those of them in one state, whatever state the filter shows. */
export function countJql(query: IncidentQuery, state: BoardState, fields: FieldIds): string {
  return incidentsJql({ ...query, filter: { ...query.filter, state } }, fields);
}

/** The ticket's key that a search names; null for any other search. */
export function soughtKey(search: string): string | null {
  const text = search.trim();
  return /^[a-z][a-z0-9_]+-\d+$/i.test(text) ? text.toUpperCase() : null;
}

function stateless(fields: FieldIds): string {
  const open = OPEN_STATES.map(quoted).join(', ');
  return `(${clause(fields.slaStatus)} in (${open}) OR (${stateJql('none', fields)}))`;
}

function stateJql(state: BoardState, { slaStatus }: FieldIds): string {
  if (state === 'none') return `${clause(slaStatus)} is EMPTY AND statusCategory != Done`;
  return `${clause(slaStatus)} = ${quoted(state)}`;
}

function assigneeJql(assignee: string): string {
  if (assignee === 'me') return 'assignee = currentUser()';
  return assignee === 'nobody' ? 'assignee is EMPTY' : `assignee = ${quoted(assignee)}`;
}

function searchJql({ search }: BoardFilter): string | null {
  const key = soughtKey(search);
  if (key !== null) return `key = ${quoted(key)}`;
  const words = wordsFor(search);
  return words === '' ? null : `text ~ ${quoted(words)}`;
}

function clause(fieldId: string | null): string {
  if (fieldId === null) throw new RangeError('the site lacks a field that the board lists by');
  return clauseOf(fieldId);
}

function all(...clauses: readonly (string | null)[]): string {
  return clauses.filter((one) => one !== null && one !== '').join(' AND ');
}
