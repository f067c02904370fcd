import { instantOfLocal } from '../../../src/core/time/zone';
import { adfMarkup, adfOf } from '../../sandbox/pages/adf';
import { formatterOf } from '../../sandbox/pages/site-facts';
import { targetInstant, type MoveTarget } from '../../sandbox/pages/time-targets';
import { NEW_TOUR, nextStep, tourAfter, type Happening, type TourState } from '../../sandbox/pages/tour';
import { en } from '../../sandbox/pages/texts/en';
import { fr } from '../../sandbox/pages/texts/fr';
import { html } from '../../sandbox/pages/web/html';
import { localPath, matchRoute, type WebRoute } from '../../sandbox/pages/web/web';
import { SEED_STEPS } from '../../sandbox/seed/steps';

const at = (wall: string): number => {
  const [date = '', time = ''] = wall.split(' ');
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  return instantOfLocal('America/Toronto', date, hours * 60 + minutes);
};

describe('where the clock may be sent', () => {
  it.each<[MoveTarget, string, string]>([
    ['hour', '2025-12-09 10:00', '2025-12-09 11:00'],
    ['day', '2025-12-09 10:00', '2025-12-10 10:00'],
    ['monday', '2025-12-09 10:00', '2025-12-15 08:30'],
    ['monday', '2025-12-14 23:59', '2025-12-15 08:30'],
    ['monday', '2025-12-15 07:00', '2025-12-22 08:30'],
    ['clock-change', '2025-12-09 10:00', '2026-03-08 10:00'],
    ['clock-change', '2026-03-08 10:00', '2026-11-01 10:00'],
    ['clock-change', '2026-03-08 01:00', '2026-03-08 10:00'],
  ])('%s from %s is %s', (target, now, expected) => {
    const instant = targetInstant(target, { now: at(now), realNow: 0, nextThreshold: null });
    expect(instant).toBe(at(expected));
  });

  it.each<[string, MoveTarget, number, number | null]>([
    ['the machine’s own time lies behind', 'now', 500, null],
    ['a threshold has passed', 'next-threshold', 2_000, 900],
  ])('not where %s', (_, target, realNow, nextThreshold) => {
    expect(targetInstant(target, { now: 1_000, realNow, nextThreshold })).toBeNull();
  });
});

describe('the tour ticks by what happened', () => {
  const promise = { priority: 'P1', status: 'running', targets: { response: 1_800_000, resolution: 14_400_000 } };
  const sent: Happening = { kind: 'request-sent', by: 'customer-plus', key: 'SUP-20' };
  const seen = (view: typeof promise, key = 'SUP-20'): Happening => ({ kind: 'agent-panel', key, view });
  const moved: Happening = { kind: 'moved-to-threshold' };
  const read = (french: boolean): Happening => ({ kind: 'customer-panel', key: 'SUP-20', by: 'customer-plus', french });
  const after = (...happenings: Happening[]): TourState => happenings.reduce(tourAfter, NEW_TOUR);

  it.each<[string, Happening[], string[]]>([
    ['nothing yet', [], []],
    ['a request sent', [sent], ['send']],
    ['another ticket’s panel', [sent, seen(promise, 'SUP-1')], ['send']],
    ['a panel that shows P2', [sent, seen({ ...promise, priority: 'P2' })], ['send']],
    ['its promise seen', [sent, seen(promise)], ['send', 'promise']],
    ['time moved before the promise was seen', [sent, moved], ['send']],
    ['near breach before time was moved', [sent, seen({ ...promise, status: 'near-breach' })], ['send', 'promise']],
    [
      'its flag seen',
      [sent, seen(promise), moved, seen({ ...promise, status: 'near-breach' })],
      ['send', 'promise', 'threshold', 'flag'],
    ],
    ['read in English', [sent, read(false)], ['send']],
    ['read in French', [sent, read(true)], ['send', 'french']],
    ['no findings', [{ kind: 'admin-findings', count: 0 }], []],
    ['findings opened', [{ kind: 'admin-findings', count: 3 }], ['findings']],
  ])('%s', (_, happenings, done) => {
    expect(after(...happenings).done).toEqual(done);
  });

  it('follows a second request as long as the first one’s promise was not seen', () => {
    expect(after(sent, { ...sent, key: 'SUP-21' }).requestKey).toBe('SUP-21');
    expect(after(sent, seen(promise), { ...sent, key: 'SUP-21' }).requestKey).toBe('SUP-20');
  });

  it('points at the first step that is not done', () => {
    expect(nextStep(after({ kind: 'admin-findings', count: 1 }))).toBe('send');
  });
});

describe('markup', () => {
  it('escapes whatever is put into it, and its own parts once', () => {
    const name = '<img src=x onerror="1">';
    expect(html`<b title="${name}">${[html`<i>${name}</i>`, null, false, 7]}</b>`.text).toBe(
      '<b title="&lt;img src=x onerror=&quot;1&quot;&gt;"><i>&lt;img src=x onerror=&quot;1&quot;&gt;</i>7</b>',
    );
  });

  it('shows a document as its paragraphs', () => {
    expect(adfMarkup(adfOf('one\n<two>')).text).toBe('<p>one</p><p>&lt;two&gt;</p>');
  });
});

it.each([
  ['/queue?filter=near', '/queue?filter=near'],
  ['/browse/SUP-1', '/browse/SUP-1'],
  ['//evil.example', '/'],
  ['/\\evil.example', '/'],
  ['https://evil.example', '/'],
  [null, '/'],
])('%s leads to %s', (given, path) => {
  expect(localPath(given)).toBe(path);
});

it('finds a route by method and path, with the parts it names', () => {
  const route = (template: string): WebRoute => ({
    method: 'GET',
    template,
    answer: () => Promise.reject(new Error()),
  });
  const routes = [route('/browse/:key'), route('/browse/:key/history')];
  expect(matchRoute(routes, 'GET', '/browse/SUP-1')?.params).toEqual({ key: 'SUP-1' });
  expect(matchRoute(routes, 'GET', '/browse/SUP-1/history')?.route).toBe(routes[1]);
  expect(matchRoute(routes, 'GET', '/browse/')).toBeNull();
  expect(matchRoute(routes, 'POST', '/browse/SUP-1')).toBeNull();
});

it.each([
  ['extended', '1. Extended'],
  ['galactic', 'galactic'],
  [null, ''],
])('a list shows the level %s as %s, by the manifest’s own formatter', (value, shown) => {
  const formatter = { expression: 'value == null ? "" : value == "extended" ? "1. Extended" : value' };
  expect(formatterOf({ view: { formatter } })(value)).toBe(shown);
});

it('says the same things in both languages', () => {
  const keysOf = (value: unknown): unknown =>
    typeof value === 'object' && value !== null
      ? Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, keysOf(inner)]))
      : typeof value;
  expect(keysOf(fr)).toEqual(keysOf(en));
});

it('is seeded with a dozen requests and more, in both languages, before ten o’clock', () => {
  const sent = SEED_STEPS.flatMap(({ do: deed, at: when }) => (deed.kind === 'send' ? [{ ...deed, when }] : []));
  expect(sent.length).toBeGreaterThanOrEqual(12);
  expect(sent.every(({ when }) => when < '2025-12-09 10:00')).toBe(true);
});
