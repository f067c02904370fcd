/**
 * What a finding says. The words are i18n's (`findings.<code>`); here each code's typed facts become the values of its
 * placeholders. Longer than most files, because the codes make one exhaustive list.
 */
import type { Finding, FindingCode } from '../../../src/core/policy/finding';
import type { GoalPlace } from '../../../src/core/policy/place';
import type { MessageValues } from '../../../src/i18n/message';
import type { AdminWords } from '../admin-words';
import type { Names } from '../names';

export interface FindingWords {
  readonly title: string;
  readonly explanation: string;
}

/** The title and explanation of a finding, with the names of the document it was found in. */
export function findingWords(finding: Finding, words: AdminWords, names: Names): FindingWords {
  const values = { place: names.place(finding.place), ...valuesOf(finding, words, names) };
  const say = (part: keyof FindingWords): string =>
    words.translate(`findings.${finding.code satisfies FindingCode}.${part}`, values);
  return { title: say('title'), explanation: say('explanation') };
}

function valuesOf(finding: Finding, words: AdminWords, names: Names): MessageValues {
  const { say, duration, list } = words;
  const language = (which: 'en' | 'fr'): string => say(`language.${which}`);
  const goals = (places: readonly GoalPlace[]): string => list(places.map(names.goal));
  switch (finding.code) {
    case 'text-corrected':
    case 'missing-translation':
      return { language: language(finding.facts.language) };
    case 'published-in-one-language':
      return { language: language(finding.facts.language), missing: language(finding.facts.missing) };
    case 'matrix-label-differs':
    case 'matrix-label-inflected':
      return { ...finding.facts, language: language(finding.facts.language) };
    case 'case-without-level': {
      const { axis, fits, expected } = finding.facts;
      return { fits: words.quote(names.level(axis, fits)), expected: words.quote(names.level(axis, expected)) };
    }
    case 'hours-against-around-the-clock':
      return {
        clause: names.place({ kind: 'clause', clause: finding.facts.clause }),
        goals: goals(finding.facts.goals),
      };
    case 'access-not-stated':
      return {
        entitlement: names.entitlement(finding.facts.entitlement),
        plans: list(finding.facts.plans.map(names.plan)),
      };
    case 'languages-disagree':
      return { en: duration(finding.facts.en), fr: duration(finding.facts.fr) };
    case 'published-unreadable': {
      const { published, problem } = finding.facts;
      return { published, language: language(finding.facts.language), problem: say(`durationProblem.${problem}`) };
    }
    case 'resolution-before-response': {
      const { plan, priority, response, resolution } = finding.facts;
      return {
        plan: names.plan(plan),
        priority: names.priority(priority),
        response: duration(response),
        resolution: duration(resolution),
      };
    }
    case 'less-urgent-faster': {
      const than = finding.facts.than.map(({ priority, target }) =>
        say('priorityHas', { priority: names.priority(priority), target: duration(target) }),
      );
      return { goal: names.goal(finding.facts), target: duration(finding.facts.target), than: list(than) };
    }
    case 'faster-plan-slower': {
      const { plan, target, than } = finding.facts;
      return {
        goal: names.goal(finding.facts),
        plan: names.plan(plan),
        target: duration(target),
        otherPlan: names.plan(than.plan),
        otherTarget: duration(than.target),
      };
    }
    case 'target-not-positive':
      return { target: duration(finding.facts.target) };
    case 'goal-missing':
      return {};
    case 'matrix-hole': {
      const { impact, urgency } = finding.facts;
      return { impact: names.level('impact', impact), urgency: names.level('urgency', urgency) };
    }
    case 'matrix-not-monotone': {
      const { impact, urgency, priority, than } = finding.facts;
      return {
        impact: names.level('impact', impact),
        urgency: names.level('urgency', urgency),
        priority: names.priority(priority),
        otherImpact: names.level('impact', than.impact),
        otherUrgency: names.level('urgency', than.urgency),
        otherPriority: names.priority(than.priority),
      };
    }
    case 'goal-without-calendar':
    case 'calendar-never-open':
      return { calendar: names.calendar(finding.facts.calendar) };
    case 'calendar-invalid': {
      const { calendar, problems } = finding.facts;
      const faults = new Set(problems.map(({ code }) => say(`calendarProblem.${code}`)));
      return { calendar: names.calendar(calendar), problems: capital(list([...faults])) };
    }
    case 'holidays-run-out': {
      const { calendar, lastCovered } = finding.facts;
      return { calendar: names.calendar(calendar), date: words.format.date(lastCovered) };
    }
    case 'unknown-key':
    case 'repeated-key':
      return { what: say(`keyKind.${finding.facts.what}`), key: finding.facts.key };
    case 'level-count':
      return { ...finding.facts, axis: names.axis(finding.facts.axis) };
    case 'nothing-defined':
      return { what: say(`setting.${finding.facts.what}`) };
    case 'bad-threshold': {
      const { threshold } = finding.facts;
      const at =
        threshold.kind === 'percent'
          ? words.format.percent(threshold.percent / 100)
          : say('threshold.remaining', { remaining: duration(threshold.remaining) });
      return { threshold: at };
    }
    case 'no-scope':
    case 'no-pause-status':
      return {};
    case 'pause-status-is-done':
      return { status: names.status(finding.facts.statusId) };
    case 'priority-not-mapped':
      return { priority: names.priority(finding.facts.priority) };
    case 'jira-priority-shared': {
      const { priorities, jiraPriorityId } = finding.facts;
      return { priorities: list(priorities.map(names.priority)), jiraPriority: names.jiraPriority(jiraPriorityId) };
    }
    case 'jira-priority-unknown':
      return { priority: names.priority(finding.facts.priority), id: finding.facts.jiraPriorityId };
  }
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
