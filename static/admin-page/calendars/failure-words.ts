import type { Failure } from '../../shared/bridge';
import type { CalendarWords } from './calendar-words';

/** What a refused question about holidays or a file says is wrong; nothing where the failure speaks for itself. */
export function failureWords({ problems }: Failure, say: CalendarWords['say']): string {
  return problems
    .flatMap(({ code }) => {
      switch (code) {
        case 'ics.not-a-calendar':
          return [say('problem.not-a-calendar')];
        case 'ics.too-large':
          return [say('problem.too-large')];
        case 'ics.bad-range':
          return [say('problem.bad-range')];
        case 'holidays.unknown-country':
          return [say('problem.unknown-country')];
        case 'holidays.unknown-region':
          return [say('problem.unknown-region')];
        case 'holidays.bad-year':
          return [say('problem.bad-year')];
        default:
          return [];
      }
    })
    .join(' ');
}
