import { HOUR, MINUTE } from '../../../src/core/time/instant';
import { compileCalendar } from '../../../src/core/time/working-time';
import { workingTimeToJson } from '../../../src/core/time/working-time-json';
import { countOn, workingTimesIn } from '../../../static/sla-board/clock-count';
import { instant } from '../../builders/ticket';
import { buildPolicy } from '../../builders/policy';
import { buildClock, buildIncident, NOW } from './build-board';

const policy = buildPolicy();
const calendar = policy.calendars[policy.defaultCalendar]?.calendar;
if (calendar === undefined) throw new Error('the policy has no default calendar');
const workingTimes = workingTimesIn({ business: workingTimeToJson(compileCalendar(calendar, NOW, NOW + 72 * HOUR)) });
const at = (wall: string): number => instant(`2026-03-${wall} Toronto`);

describe('a clock counted on in the browser', () => {
  it.each([
    ['as it was answered', '10T10:00', 120, 'running'],
    ['with the minutes of the working day', '10T10:30', 90, 'running'],
    ['only to zero at its due time, which is not late yet', '10T12:00', 0, 'near-breach'],
    ['late from then on', '10T12:01', -1, 'breached'],
    ['not through the night', '11T08:00', -270, 'breached'],
  ])('%s', (_case, wall, minutes, state) => {
    const counted = countOn(buildIncident({ clock: buildClock({ warnsAt: 7 * HOUR }) }), workingTimes, NOW, at(wall));
    expect(counted).toMatchObject({ remaining: minutes * MINUTE, state });
  });

  it('is near breach from the first threshold on', () => {
    const incident = buildIncident({ clock: buildClock({ warnsAt: 6.5 * HOUR }) });
    expect(countOn(incident, workingTimes, NOW, at('10T10:29'))?.state).toBe('running');
    expect(countOn(incident, workingTimes, NOW, at('10T10:30'))?.state).toBe('near-breach');
  });

  it('has no share where the target has no fixed length', () => {
    const incident = buildIncident({ clock: buildClock({ target: null, warnsAt: null }) });
    expect(countOn(incident, workingTimes, NOW, NOW)).toEqual({ remaining: 2 * HOUR, share: null, state: 'running' });
  });

  it('stands still where its calendar did not come, and before the answer', () => {
    const elsewhere = buildIncident({ clock: buildClock({ calendar: 'elsewhere' }) });
    expect(countOn(elsewhere, workingTimes, NOW, NOW + HOUR)?.remaining).toBe(2 * HOUR);
    expect(countOn(buildIncident(), workingTimes, NOW, NOW - HOUR)?.remaining).toBe(2 * HOUR);
  });

  it('stops where its working time ends instead of guessing', () => {
    expect(countOn(buildIncident(), workingTimes, NOW, NOW + 90 * 24 * HOUR)?.state).toBe('breached');
  });

  it('is none for a paused incident', () => {
    expect(countOn(buildIncident({ clock: null, state: 'paused' }), workingTimes, NOW, NOW)).toBeNull();
  });
});
