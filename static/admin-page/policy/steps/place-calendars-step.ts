import type { PolicyDocument } from '../../../../src/core/policy/document';
import type { StepKind } from '../../draft/step-kind';

/** The calendars of a country or region, made by the server from its holidays. */
export interface PlaceCalendarsStep {
  readonly kind: 'place-calendars';
  readonly calendars: PolicyDocument['calendars'];
  readonly defaultCalendar: string;
}

export const placeCalendarsStep: StepKind<PlaceCalendarsStep> = {
  kind: 'place-calendars',
  key: () => '',
  apply: (document, { calendars, defaultCalendar }) => ({
    ...document,
    calendars: { ...document.calendars, ...calendars },
    defaultCalendar,
  }),
  words: ({ calendars }, { base, words }) => {
    const names = (of: PolicyDocument['calendars']): string =>
      words.list(Object.values(of).map(({ label }) => words.pick(label))) || words.say('none');
    return [{ place: words.say('setting.calendars'), before: names(base.calendars), after: names(calendars) }];
  },
};
