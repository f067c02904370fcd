/** Functions that name people: currentUser(), membersOf("group") and JSM's organizationMembers("organization"). */
import { JqlError } from './jql-error';
import type { Reader } from './searcher';

/** The accounts that a function stands for. Throws JqlError on one that does not exist. */
export function peopleFunction({ site, user }: Reader, name: string, args: readonly string[]): string[] {
  const [arg = ''] = args;
  switch (name.toLowerCase()) {
    case 'currentuser':
      return [user.accountId];
    case 'membersof':
      return Object.values(site.state.users)
        .filter(({ groups }) => groups.includes(arg))
        .map(({ accountId }) => accountId);
    case 'organizationmembers': {
      const organization = Object.values(site.state.organizations).find((candidate) => candidate.name === arg);
      if (organization === undefined) throw new JqlError(`The organization '${arg}' does not exist.`);
      return organization.memberIds;
    }
    default:
      throw new JqlError(`Unable to find JQL function '${name}(${args.join(', ')})'.`);
  }
}
