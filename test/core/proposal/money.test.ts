import { CURRENCIES, decimalsOf, MOST_CENTS, parseCents, type Currency } from '../../../src/core/proposal/money';

describe('an amount as people write it', () => {
  it.each<[string, Currency, number]>([
    ['0.01', 'CAD', 1],
    ['0,01', 'CAD', 1],
    ['1250', 'CAD', 125_000],
    ['1250.5', 'CAD', 125_050],
    ['1250,', 'CAD', 125_000],
    ['1,250', 'CAD', 125_000],
    ['1.250', 'CAD', 125_000],
    ['1,250.50', 'CAD', 125_050],
    ['1 250,50', 'CAD', 125_050],
    ['1\u202F250,50\u00A0$', 'CAD', 125_050],
    ['1.250,50 €', 'EUR', 125_050],
    ["1'250.50 CHF", 'CHF', 125_050],
    ['$10,000,000.00', 'CAD', 1_000_000_000],
    ['CAD 12', 'CAD', 1200],
    ['1250', 'JPY', 1250],
    ['1,250', 'JPY', 1250],
    ['1,250,000', 'KWD', 1_250_000_000],
    ['12.34', 'TND', 12_340],
    ['1 250.345', 'TND', 1_250_345],
  ])('%s in %s', (text, currency, cents) => {
    expect(parseCents(text, currency)).toEqual({ ok: true, cents });
  });

  it.each<[string, Currency, string]>([
    ['', 'CAD', 'malformed'],
    ['twelve', 'CAD', 'malformed'],
    ['-5', 'CAD', 'malformed'],
    ['1,25,000', 'CAD', 'malformed'],
    ['1.250.50', 'CAD', 'malformed'],
    ['1e6', 'CAD', 'malformed'],
    ['12.345.6', 'CAD', 'malformed'],
    ['1250.555', 'CAD', 'too-many-decimals'],
    ['12.5', 'JPY', 'too-many-decimals'],
    ['1,250', 'KWD', 'ambiguous'],
    ['0', 'CAD', 'out-of-range'],
    ['0.00', 'CAD', 'out-of-range'],
    ['99999999999', 'CAD', 'out-of-range'],
  ])('refuses "%s" in %s: %s', (text, currency, problem) => {
    expect(parseCents(text, currency)).toEqual({ ok: false, problem });
  });
});

describe('a currency', () => {
  it.each(CURRENCIES)('%s has the decimals that Intl knows', (currency) => {
    const { maximumFractionDigits } = new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions();
    expect(decimalsOf(currency)).toBe(maximumFractionDigits);
  });

  it('holds its largest amount exactly, with the digits that rounding is shown in', () => {
    expect(Number.isSafeInteger(MOST_CENTS * 10_000)).toBe(true);
  });
});
