/** How many decimals each currency has (ISO 4217): what an amount may be proposed in. */
const DECIMALS = {
  CAD: 2,
  USD: 2,
  EUR: 2,
  GBP: 2,
  CHF: 2,
  AUD: 2,
  NZD: 2,
  MXN: 2,
  BRL: 2,
  SEK: 2,
  NOK: 2,
  DKK: 2,
  PLN: 2,
  INR: 2,
  MAD: 2,
  JPY: 0,
  KRW: 0,
  XOF: 0,
  XAF: 0,
  TND: 3,
  KWD: 3,
} as const;

export type Currency = keyof typeof DECIMALS;

/** In the order in which they are offered. */
export const CURRENCIES = Object.keys(DECIMALS) as readonly Currency[];

/** An amount in whole cents: the currency's smallest unit, whatever it is called there (yen have none smaller). */
export interface Money {
  readonly cents: number;
  readonly currency: Currency;
}

/** Amounts stay far inside what a number holds exactly: a billion at two decimals. */
export const MOST_CENTS = 100_000_000_000;

/** How many decimals the currency has. */
export function decimalsOf(currency: Currency): number {
  return DECIMALS[currency];
}

/** Whether an amount can be proposed: at least one cent, and at most MOST_CENTS. */
export function isProposable(cents: number): boolean {
  return Number.isInteger(cents) && cents >= 1 && cents <= MOST_CENTS;
}

export type ParsedCents =
  | { readonly ok: true; readonly cents: number }
  /** `ambiguous`: `1,250` where three decimals are possible. */
  | { readonly ok: false; readonly problem: 'malformed' | 'ambiguous' | 'too-many-decimals' | 'out-of-range' };

/**
 * An amount as people of either language write it: `1250`, `1,250.50`, `1 250,50`, `1.250,50 €`, `$1,250`.
 *
 * @example parseCents('1 250,5 $', 'CAD') // { ok: true, cents: 125_050 }
 */
export function parseCents(text: string, currency: Currency): ParsedCents {
  const decimals = DECIMALS[currency];
  const bare = text.replace(/[\s'’]|\p{Sc}/gu, '').replace(new RegExp(currency, 'i'), '');
  const plain = /^(\d+)(?:[.,](\d*))?$/.exec(bare);
  const grouped = /^(\d{1,3})((?:([.,])\d{3})(?:\3\d{3})*)(?:(?!\3)[.,](\d*))?$/.exec(bare);
  if (grouped !== null && plain !== null && decimals >= 3) return { ok: false, problem: 'ambiguous' };
  if (grouped !== null) {
    const [, head = '', groups = '', , fraction = ''] = grouped;
    return centsOf(head + groups.replace(/[.,]/g, ''), fraction, decimals);
  }
  if (plain === null) return { ok: false, problem: 'malformed' };
  const [, whole = '', fraction = ''] = plain;
  return centsOf(whole, fraction, decimals);
}

function centsOf(whole: string, fraction: string, decimals: number): ParsedCents {
  if (fraction.length > decimals) return { ok: false, problem: 'too-many-decimals' };
  const cents = Number(whole + fraction.padEnd(decimals, '0'));
  return isProposable(cents) ? { ok: true, cents } : { ok: false, problem: 'out-of-range' };
}
