import { calendarOf } from '../../../src/core/policy/lookup';
import { goalSetting } from '../../../src/core/policy/goals';
import type { PolicyDocument } from '../../../src/core/policy/document';
import { placeKey, type GoalPlace } from '../../../src/core/policy/place';
import { isAlways } from '../../../src/core/time/calendar';
import { formatDuration, type Duration } from '../../../src/core/time/duration';
import { parseDuration } from '../../../src/core/time/parse-duration';
import { Icon } from '../../shared/icon';
import { TypedField } from '../editor/typed-field';
import { useWorkspace } from '../workspace-context';
import { targetWords } from './target-words';
import { workingDayWords } from './working-day-words';

/** One target: its length as people write it, and the calendar it counts in. An empty one is no promise. */
export function GoalCell({ place, isOpen }: { readonly place: GoalPlace; readonly isOpen: boolean }) {
  const { view, policy, words, names, draft } = useWorkspace();
  const { say } = words;
  const goal = goalSetting(policy, place.plan, place.priority, place.metric);
  const cell = targetWords(place, policy, view.document, words);
  const name = names.goal(place);

  const take = (typed: string): string | null => {
    if (typed.trim() === '') {
      if (goal !== undefined) draft.add({ kind: 'goal', ...place, setting: null });
      return null;
    }
    const parsed = parseDuration(typed);
    if (!parsed.ok) return say('targets.unreadable', { problem: say(`durationProblem.${parsed.code}`) });
    const { duration: target, aroundTheClock } = parsed;
    const clock = aroundTheClock ? clockCalendar(policy) : undefined;
    if (aroundTheClock && clock === undefined) return say('targets.noClock');
    if (goal === undefined) {
      const published = { en: null, fr: null };
      draft.add({ kind: 'goal', ...place, setting: { target, calendar: clock ?? policy.defaultCalendar, published } });
      return null;
    }
    draft.add(
      { kind: 'fix', fix: { kind: 'set-goal', ...place, target } },
      ...(clock === undefined ? [] : [{ kind: 'goal-calendar', ...place, calendar: clock } as const]),
    );
    return null;
  };
  const calendars = Object.entries(policy.calendars);
  return (
    <div className="goal-cell" id={`place-${placeKey({ kind: 'goal', ...place })}`}>
      <span className="row">
        <TypedField
          label={name}
          isLabelHidden
          className={`target-field${isOpen ? ' target-open' : ''}${cell.before === null ? '' : ' target-changed'}`}
          value={goal === undefined ? '' : targetText(goal.target, words.language)}
          placeholder={say('targets.none')}
          onCommit={take}
        />
        {isOpen && (
          <a className="flag" href="#check">
            <Icon name="near-breach" />
            <span className="visually-hidden">{say('targets.seeFinding')}</span>
          </a>
        )}
      </span>
      {goal !== undefined && (
        <select
          className="field goal-calendar"
          aria-label={say('calendarOfGoal', { goal: name })}
          value={goal.calendar}
          onChange={({ target }) => draft.add({ kind: 'goal-calendar', ...place, calendar: target.value })}
        >
          {calendarOf(policy, goal.calendar) === undefined && (
            <option value={goal.calendar}>{say('targets.noCalendar')}</option>
          )}
          {calendars.map(([key, { calendar }]) => (
            <option key={key} value={key}>
              {isAlways(calendar) ? say('targets.aroundTheClock') : names.calendar(key)}
            </option>
          ))}
        </select>
      )}
      {goal !== undefined && <GoalNotes place={place} before={cell.before} published={cell.published} />}
    </div>
  );
}

function GoalNotes(props: {
  readonly place: GoalPlace;
  readonly before: string | null;
  readonly published: readonly string[];
}) {
  const { policy, words } = useWorkspace();
  const { place, before, published } = props;
  const goal = goalSetting(policy, place.plan, place.priority, place.metric);
  const day = goal && workingDayWords(goal, policy, words);
  return (
    <>
      {day && <p className="small subtle">{day}</p>}
      {before !== null && (
        <p className="small change">
          <Icon name="change" />
          {words.say('targets.changed', { before })}
        </p>
      )}
      {published.map((line) => (
        <p className="small subtle" key={line}>
          {line}
        </p>
      ))}
    </>
  );
}

/** As it is read back: `2d`, in French `2j`. */
function targetText(target: Duration, language: 'en' | 'fr'): string {
  const text = formatDuration(target);
  return language === 'fr' ? text.replace('bd', ' jours ouvrables').replace(/d$/, 'j') : text;
}

/** The calendar that `(24x7)` stands for. */
function clockCalendar(policy: PolicyDocument): string | undefined {
  return Object.entries(policy.calendars).find(([, { calendar }]) => isAlways(calendar))?.[0];
}
