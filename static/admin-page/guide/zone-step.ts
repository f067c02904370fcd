import type { NamedCalendar, PolicyDocument } from '../../../src/core/policy/document';
import type { StepKind } from '../draft/step-kind';

/** Another time zone for the default calendar and for those that share its zone. */
export interface ZoneStep {
  readonly kind: 'zone';
  readonly timeZone: string;
}

export const zoneStep: StepKind<ZoneStep> = {
  kind: 'zone',
  key: () => '',
  apply: (document, { timeZone }) => {
    const before = zoneOf(document);
    const moved = ([key, named]: [string, NamedCalendar]): [string, NamedCalendar] =>
      named.calendar.timeZone === before
        ? [key, { ...named, calendar: { ...named.calendar, timeZone } }]
        : [key, named];
    return { ...document, calendars: Object.fromEntries(Object.entries(document.calendars).map(moved)) };
  },
  words: ({ timeZone }, { base, words: { say } }) => [
    { place: say('guide.zone'), before: zoneOf(base) ?? say('none'), after: timeZone },
  ],
};

/** The zone whose days plan assignments count in; undefined for a policy without calendars. */
export function zoneOf({ calendars, defaultCalendar }: PolicyDocument): string | undefined {
  return Object.hasOwn(calendars, defaultCalendar) ? calendars[defaultCalendar]?.calendar.timeZone : undefined;
}
