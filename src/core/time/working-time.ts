// The five questions of working time by one address. Browser code imports working-time-queries.ts instead: compiling needs
// luxon for the zones, and browsers receive working time compiled.
export { compileCalendar } from './compile-calendar';
export {
  addWorkingTime,
  isWorkingTime,
  subtractWorkingTime,
  workingTimeBetween,
  type WorkingTime,
} from './working-time-queries';
