/** GET field and field/search. */
import { ok } from '../http/answer';
import { listParam } from '../http/call';
import type { Route } from '../http/route';
import type { Field, JsonObject } from '../model';
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
];

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
