/** GET field and field/search, and the contexts and options of a select list. */
import { ok, platformError } from '../http/answer';
import { listParam } from '../http/call';
import type { Call } from '../http/call';
import type { Route } from '../http/route';
import { param } from '../http/route';
import type { Field, JsonObject } from '../model';
import type { Site } from '../site';
import { requireAdmin } from './find';
import { countOf, page, windowOf } from './paging';

const isCustom = (field: Field): boolean => field.schema.custom !== undefined;

const clauseNames = (field: Field): string[] =>
  isCustom(field) ? [`cf[${field.schema.customId}]`, field.name] : field.clauseNames;

export const fieldRoutes: readonly Route[] = [
  {
    method: 'GET',
    template: '/rest/api/3/field',
    audience: 'platform',
    answer: (site) => {
      const fields = Object.values(site.state.fields);
      return ok(fields.map(fieldView), { core: fields.length });
    },
  },
  {
    method: 'GET',
    template: '/rest/api/3/field/search',
    audience: 'platform',
    answer: (site, call) => {
      const types = listParam(call, 'type');
      const ids = listParam(call, 'id');
      const words = (call.query.get('query') ?? '').toLowerCase();
      const fields = Object.values(site.state.fields)
        .filter((field) => types.length === 0 || types.includes(isCustom(field) ? 'custom' : 'system'))
        .filter((field) => ids.length === 0 || ids.includes(field.id))
        .filter((field) => field.name.toLowerCase().includes(words))
        .sort((a, b) => a.name.localeCompare(b.name));
      const window = windowOf(call, 50, 50);
      return ok(page(site, call, fields, window, searchView), { core: countOf(fields, window) });
    },
  },
  {
    method: 'GET',
    template: '/rest/api/3/field/{fieldId}/context',
    audience: 'platform',
    answer: (site, call) => {
      const field = customFieldOf(site, call);
      const contexts = [{ id: contextIdOf(field), name: `Default Configuration Scheme for ${field.name}` }];
      const window = windowOf(call, 50);
      const show = (context: { id: string; name: string }): JsonObject => ({
        ...context,
        description: '',
        isGlobalContext: true,
        isAnyIssueType: true,
      });
      return ok(page(site, call, contexts, window, show), { core: countOf(contexts, window) });
    },
  },
  {
    method: 'GET',
    template: '/rest/api/3/field/{fieldId}/context/{contextId}/option',
    audience: 'platform',
    answer: (site, call) => {
      const field = customFieldOf(site, call);
      if (param(call, 'contextId') !== contextIdOf(field)) throw platformError(404, ['The context was not found.']);
      const window = windowOf(call, 100);
      const show = ({ id, value }: Field['options'][number]): JsonObject => ({ id, value, disabled: false });
      return ok(page(site, call, field.options, window, show), { core: countOf(field.options, window) });
    },
  },
];

/** Each custom field has the one context that Jira gives it at first. */
function contextIdOf({ schema }: Field): string {
  return String(20_000 + (schema.customId ?? 0));
}

function customFieldOf(site: Site, call: Call): Field {
  requireAdmin(site, call);
  const field = site.state.fields[param(call, 'fieldId')];
  if (field === undefined || !isCustom(field)) throw platformError(404, ['The custom field was not found.']);
  return field;
}

function fieldView(field: Field): JsonObject {
  return {
    id: field.id,
    key: field.id,
    name: field.name,
    custom: isCustom(field),
    orderable: true,
    navigable: true,
    searchable: true,
    clauseNames: clauseNames(field),
    schema: { ...field.schema },
  };
}

function searchView(field: Field): JsonObject {
  return {
    id: field.id,
    key: field.id,
    name: field.name,
    schema: { ...field.schema },
    isLocked: field.app !== null,
    description: '',
  };
}
