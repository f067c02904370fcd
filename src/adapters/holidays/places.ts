import Holidays from 'date-holidays';
import type { HolidayPlace } from '../../core/time/holiday-sources';

/** A region's place in its country as the library names it. */
export type Divisions = { readonly state?: string; readonly region?: string };

export type FoundPlace =
  | { readonly ok: true; readonly divisions: Divisions }
  | { readonly ok: false; readonly code: 'unknown-country' | 'unknown-region' };

/** The library names Canada's provinces and territories in English alone. */
const CANADA_IN_FRENCH: Readonly<Record<string, string>> = {
  BC: 'Colombie-Britannique',
  NB: 'Nouveau-Brunswick',
  NL: 'Terre-Neuve-et-Labrador',
  NS: 'Nouvelle-Écosse',
  NT: 'Territoires du Nord-Ouest',
  PE: 'Île-du-Prince-Édouard',
  QC: 'Québec',
};

/** Between a state's code and that of a region in it: `BY.A` is Augsburg in Bavaria. */
const WITHIN = '.';

/** The countries with known holidays, in the order of their English names. */
export function countries(): readonly HolidayPlace[] {
  const en = new Intl.DisplayNames('en', { type: 'region' });
  const fr = new Intl.DisplayNames('fr-CA', { type: 'region' });
  return Object.keys(new Holidays().getCountries('en'))
    .map((code) => ({ code, name: { en: en.of(code) ?? code, fr: fr.of(code) ?? code } }))
    .sort((a, b) => a.name.en.localeCompare(b.name.en, 'en'));
}

/** The regions of a country with holidays of their own, states first, each followed by the regions within it. */
export function regionsOf(country: string): readonly HolidayPlace[] {
  const source = new Holidays();
  const inFrench = divisionsOf(source.getStates(country, 'fr'));
  return Object.entries(divisionsOf(source.getStates(country, 'en'))).flatMap(([state, en]) => {
    const own = country === 'CA' ? CANADA_IN_FRENCH[state] : undefined;
    const fr = own ?? inFrench[state] ?? en;
    const within = Object.entries(divisionsOf(source.getRegions(country, state, 'en')));
    return [
      { code: state, name: { en, fr } },
      ...within.map(([region, name]) => ({
        code: `${state}${WITHIN}${region}`,
        name: { en: `${en}, ${name}`, fr: `${fr}, ${name}` },
      })),
    ];
  });
}

/**
 * Checks a country and a region's code. The library itself would answer an unknown region with the country's holidays,
 * in silence.
 */
export function findPlace(country: string, region: string | null): FoundPlace {
  if (!Object.hasOwn(new Holidays().getCountries('en'), country)) return { ok: false, code: 'unknown-country' };
  if (region === null) return { ok: true, divisions: {} };
  if (!regionsOf(country).some(({ code }) => code === region)) return { ok: false, code: 'unknown-region' };
  const [state = '', within] = region.split(WITHIN);
  return { ok: true, divisions: within === undefined ? { state } : { state, region: within } };
}

/** The library's types promise an object, but a country without states gets undefined. */
function divisionsOf(names: Readonly<Record<string, string>> | undefined): Readonly<Record<string, string>> {
  return names ?? {};
}
