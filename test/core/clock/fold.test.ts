import { fold } from './folding';
import { hm, instant } from '../../builders/ticket';

describe('the worked example of foldTicket', () => {
  const ticket = {
    createdAt: '2025-12-09T10:00 Toronto',
    impact: 'extended',
    urgency: 'critical',
    edits: [
      { at: '2025-12-09T11:00 Toronto', statusId: 'waiting' },
      { at: '2025-12-09T12:00 Toronto', statusId: 'open' },
    ],
  };

  it('uses two hours of eight by 13:00, due Wednesday 11:00', () => {
    const { priority, clocks } = fold({ ...ticket, now: '2025-12-09T13:00 Toronto' });

    expect(priority.effective).toBe('P1');
    expect(clocks[1]).toMatchObject({
      elapsedTime: hm(2),
      remainingTime: hm(6),
      breachTime: instant('2025-12-10T11:00 Toronto'),
    });
  });
});
