import { createSiteClock } from '../../sandbox/site-clock';
import { START } from './fixture';

describe('the site’s clock', () => {
  let machine = 1_000;
  beforeEach(() => {
    machine = 1_000;
  });
  const clockAt = (start: number) => createSiteClock(start, () => machine);

  it('runs at the machine’s pace from where it started', () => {
    const clock = clockAt(START);
    machine += 90_000;
    expect(clock.now()).toBe(START + 90_000);
  });

  it.each([
    ['onwards', 3 * 86_400_000],
    ['back', -3_600_000],
  ])('is moved %s, and runs on from there', (_where, millis) => {
    const clock = clockAt(START);
    clock.set(START + millis);
    machine += 5;
    expect(clock.now()).toBe(START + millis + 5);
  });
});
