/** Dates in queries: `2025-12-09`, `"2025-12-09 10:00"`, `-7d`, now(), startOfDay(-1d) and its like, in the reader's zone. */
import { instantOfWall, wallOf } from '../views/times';
import type { Operand } from './ast';
import { JqlError } from './jql-error';
import type { Reader } from './searcher';

const UNITS: Record<string, number> = { w: 604_800_000, d: 86_400_000, h: 3_600_000, m: 60_000 };
const ABSOLUTE = /^(\d{4})[-/](\d{1,2})[-/](\d{1,2})(?:[ T](\d{1,2}):(\d{2}))?$/;
const RELATIVE = /^([+-]?)(?:\d+[wdhm]\s*)+$/;

/** The instant that an operand of a date field means. Throws JqlError where it is no date. */
export function dateOperand({ site, user }: Reader, operand: Operand): number {
  const now = site.clock.now();
  if (operand.kind === 'call') return dateFunction(operand.name, operand.args, now, user.timeZone);
  if (operand.kind === 'empty') throw new JqlError('EMPTY is used with IS and IS NOT.');
  const absolute = ABSOLUTE.exec(operand.text);
  if (absolute !== null) {
    const [year, month, day, hour, minute] = absolute.slice(1).map((part) => Number(part || 0)) as [
      number,
      number,
      number,
      number,
      number,
    ];
    return instantOfWall({ year, month, day, hour, minute }, user.timeZone);
  }
  if (RELATIVE.test(operand.text)) return now + span(operand.text);
  throw new JqlError(
    `Date value '${operand.text}' is invalid. Valid formats include: 'yyyy/MM/dd HH:mm', 'yyyy-MM-dd HH:mm', 'yyyy/MM/dd', 'yyyy-MM-dd', or a period format e.g. '-5d', '4w 2d'.`,
  );
}

function span(text: string): number {
  const sign = text.startsWith('-') ? -1 : 1;
  let sum = 0;
  for (const [, count, unit = 'm'] of text.matchAll(/(\d+)([wdhm])/g)) sum += Number(count) * (UNITS[unit] ?? 0);
  return sign * sum;
}

function dateFunction(name: string, args: readonly string[], now: number, timeZone: string): number {
  const shift = args[0] === undefined ? 0 : shiftOf(args[0]);
  const wall = wallOf(now, timeZone);
  const midnight = { ...wall, hour: 0, minute: 0 };
  const weekday = new Date(Date.UTC(wall.year, wall.month - 1, wall.day)).getUTCDay();
  switch (name.toLowerCase()) {
    case 'now':
      return now;
    case 'startofday':
      return instantOfWall(midnight, timeZone) + shift;
    case 'endofday':
      return instantOfWall({ ...midnight, day: wall.day + 1 }, timeZone) - 1 + shift;
    case 'startofweek':
      return instantOfWall({ ...midnight, day: wall.day - weekday }, timeZone) + shift;
    case 'endofweek':
      return instantOfWall({ ...midnight, day: wall.day - weekday + 7 }, timeZone) - 1 + shift;
    case 'startofmonth':
      return instantOfWall({ ...midnight, day: 1 }, timeZone) + shift;
    case 'endofmonth':
      return instantOfWall({ ...midnight, month: wall.month + 1, day: 1 }, timeZone) - 1 + shift;
    default:
      throw new JqlError(`Unable to find JQL function '${name}(${args.join(', ')})'.`);
  }
}

/** `-1d`; a bare number counts days. */
const shiftOf = (text: string): number => span(/^[+-]?\d+$/.test(text) ? `${text}d` : text);
