import { calendarUse } from '../../src/services/calendar-use';
import { memorySite, recordAssignment } from '../builders/memory-ports';

describe('who uses a calendar of its own', () => {
  const site = memorySite(0);
  site.organizations.push({ id: '1', name: 'Hôpital Sainte-Rose' }, { id: '2', name: 'Cégep du Nord' });
  const days = { plan: 'PLUS', from: '2025-01-01', to: '2025-12-31', recordedAt: 0 };
  recordAssignment(site, { ...days, organizationId: '1', calendar: 'night' });
  recordAssignment(site, { ...days, organizationId: '2', calendar: null });

  it('organizations with an assignment on it, by name', async () => {
    expect(await calendarUse(site.ports, 'night')).toEqual({ organizations: ['Hôpital Sainte-Rose'], complete: true });
  });

  it('nobody', async () => {
    expect(await calendarUse(site.ports, 'day')).toEqual({ organizations: [], complete: true });
  });
});
