import type { ImportColumn, ImportHeadings } from '../../../src/core/policy/import-table';
import { createTranslate } from '../../../src/i18n/message';
import { adminPageMessages, type AdminPageMessages } from '../messages';

const COLUMNS: readonly ImportColumn[] = ['id', 'organization', 'plan', 'from', 'to', 'calendar'];

/** The headings of an export in one language. */
export function headingsIn(language: 'en' | 'fr'): readonly string[] {
  const translate = createTranslate<AdminPageMessages>(language, adminPageMessages);
  return COLUMNS.map((column) => translate(`adminPage.organizations.columns.${column}`));
}

/** What an import knows a column by: its heading in either language, or its own key. */
export const HEADINGS: ImportHeadings = {
  id: headingsOf('id'),
  organization: headingsOf('organization'),
  plan: headingsOf('plan'),
  from: headingsOf('from'),
  to: headingsOf('to'),
  calendar: headingsOf('calendar'),
};

function headingsOf(column: ImportColumn): readonly string[] {
  const index = COLUMNS.indexOf(column);
  return [...(['en', 'fr'] as const).map((language) => headingsIn(language)[index] ?? column), column];
}
