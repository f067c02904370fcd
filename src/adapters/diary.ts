import { getAppContext } from '@forge/api';
import { kvs, WhereConditions } from '@forge/kvs';
import * as v from 'valibot';
import { HOUR, MINUTE, SECOND, type EpochMillis, type Millis } from '../core/time/instant';
import { NO_LATENESS, withLateness } from '../core/report/lateness';
import type { Diary, DiaryPage } from '../services/ports';
import { storing } from './store/store-error';

/**
 * What a warm function noted in this hour, kept under a key of its own, so that functions at work at once do not take each
 * other's counts. Flags and failures are kept soon, sweeps that found nothing and mere calls every quarter of an hour; what a
 * function had not kept when it ended is lost. By installation, since functions of several sites may share a process.
 */
interface Kept {
  page: DiaryPage;
  isChanged: boolean;
  isUrgent: boolean;
  keptAt: EpochMillis;
}

const keptOf = new Map<string, Kept>();
const instance = crypto.randomUUID();
const PREFIX = 'diary:';

const URGENT_WAIT: Millis = 30 * SECOND;
const WAIT: Millis = 15 * MINUTE;
const PAGES_A_READ = 100;
const MOST_READS = 5;
const TTL = { ttl: { value: 26, unit: 'HOURS' } } as const;

/** The notes of functions on what they did: times, counts and codes. */
export const diary: Diary = { flagged, swept, keep, pages };

function flagged(late: readonly Millis[]): void {
  if (late.length === 0) return;
  change(({ lateness }) => ({ lateness: late.reduce(withLateness, lateness) }), true);
}

function swept(at: EpochMillis): void {
  change(() => ({ lastSweepAt: at }), false);
}

/** A call to Jira that cost so many points. */
export function noteCall(points: number): void {
  change((page) => ({ points: page.points + points }), false);
}

/** Something that did not work, by the code that the log has. */
export function noteFailure(code: string): void {
  const before = kept().page.failures[code]?.count ?? 0;
  change(({ failures }) => ({ failures: { ...failures, [code]: { count: before + 1, last: Date.now() } } }), true);
}

/** A failure here must not undo the work that it is about. */
async function keep(): Promise<void> {
  const notes = kept();
  const now = Date.now();
  if (!notes.isChanged || now - notes.keptAt < (notes.isUrgent ? URGENT_WAIT : WAIT)) return;
  notes.keptAt = now;
  notes.isChanged = false;
  notes.isUrgent = false;
  try {
    await kvs.set(`${PREFIX}${notes.page.hour}:${instance}`, notes.page, TTL);
  } catch {
    notes.isChanged = true;
  }
}

const pageShape = v.object({
  hour: v.number(),
  points: v.number(),
  lastSweepAt: v.nullable(v.number()),
  lateness: v.array(v.number()),
  failures: v.record(v.string(), v.object({ count: v.number(), last: v.number() })),
});

async function pages(since: EpochMillis): Promise<readonly DiaryPage[]> {
  const found: DiaryPage[] = [];
  let cursor: string | undefined;
  for (let reads = 0; reads < MOST_READS; reads += 1) {
    const query = kvs.query().where('key', WhereConditions.beginsWith(PREFIX)).limit(PAGES_A_READ);
    const read = await storing('read-diary', () => (cursor === undefined ? query : query.cursor(cursor)).getMany());
    for (const { value } of read.results) {
      const parsed = v.safeParse(pageShape, value);
      if (parsed.success && parsed.output.hour > since - HOUR) found.push(parsed.output);
    }
    cursor = read.nextCursor;
    if (cursor === undefined) break;
  }
  return found;
}

function change(by: (page: DiaryPage) => Partial<DiaryPage>, isUrgent: boolean): void {
  const notes = kept();
  notes.page = { ...notes.page, ...by(notes.page) };
  notes.isChanged = true;
  notes.isUrgent ||= isUrgent;
}

/** The page of this hour; a new hour begins another. */
function kept(): Kept {
  const { installationId } = getAppContext().installationAri;
  const hour = Math.floor(Date.now() / HOUR) * HOUR;
  const known = keptOf.get(installationId);
  if (known?.page.hour === hour) return known;
  const page: DiaryPage = { hour, points: 0, lastSweepAt: null, lateness: NO_LATENESS, failures: {} };
  const fresh = { page, isChanged: false, isUrgent: false, keptAt: known?.keptAt ?? 0 };
  keptOf.set(installationId, fresh);
  return fresh;
}
