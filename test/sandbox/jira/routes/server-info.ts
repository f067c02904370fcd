/** GET serverInfo and servicedeskapi/info. */
import { ok } from '../http/answer';
import type { Route } from '../http/route';
import { jiraTimestamp, jsmDate } from '../views/times';

export const infoRoutes: readonly Route[] = [
  {
    method: 'GET',
    template: '/rest/api/3/serverInfo',
    audience: 'open',
    answer: (site) =>
      ok(
        {
          baseUrl: site.options.baseUrl,
          displayUrl: site.options.baseUrl,
          version: '1001.0.0-SNAPSHOT',
          versionNumbers: [1001, 0, 0],
          deploymentType: 'Cloud',
          buildNumber: 100_000,
          serverTime: jiraTimestamp(site.clock.now(), 'UTC'),
          serverTimeZone: 'Etc/UTC',
          serverTitle: 'Jira',
        },
        {},
      ),
  },
  {
    method: 'GET',
    template: '/rest/servicedeskapi/info',
    audience: 'open',
    answer: (site) =>
      ok(
        {
          version: '1001.0.0-SNAPSHOT',
          platformVersion: '1001.0.0-SNAPSHOT',
          buildDate: jsmDate(Date.UTC(2025, 0, 1), 'UTC'),
          isLicensedForUse: true,
          _links: { self: `${site.options.baseUrl}/rest/servicedeskapi/info` },
        },
        {},
      ),
  },
];
