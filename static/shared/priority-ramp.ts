/** The four shades of grey that priorities share, 1 the darkest. */
export type Ramp = 1 | 2 | 3 | 4;

/**
 * The shade of a priority by its place in the policy's order, spread over however many there are: the most urgent is
 * darkest, the least urgent lightest. An unknown key is lightest.
 *
 * @example rampOf('P2', ['P1', 'P2', 'P3', 'P4']) // 2
 */
export function rampOf(priority: string, order: readonly string[]): Ramp {
  const place = order.indexOf(priority);
  if (place === -1) return 4;
  if (order.length < 2) return 1;
  const ramp = 1 + Math.round((place * 3) / (order.length - 1));
  return ramp === 1 || ramp === 2 || ramp === 3 ? ramp : 4;
}
