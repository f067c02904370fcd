import type { Problem } from '../../../src/contract/answer';
import type { Finding } from '../../../src/core/policy/finding';
import type { AdminWords } from '../admin-words';
import { findingWords } from '../check/finding-words';
import type { Names } from '../names';
import { settingName } from '../setting-name';

/** What a refusal says is wrong, and where. A finding that refuses publication is told as the page tells it. */
export function problemWords(problem: Problem, findings: readonly Finding[], words: AdminWords, names: Names): string {
  const finding = findings.find(({ id }) => id === problem.path);
  if (finding) return findingWords(finding, words, names).title;
  const place = problem.path === '' ? words.say('draft.label') : settingName(problem.path, words);
  const values = problem.values ?? {};
  switch (problem.code) {
    case 'not-configured':
    case 'unknown-organization':
    case 'ends-before-start':
      return words.say(`problem.${problem.code}`);
    case 'unknown-plan':
      return words.say('problem.unknown-plan', { plan: names.plan(String(values['plan'])) });
    case 'unknown-calendar':
      return words.say('problem.unknown-calendar', { calendar: names.calendar(String(values['calendar'])) });
    case 'days-overlap':
      return words.say('problem.days-overlap', {
        plan: names.plan(String(values['plan'])),
        from: words.format.date(String(values['from'])),
      });
    default:
      return words.say(problem.code.startsWith('malformed') ? 'problem.malformed' : 'problem.unnamed', { place });
  }
}
