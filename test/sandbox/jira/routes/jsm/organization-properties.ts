/** Properties of organizations: invisible in the product, but readable by member customers. */
import { noContent, ok } from '../../http/answer';
import type { Route } from '../../http/route';
import { existing, put } from '../entity-properties';
import { organizationOf, requireAnyAgent } from './find-jsm';

const LIST = '/rest/servicedeskapi/organization/{organizationId}/property';
const ONE = `${LIST}/{propertyKey}`;

export const organizationPropertyRoutes: readonly Route[] = [
  {
    method: 'GET',
    template: LIST,
    audience: 'portal',
    // The live service answers `entityPropertyKeyBeans`, whatever its schema says.
    answer: (site, call) => {
      const { id, properties } = organizationOf(site, call);
      const self = `${site.options.baseUrl}/rest/servicedeskapi/organization/${id}/property`;
      return ok(
        { entityPropertyKeyBeans: Object.keys(properties).map((key) => ({ self: `${self}/${key}`, key })) },
        { core: 1 },
      );
    },
  },
  {
    method: 'GET',
    template: ONE,
    audience: 'portal',
    answer: (site, call) => {
      const { properties } = organizationOf(site, call);
      const key = existing(properties, call);
      return ok({ key, value: properties[key] ?? null }, { core: 1 });
    },
  },
  {
    method: 'PUT',
    template: ONE,
    audience: 'portal',
    answer: (site, call) => {
      requireAnyAgent(site, call);
      return put(organizationOf(site, call).properties, call);
    },
  },
  {
    method: 'DELETE',
    template: ONE,
    audience: 'portal',
    answer: (site, call) => {
      requireAnyAgent(site, call);
      const { properties } = organizationOf(site, call);
      delete properties[existing(properties, call)];
      return noContent();
    },
  },
];
