import type { Site } from '../sandbox/site';
import { callerFor } from '../sandbox/pages/visit';
import { thePerson, type PersonKey } from '../sandbox/seed/people';

/** Every surface as the person it is made for, on every ticket. */
export async function lookEverywhere(site: Site): Promise<void> {
  const { stage } = site.world();
  const { issues, projects } = stage.jira.state();
  const ask = async (person: PersonKey, moduleKey: string, extension: object, key = 'view', payload = {}) => {
    const context = { moduleKey, extension: { ...extension } };
    await stage.platform.invokeResolver(context, callerFor(thePerson(person), 'fr'), key, payload);
  };
  for (const { id, key, projectId } of Object.values(issues)) {
    const project = { id: projectId, key: projects[projectId]?.key ?? '', type: projects[projectId]?.type ?? '' };
    await ask('agent', 'agent-panel', { type: 'jira:issueContext', issue: { id, key }, project });
    await ask('customer-plus', 'customer-panel', {
      type: 'jiraServiceManagement:portalRequestDetailPanel',
      request: { key },
    });
    await site.moveTo(site.clock.now() + 1_000);
  }
  for (const { id, key, type } of Object.values(projects)) {
    const board = { type: 'jira:projectPage', project: { id, key, type } };
    await ask('agent', 'sla-board', board);
    await ask('agent', 'sla-board', board, 'choices');
    await ask('agent', 'sla-board', board, 'reportTrend', { until: '2025-12', months: 12, filter: {}, made: null });
    await ask('agent', 'sla-gadget', { type: 'jira:dashboardGadget', gadgetConfiguration: { projectId: id } });
  }
  const admin = { type: 'jira:adminPage' };
  for (const key of ['view', 'recomputeStatus', 'importStatus']) await ask('admin', 'admin-page', admin, key);
  await ask('admin', 'admin-page', admin, 'organizations', { start: 0 });
  await stage.platform.settle();
}
