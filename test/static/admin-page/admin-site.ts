import type { SiteChoices } from '../../../src/contract/admin-page';
import type { PolicyDocument } from '../../../src/core/policy/document';
import { stagePlus } from '../../../src/core/policy/presets/stage-plus';
import type { Language } from '../../../src/core/policy/text';
import type { EpochMillis } from '../../../src/core/time/instant';
import { createFormatter } from '../../../src/i18n/format';
import { createAdminWords, type AdminWords } from '../../../static/admin-page/admin-words';
import { createNames, type Names } from '../../../static/admin-page/names';

/** Tuesday 9 December 2025, 10:00 in Toronto. */
export const TUESDAY_TEN: EpochMillis = Date.UTC(2025, 11, 9, 15);

export const site: SiteChoices = {
  priorities: [
    { id: '1', name: 'Highest' },
    { id: '2', name: 'High' },
    { id: '3', name: 'Medium' },
    { id: '4', name: 'Low' },
  ],
  projects: [
    { id: '10000', key: 'SUP', name: 'Support', service: true },
    { id: '10001', key: 'DEV', name: 'Development', service: false },
  ],
  statuses: [
    { id: '10', name: 'Open', category: 'new' },
    { id: '11', name: 'Waiting for customer', category: 'indeterminate' },
    { id: '12', name: 'Done', category: 'done' },
  ],
};

/** The preset as the set-up proposes it for that site. */
export function fittedPolicy(): PolicyDocument {
  const preset = stagePlus();
  return {
    ...preset,
    priorities: preset.priorities.map((priority, i) => ({ ...priority, jiraPriorityId: String(i + 1) })),
    scope: [{ projectId: '10000', requestTypeId: null, issueTypeId: null, kind: 'incident' }],
    pauseStatusIds: ['11'],
    statusCategories: { '10': 'new', '11': 'indeterminate', '12': 'done' },
  };
}

export function adminWordsOf(language: Language): AdminWords {
  const intlLocale = language === 'fr' ? 'fr-CA' : 'en-US';
  return createAdminWords(createFormatter({ language, intlLocale, timeZone: 'America/Toronto' }));
}

export function namesOf(language: Language, policy: PolicyDocument = fittedPolicy()): Names {
  return createNames(policy, site, adminWordsOf(language));
}

/** No-break spaces as plain ones, for tables that people read. */
export function plain(text: string): string {
  return text.replace(/\u00A0/g, ' ');
}
