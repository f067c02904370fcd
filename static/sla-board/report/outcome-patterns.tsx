import type { Counted } from './report-words';

/** The fill of an outcome within a chart that holds OutcomePatterns. */
export function patternUrl(outcome: Counted): string {
  return `url(#pattern-${outcome})`;
}

/** Plain for met, stripes for missed, dots where the customer's resources were unavailable: told apart without colour. */
export function OutcomePatterns() {
  return (
    <defs>
      <pattern id="pattern-met" width="6" height="6" patternUnits="userSpaceOnUse">
        <rect className="pattern-met" width="6" height="6" />
      </pattern>
      <pattern id="pattern-missed" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
        <rect className="pattern-missed" width="6" height="6" />
        <rect className="pattern-gap" width="2" height="6" />
      </pattern>
      <pattern id="pattern-missed-customer-unavailable" width="7" height="7" patternUnits="userSpaceOnUse">
        <rect className="pattern-unavailable" width="7" height="7" />
        <circle className="pattern-dot" cx="3.5" cy="3.5" r="1.7" />
      </pattern>
    </defs>
  );
}

/** A key of the legend. */
export function OutcomeSwatch({ outcome }: { readonly outcome: Counted }) {
  return (
    <svg className="swatch" viewBox="0 0 16 16" aria-hidden="true" focusable="false">
      <rect width="16" height="16" fill={patternUrl(outcome)} />
    </svg>
  );
}
