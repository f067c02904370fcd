import type { LineFault } from '../../../../src/core/policy/assignment-import';
import type { TableFault } from '../../../../src/core/policy/import-table';
import { faultWords } from '../../../../static/admin-page/organizations/fault-words';
import { adminWordsOf, namesOf, plain } from '../admin-site';

const FAULTS: readonly (LineFault | TableFault)[] = [
  { code: 'empty' },
  { code: 'missing-column', column: 'plan' },
  { code: 'repeated-column', column: 'from' },
  { code: 'bad-quotes' },
  { code: 'unreadable-characters' },
  { code: 'too-many-cells', count: 6, most: 4 },
  { code: 'cell-empty', column: 'organization' },
  { code: 'unknown-organization', name: 'Cégep' },
  { code: 'ambiguous-organization', name: 'Cégep' },
  { code: 'bad-date', column: 'to', text: 'soon' },
  { code: 'ambiguous-date', column: 'from', text: '03/04/2026' },
  { code: 'unknown-plan', plan: 'GOLD' },
  { code: 'unknown-calendar', calendar: 'nights' },
  { code: 'ends-before-start' },
  { code: 'days-overlap', plan: 'PLUS', from: '2025-01-01', to: null },
  { code: 'repeated-line', line: 3 },
  { code: 'lines-overlap', line: 3 },
];

it.each(['en', 'fr'] as const)('every fault of an import is named in %s', (language) => {
  const told = FAULTS.map((fault) => plain(faultWords(fault, adminWordsOf(language), namesOf(language))));
  expect(told).toMatchSnapshot();
  expect(new Set(told).size).toBe(FAULTS.length);
});
