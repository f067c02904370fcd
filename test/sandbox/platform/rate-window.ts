import type { Instant } from '../seam';

/**
 * A limit of so many units a minute in fixed one-minute windows of the site's clock (forge-facts §5: "fixed 1-min
 * window"). A clock set back, as a person may set it, opens a new window.
 */
export class RateWindow {
  private minute = Number.NaN;
  private used = 0;

  constructor(private readonly limit: number) {}

  /** Takes the units and gives true, or takes none and gives false where they exceed what is left of the minute. */
  take(now: Instant, units: number): boolean {
    const minute = Math.floor(now / 60_000);
    if (minute !== this.minute) {
      this.minute = minute;
      this.used = 0;
    }
    if (this.used + units > this.limit) return false;
    this.used += units;
    return true;
  }
}
