import type { OrganizationView } from '../../../src/contract/admin-page';
import { headingsIn } from './import-headings';

/**
 * A line for each assignment that stands, and one with nothing but its name for an organization without any: filled in, the
 * file can be imported again. Plans and calendars are written by their keys, which hold in both languages.
 */
export function exportRows(
  organizations: readonly OrganizationView[],
  language: 'en' | 'fr',
): readonly (readonly string[])[] {
  const body = organizations.flatMap(({ id, name, assignments }) =>
    assignments.length === 0
      ? [[id, name, '', '', '', '']]
      : assignments.map(({ plan, from, to, calendar }) => [id, name, plan, from, to ?? '', calendar ?? '']),
  );
  return [headingsIn(language), ...body];
}
