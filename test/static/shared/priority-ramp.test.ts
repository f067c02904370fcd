import { rampOf } from '../../../static/shared/priority-ramp';

describe('rampOf', () => {
  it.each([
    { order: ['P1', 'P2', 'P3', 'P4'], shades: [1, 2, 3, 4] },
    { order: ['Highest', 'High', 'Medium', 'Low', 'Lowest'], shades: [1, 2, 3, 3, 4] },
    { order: ['high', 'low'], shades: [1, 4] },
    { order: ['only'], shades: [1] },
  ])('spreads $order over the shades, darkest first', ({ order, shades }) => {
    expect(order.map((key) => rampOf(key, order))).toEqual(shades);
  });

  it('leaves an unknown priority lightest', () => {
    expect(rampOf('P9', ['P1', 'P2'])).toBe(4);
  });
});
