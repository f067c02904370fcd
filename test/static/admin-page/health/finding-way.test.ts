import type { HealthFinding } from '../../../../src/contract/health';
import { wayOf, type FindingWay } from '../../../../static/admin-page/health/finding-way';
import { site } from '../admin-site';

const [support, development] = ['10000', '10001'];

describe('the way to where a finding of the health page is mended', () => {
  it.each<[string, HealthFinding, FindingWay | null]>([
    ['a tab', { code: 'no-scope', severity: 'warning', facts: {} }, { kind: 'tab', tab: 'set-up' }],
    [
      'the guide, which adds fields to screens',
      {
        code: 'fields-off-screen',
        severity: 'warning',
        facts: { projectId: support, screen: 'View', fields: ['impact'] },
      },
      { kind: 'add-fields' },
    ],
    [
      'the forms of a service project',
      {
        code: 'request-types-without-fields',
        severity: 'note',
        facts: { projectId: support, requestTypes: ['Get help'] },
      },
      { kind: 'project', project: 'Support', page: '/jira/servicedesk/projects/SUP/settings/request-types' },
    ],
    [
      'the work types of a team-managed project',
      { code: 'fields-by-hand', severity: 'note', facts: { projectId: development } },
      { kind: 'project', project: 'Development', page: '/jira/software/projects/DEV/settings/issuetypes' },
    ],
    [
      'the permissions of a project',
      { code: 'app-not-permitted', severity: 'error', facts: { projectId: development, missing: ['comment'] } },
      { kind: 'project', project: 'Development', page: '/plugins/servlet/project-config/DEV/permissions' },
    ],
    [
      'nowhere, where the admin cannot see the project',
      { code: 'app-not-permitted', severity: 'error', facts: { projectId: '10999', missing: ['comment'] } },
      null,
    ],
    ['nowhere here, where it is the developer console’s', { code: 'never-swept', severity: 'error', facts: {} }, null],
  ])('is %s', (_, finding, way) => {
    expect(wayOf(finding, site.projects)).toEqual(way);
  });
});
