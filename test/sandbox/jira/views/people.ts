/** People as the platform and servicedeskapi show them. Addresses are never shown: accounts keep them private. */
import type { JsonObject, User } from '../model';
import type { Site } from '../site';

const avatars = (site: Site, accountId: string): JsonObject => {
  const url = `${site.options.baseUrl}/avatars/${encodeURIComponent(accountId)}`;
  return { '48x48': url, '24x24': url, '16x16': url, '32x32': url };
};

const self = (site: Site, accountId: string): string =>
  `${site.options.baseUrl}/rest/api/3/user?accountId=${encodeURIComponent(accountId)}`;

/** A user inside an issue, comment or history. */
export function userView(site: Site, user: User): JsonObject {
  return {
    self: self(site, user.accountId),
    accountId: user.accountId,
    accountType: user.accountType,
    avatarUrls: avatars(site, user.accountId),
    displayName: user.displayName,
    active: user.active,
    timeZone: user.timeZone,
  };
}

/** A user as `/user` and `/myself` answer: with locale (`fr_CA`) and, on `/myself`, their own address. */
export function accountView(site: Site, user: User, isSelf: boolean): JsonObject {
  return {
    ...userView(site, user),
    ...(isSelf && user.emailAddress !== null ? { emailAddress: user.emailAddress } : {}),
    locale: user.locale.replace('-', '_'),
    groups: { size: user.groups.length, items: [] },
    applicationRoles: { size: user.licence === 'jira' ? 1 : 0, items: [] },
    expand: 'groups,applicationRoles',
  };
}

/** A user in servicedeskapi. */
export function jsmUserView(site: Site, user: User): JsonObject {
  return {
    accountId: user.accountId,
    displayName: user.displayName,
    active: user.active,
    timeZone: user.timeZone,
    _links: {
      jiraRest: self(site, user.accountId),
      avatarUrls: avatars(site, user.accountId),
      self: self(site, user.accountId),
    },
  };
}
