import { checkPolicy } from '../../../../src/core/policy/check-policy';
import { FINDING_CODES } from '../../../../src/core/policy/finding';
import { fixChanges, fixLabel } from '../../../../static/admin-page/check/fix-words';
import { findingWords } from '../../../../static/admin-page/check/finding-words';
import { readingsWords } from '../../../../static/admin-page/check/reading-words';
import { adminWordsOf, fittedPolicy, namesOf, plain, TUESDAY_TEN } from '../admin-site';
import { FINDING_SAMPLES } from './finding-samples';

const languages = ['en', 'fr'] as const;

test('every code has a sample', () => {
  expect(FINDING_SAMPLES.map(({ code }) => code).sort()).toEqual([...FINDING_CODES].sort());
});

describe.each(languages)('findings in %s', (language) => {
  const words = adminWordsOf(language);
  const names = namesOf(language);

  // A missing message or a placeholder that the facts do not fill throws.
  test.each(FINDING_SAMPLES.map((finding) => [finding.code, finding] as const))('%s', (code, finding) => {
    const { title, explanation } = findingWords(finding, words, names);
    expect(`${plain(title)} | ${plain(explanation)}`).toMatchSnapshot();
    expect(`${title} ${explanation}`).not.toMatch(/[{}]|undefined|\[object|\bNaN\b/);
    expect(`${title} ${explanation}`).not.toContain(code);
  });

  test('the preset, as its admin reads it', () => {
    const policy = fittedPolicy();
    const told = checkPolicy(policy, TUESDAY_TEN)
      .filter(({ severity }) => severity !== 'note')
      .map((finding) => {
        const { title, explanation } = findingWords(finding, words, names);
        const readings = readingsWords(finding.readings, policy, words, names).map(({ from, value, note }, i) => {
          const fix = finding.readings[i]?.fix ?? null;
          const use = fix === null ? '' : ` [${fixLabel(fix, words, names)}]`;
          return plain(`  ${from}: ${value}${note === null ? '' : ` (${note})`}${use}`);
        });
        const fixes = (finding.fix === null ? [] : fixChanges(finding.fix, policy, words, names)).map(
          ({ place, before, after }) => plain(`  * ${place}: ${before} -> ${after}`),
        );
        return [plain(`${title} | ${explanation}`), ...readings, ...fixes];
      });
    expect(told).toMatchSnapshot();
  });
});
