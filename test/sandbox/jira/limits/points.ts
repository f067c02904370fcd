/** Points of one call, as Jira counts them: 1, and for reads 1 a core object and 2 an identity object. */
import type { Answer } from '../http/answer';

const BASE = 1;
const IDENTITY = 2;

/** A write costs its base alone; a refused call too. */
export function pointsOf({ objects }: Answer): number {
  return objects === null ? BASE : BASE + (objects.core ?? 0) + IDENTITY * (objects.identity ?? 0);
}
