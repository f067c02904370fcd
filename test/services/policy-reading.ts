/**
 * An independent reading of a policy document, for the fuzz: plain conditions written from rules.md §2 and §3, without the
 * schema and without the checks that it is compared with. It gives the first thing wrong, or null.
 */
type Json = Readonly<Record<string, unknown>>;

const MEMBERS =
  'accepted alerts calendars clauses defaultCalendar defaultPlan duty extraDoneStatusIds impacts key levelFields matrix modes orderingBodies pauseStatusIds plans portal priorities reasons resolutionIdsApart schemaVersion scope statusCategories thresholds title updated urgencies';

class Wrong extends Error {}

const must = (holds: boolean, what: string): void => {
  if (!holds) throw new Wrong(what);
};
const object = (value: unknown, what: string, members?: string): Json => {
  must(typeof value === 'object' && value !== null && !Array.isArray(value), `${what} is no object`);
  must(Object.getPrototypeOf(value) === Object.prototype, `${what} has a prototype of its own`);
  const names = Object.keys(value as Json);
  for (const name of names) must(!/^(__proto__|constructor|prototype)$/.test(name), `${what} has ${name}`);
  if (members !== undefined) {
    const wanted = members.split(' ').filter((name) => !name.endsWith('?'));
    const known = members.split(' ').map((name) => name.replace('?', ''));
    for (const name of wanted) must(names.includes(name), `${what} lacks ${name}`);
    for (const name of names) must(known.includes(name), `${what} has ${name}`);
  }
  return value as Json;
};
const list = (value: unknown, what: string): readonly unknown[] => {
  must(Array.isArray(value) && value.length <= 500, `${what} is no list of at most 500`);
  return value as unknown[];
};
const text = (value: unknown, what: string): string => {
  must(typeof value === 'string' && value.length <= 4_000, `${what} is no text`);
  return value as string;
};
const key = (value: unknown, what: string): string => {
  must(/^[A-Za-z0-9][A-Za-z0-9._-]{0,39}$/.test(text(value, what)), `${what} is no key`);
  return value as string;
};
const number = (value: unknown, what: string, least = -Infinity, most = Infinity): void =>
  must(typeof value === 'number' && Number.isFinite(value) && value >= least && value <= most, `${what} is no number`);
const one = (value: unknown, what: string, choices: string): void =>
  must(typeof value === 'string' && choices.split(' ').includes(value), `${what} is none of ${choices}`);
const both = (value: unknown, what: string): void => {
  const { en, fr } = object(value, what, 'en fr');
  text(en, what);
  text(fr, what);
};
const policyText = (value: unknown, what: string): void => {
  const { published, shown } = object(value, what, 'published shown');
  both(shown, what);
  for (const words of Object.values(object(published, what, 'en fr'))) if (words !== null) text(words, what);
};
const unique = (keys: readonly string[], what: string): ReadonlySet<string> => {
  must(new Set(keys).size === keys.length, `${what} repeat a key`);
  return new Set(keys);
};
const duration = (value: unknown, what: string): void => {
  const { unit, amount } = object(value, what, 'unit amount');
  one(unit, what, 'minutes hours days business-days');
  number(amount, what, 0, 100_000);
};
const day = (value: unknown, what: string): void => {
  const date = text(value, what);
  must(/^\d{4}-\d{2}-\d{2}$/.test(date), `${what} is no day`);
  const read = new Date(`${date}T00:00:00Z`);
  must(!Number.isNaN(read.getTime()) && read.toISOString().startsWith(date), `${what} is no day`);
};
const minutes = (value: unknown, what: string): number => {
  const found = /^(\d\d):(\d\d)$/.exec(text(value, what));
  must(found !== null && Number(found[2]) < 60, `${what} is no time`);
  return Number(found?.[1]) * 60 + Number(found?.[2]);
};
const hours = (value: unknown, what: string): void => {
  const spans = list(value, what).map((stretch) => {
    const { start, end } = object(stretch, what, 'start end');
    const span = { start: minutes(start, what), end: minutes(end, what) };
    must(span.start < 1440 && span.end > span.start && span.end < 2880, `${what} runs backwards`);
    must(span.end - span.start < 1440 || (span.start === 0 && span.end === 1440), `${what} is longer than a day`);
    return span;
  });
  for (const a of spans)
    for (const b of spans) must(a === b || a.end <= b.start || b.end <= a.start, `${what} overlap`);
};
const calendar = (value: unknown, what: string): void => {
  const it = object(value, what);
  const zone = text(it['timeZone'], what);
  must(new Intl.DateTimeFormat('en', { timeZone: zone }).resolvedOptions().timeZone !== '', `${what} has no zone`);
  if ('always' in it) {
    object(it, what, 'timeZone always');
    must(it['always'] === true, `${what} is not always`);
    return;
  }
  const { weeklyHours, holidays, exceptions } = object(it, what, 'timeZone weeklyHours holidays exceptions');
  for (const [weekday, open] of Object.entries(object(weeklyHours, what))) {
    must(/^[1-7]$/.test(weekday), `${what} has no day ${weekday}`);
    hours(open, what);
  }
  for (const holiday of list(holidays, what)) {
    const { date, name } = object(holiday, what, 'date name?');
    day(date, what);
    if (name !== undefined) both(name, what);
  }
  const dates = list(exceptions, what).map((exception) => {
    const { date, hours: open } = object(exception, what, 'date hours');
    day(date, what);
    hours(open, what);
    return String(date);
  });
  unique(dates, what);
};

/** What is wrong with a document that was accepted, or null. */
export function wrongWith(value: unknown): string | null {
  try {
    read(object(value, 'the document', MEMBERS.replace('portal', 'portal?')));
    return null;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

function read(d: Json): void {
  must(Buffer.byteLength(JSON.stringify(d)) <= 240 * 1024, 'more than 240 KiB');
  must(d['schemaVersion'] === 1, 'another version of the schema');
  key(d['key'], 'key');
  policyText(d['title'], 'title');
  if (d['updated'] !== null) day(object(d['updated'], 'updated', 'date text')['date'], 'updated');
  const keyed = (name: string): readonly Json[] => list(d[name], name).map((item) => object(item, name));
  const keysOf = (name: string): ReadonlySet<string> =>
    unique(
      keyed(name).map((item) => key(item['key'], name)),
      name,
    );
  for (const name of ['clauses', 'reasons', 'orderingBodies']) keysOf(name);
  const impacts = keysOf('impacts');
  const urgencies = keysOf('urgencies');
  const priorities = keysOf('priorities');
  const plans = keysOf('plans');
  for (const level of [...keyed('impacts'), ...keyed('urgencies')]) {
    policyText(level['label'], 'level');
    policyText(level['description'], 'level');
  }
  for (const [impact, row] of Object.entries(object(d['matrix'], 'matrix'))) {
    must(impacts.has(impact), `no impact ${impact}`);
    for (const [urgency, priority] of Object.entries(object(row, 'matrix'))) {
      must(urgencies.has(urgency) && priorities.has(String(priority)), `no cell ${impact} ${urgency}`);
    }
  }
  const calendars = object(d['calendars'], 'calendars');
  for (const [name, named] of Object.entries(calendars)) {
    key(name, 'calendar');
    const it = object(named, name, 'label calendar holidaySource');
    both(it['label'], name);
    calendar(it['calendar'], name);
  }
  const isCalendar = (name: unknown): boolean => Object.hasOwn(calendars, String(name));
  for (const plan of keyed('plans')) {
    number(plan['rank'], 'rank');
    one(plan['portalVisibility'], 'visibility', 'state-and-times state nothing');
    for (const [priority, goals] of Object.entries(object(plan['goals'], 'goals'))) {
      must(priorities.has(priority), `no priority ${priority}`);
      for (const goal of Object.values(object(goals, 'goal', 'response? resolution?'))) {
        const it = object(goal, 'goal', 'target calendar published');
        duration(it['target'], 'target');
        must(isCalendar(it['calendar']), 'a goal without calendar');
      }
    }
    unique(
      list(plan['entitlements'], 'entitlements').map((row) => key(object(row, 'entitlement')['key'], 'entitlement')),
      'entitlements',
    );
  }
  must(plans.has(String(d['defaultPlan'])) || d['defaultPlan'] === 'none', 'no default plan');
  must(isCalendar(d['defaultCalendar']) || d['defaultCalendar'] === 'none', 'no default calendar');
  for (const threshold of list(d['thresholds'], 'thresholds')) {
    const it = object(threshold, 'threshold');
    if (it['kind'] === 'percent') {
      number(it['percent'], 'percent', 0, 100);
    } else {
      one(it['kind'], 'threshold', 'remaining');
      duration(it['remaining'], 'remaining');
    }
  }
  for (const entry of keyed('scope')) one(entry['kind'], 'scope', 'incident feature none');
  for (const name of ['pauseStatusIds', 'extraDoneStatusIds', 'resolutionIdsApart', 'accepted']) {
    for (const id of list(d[name], name)) text(id, name);
  }
  const modes = object(d['modes'], 'modes', 'retarget reopen duty outOfSubscription laterPlanReachesOpenTickets');
  one(modes['retarget'], 'retarget', 'carry restart retroactive');
  one(modes['reopen'], 'reopen', 'continue new-cycle');
  one(modes['duty'], 'duty', 'exempt pause');
  one(modes['outOfSubscription'], 'outOfSubscription', 'default-plan no-promise');
  must(typeof modes['laterPlanReachesOpenTickets'] === 'boolean', 'laterPlanReachesOpenTickets');
  const duty = object(d['duty'], 'duty', 'priorities text');
  for (const priority of list(duty['priorities'], 'duty')) must(priorities.has(String(priority)), 'duty');
}
