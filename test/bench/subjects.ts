import { measureFold } from './fold';
import { measureWorkingTime, type WorkingTimeFigures } from './working-time';

/** All that the bench measures. A subject joins with a file of its own and a line here. */
export type Figures = WorkingTimeFigures & ReturnType<typeof measureFold>;

export function measureAll(): Figures {
  return { ...measureWorkingTime(), ...measureFold() };
}
