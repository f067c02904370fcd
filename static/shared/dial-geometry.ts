/** Where things stand on a dial: shares of the target, 0 and 1 at twelve o'clock, clockwise. */

/** A dial's measures in its own units. */
export interface DialSize {
  readonly box: number;
  readonly radius: number;
  readonly stroke: number;
}

export const LARGE_DIAL: DialSize = { box: 112, radius: 46, stroke: 10 };
export const SMALL_DIAL: DialSize = { box: 32, radius: 14, stroke: 4 };

/** The circumference of a circle of that radius. */
export function around(radius: number): number {
  return 2 * Math.PI * radius;
}

/** The stroke-dasharray that draws `share` of a circle, from none to the whole; what exceeds either is cut off. */
export function dashes(share: number, radius: number): string {
  const whole = around(radius);
  return `${(Math.min(1, Math.max(0, share)) * whole).toFixed(2)} ${whole.toFixed(2)}`;
}

/** A radial line at `share` of the dial from radius `inner` to `outer`: a notch. */
export function notchPath(share: number, box: number, inner: number, outer: number): string {
  const angle = 2 * Math.PI * share;
  const point = (radius: number): string => {
    const x = box / 2 + radius * Math.sin(angle);
    const y = box / 2 - radius * Math.cos(angle);
    return `${x.toFixed(2)} ${y.toFixed(2)}`;
  };
  return `M${point(inner)}L${point(outer)}`;
}

/** The size of the dial's figure, so that long ones (`128 h 05`) stay inside the ring. */
export function figureSize(figure: string): number {
  if (figure.length <= 7) return 20;
  return figure.length <= 9 ? 16 : 13;
}
