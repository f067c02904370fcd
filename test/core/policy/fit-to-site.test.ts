/** A policy fitted to a site: by the names of what the site has, or as the site's own policy has it. */
import { fittedToSite, withSiteOf, type SiteFacts } from '../../../src/core/policy/fit-to-site';
import { stagePlus } from '../../../src/core/policy/presets/stage-plus';

const site: SiteFacts = {
  priorities: [
    { id: '1', name: 'Highest' },
    { id: '2', name: 'High' },
    { id: '3', name: 'P1' },
  ],
  projects: [
    { id: '10', service: true },
    { id: '11', service: false },
    { id: '12', service: true },
  ],
  statuses: [
    { id: '21', name: 'Waiting for customer', category: 'indeterminate' },
    { id: '22', name: 'En attente du CLIENT', category: 'new' },
    { id: '23', name: 'Closed by customer', category: 'done' },
    { id: '24', name: 'Work in progress', category: 'indeterminate' },
  ],
};
const idsOf = ({ priorities }: { readonly priorities: readonly { readonly jiraPriorityId: string | null }[] }) =>
  priorities.map(({ jiraPriorityId }) => jiraPriorityId);

describe('the first guess for a site', () => {
  const fitted = fittedToSite(stagePlus(), site);

  it('takes a priority of the same name, else the one at the same place, else none', () => {
    expect(idsOf(fitted)).toEqual(['3', '2', '3', null]);
  });

  it('counts all of every service project as incidents, and no other project', () => {
    expect(fitted.scope).toEqual(
      ['10', '12'].map((projectId) => ({ projectId, requestTypeId: null, issueTypeId: null, kind: 'incident' })),
    );
  });

  it('pauses where a status that is not done waits for the customer, and knows the category of each', () => {
    expect(fitted.pauseStatusIds).toEqual(['21', '22']);
    expect(fitted.statusCategories).toEqual({ 21: 'indeterminate', 22: 'new', 23: 'done', 24: 'indeterminate' });
  });

  it('changes nothing else', () => {
    const { priorities, scope, pauseStatusIds, statusCategories } = stagePlus();
    const unchanged = priorities.map(({ jiraPriorityId }, index) => ({ ...fitted.priorities[index], jiraPriorityId }));
    expect({ ...fitted, priorities: unchanged, scope, pauseStatusIds, statusCategories }).toEqual(stagePlus());
  });
});

describe('a policy from elsewhere', () => {
  const own = { ...fittedToSite(stagePlus(), site), extraDoneStatusIds: ['24'], resolutionIdsApart: ['9'] };

  it('keeps what this site’s own policy says of the site', () => {
    const taken = withSiteOf(stagePlus(), own);
    expect(taken).toEqual({ ...own, priorities: own.priorities });
  });

  it('has its priorities by key, then by place, then none', () => {
    const foreign = stagePlus();
    const [p1, ...others] = foreign.priorities;
    const renamed = [{ ...p1!, key: 'URGENT' }, ...others, { ...p1!, key: 'P5' }];
    expect(idsOf(withSiteOf({ ...foreign, priorities: [...renamed].reverse() }, own))).toEqual([
      '3',
      '2',
      '3',
      '2',
      null,
    ]);
    expect(idsOf(withSiteOf({ ...foreign, priorities: renamed }, own))).toEqual(['3', '2', '3', null, null]);
  });
});
