import { isAlways } from '../../time/calendar';
import type { GoalSetting, PolicyDocument } from '../document';
import type { Reading, Reported } from '../finding';
import { calendarOf } from '../lookup';
import type { GoalPlace, PolicyTextPlace } from '../place';
import { policyTexts } from '../policy-texts';
import { HOURS_WITHOUT_EXCEPTION, WHOLE_SERVICE_WITH_WORKAROUND } from '../presets/stage-plus/known-wordings';
import type { Bilingual } from '../text';
import { goalsOf } from './goals-of';

/** A passage that people read, in each language. */
export interface Quote {
  readonly place: PolicyTextPlace;
  readonly passage: Bilingual;
}

/**
 * Sentences that read well one by one and contradict each other. No rule finds them, so a reader of the document noted
 * them; a finding stands while people still read every quoted passage, and falls when an admin words one otherwise.
 */
export interface KnownWording {
  readonly quotes: readonly Quote[];
  /** The place to reword, and how. */
  readonly suggestion: { readonly place: PolicyTextPlace; readonly shown: Bilingual };
}

/** What the wording of a known document leaves open or contradicts. */
export function checkKnownWordings(document: PolicyDocument): readonly Reported[] {
  return [...checkCaseWithoutLevel(document), ...checkHours(document)];
}

function checkCaseWithoutLevel(document: PolicyDocument): readonly Reported[] {
  const { quotes, suggestion, fits, expected, axis } = WHOLE_SERVICE_WITH_WORKAROUND;
  if (!isRead(document, quotes)) return [];
  return [
    {
      code: 'case-without-level',
      place: { kind: 'level-description', axis, level: fits },
      facts: { axis, fits, expected },
      readings: quotes.map(asReading),
      fix: { kind: 'set-shown', ...suggestion },
    },
  ];
}

function checkHours(document: PolicyDocument): readonly Reported[] {
  const { quotes, suggestion, clause } = HOURS_WITHOUT_EXCEPTION;
  const goals = goalsOf(document).filter(({ setting }) => isAroundTheClock(document, setting));
  if (goals.length === 0 || !isRead(document, quotes)) return [];
  return [
    {
      code: 'hours-against-around-the-clock',
      place: suggestion.place,
      facts: { clause, goals: goals.map(({ plan, priority, metric }): GoalPlace => ({ plan, priority, metric })) },
      readings: [
        ...quotes.map(asReading),
        ...goals.map(({ setting, ...place }): Reading => ({
          sources: [{ kind: 'set', place: { kind: 'goal', ...place } }],
          value: { kind: 'duration', duration: setting.target, calendar: setting.calendar },
          ratio: null,
          inForce: true,
          fix: null,
        })),
      ],
      fix: { kind: 'set-shown', ...suggestion },
    },
  ];
}

/** In either language: a contradiction that is left in one is still read. */
function isRead(document: PolicyDocument, quotes: readonly Quote[]): boolean {
  const texts = policyTexts(document);
  return (['en', 'fr'] as const).some((language) =>
    quotes.every(({ place, passage }) =>
      texts.some(
        (placed) => isSamePlace(placed.place, place) && placed.text.shown[language].includes(passage[language]),
      ),
    ),
  );
}

function isSamePlace(a: PolicyTextPlace, b: PolicyTextPlace): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

function asReading({ place, passage }: Quote): Reading {
  return {
    sources: [{ kind: 'shown', place }],
    value: { kind: 'bilingual', text: passage },
    ratio: null,
    inForce: true,
    fix: null,
  };
}

function isAroundTheClock(document: PolicyDocument, { calendar }: GoalSetting): boolean {
  const found = calendarOf(document, calendar)?.calendar;
  return found !== undefined && isAlways(found);
}
