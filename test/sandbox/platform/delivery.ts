/** How product events reach the triggers; each part draws from its own generator of numbers in [0, 1). */
export interface DeliveryRules {
  /** Milliseconds of site time each delivery waits. */
  delayMillis?: () => number;
  /** Whether an event is delivered a second time. */
  duplicate?: () => boolean;
  /** Whether a delivery is lost. */
  drop?: () => boolean;
  /** The order of deliveries that are due together: a draw in [0, 1) for each. */
  shuffle?: () => number;
}

/** The deliveries of one event to one trigger: none, one or two. `order` is null where events keep theirs. */
export function decideDelivery(rules: DeliveryRules): { delayMillis: number; order: number | null }[] {
  const times = rules.duplicate?.() === true ? 2 : 1;
  return Array.from({ length: times }, () => ({
    isLost: rules.drop?.() === true,
    delayMillis: rules.delayMillis?.() ?? 0,
    order: rules.shuffle?.() ?? null,
  })).filter(({ isLost }) => !isLost);
}
