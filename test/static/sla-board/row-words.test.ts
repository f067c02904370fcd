import { HOUR, MINUTE } from '../../../src/core/time/instant';
import { dueText, leftText, levelsText, usedText } from '../../../static/sla-board/row-words';
import { rowAfter } from '../../../static/sla-board/use-row-keys';
import { buildClock, buildIncident, buildWords, NOW } from './build-board';

const plain = (text: string | null): string | null => text?.replace(/\u00A0/g, ' ') ?? null;

describe('a row in words', () => {
  it.each([
    ['en', 'Extended × Critical'],
    ['fr', 'Étendu × Critique'],
  ] as const)('tells both levels in %s', (language, text) => {
    expect(levelsText(buildWords(language), buildIncident())).toBe(text);
  });

  it('says which level is missing, and nothing where both are', () => {
    expect(levelsText(buildWords(), buildIncident({ urgency: null }))).toBe('Extended × not set');
    expect(levelsText(buildWords(), buildIncident({ impact: null, urgency: null }))).toBeNull();
  });

  it.each([
    [2 * HOUR, '2 h 00 left', 'Reste 2 h 00'],
    [MINUTE + 1, '2 min left', 'Reste 2 min'],
    [30_000, '30 s left', 'Reste 30 s'],
    [-90_000, '1 min late', '1 min de retard'],
  ])('%d ms remaining', (remaining, en, fr) => {
    const counted = { remaining, share: 0.5, state: 'running' } as const;
    expect(plain(leftText(buildWords(), counted))).toBe(en);
    expect(plain(leftText(buildWords('fr'), counted))).toBe(fr);
  });

  it.each([
    [0.5, '50 % used'],
    [0.9999, '99 % used'],
    [1, '100 % used'],
    [1.0001, 'over 100 %'],
    [null, ''],
  ])('a share of %p is %p, never rounded up to the whole', (share, text) => {
    expect(plain(usedText(buildWords(), { remaining: 0, share, state: 'running' }))).toBe(text);
  });

  it('tells when it falls due, and why there is no time where there is none', () => {
    const words = buildWords();
    expect(plain(dueText(words, buildIncident({ clock: buildClock() }), NOW))).toBe('today 12:00 PM');
    expect(dueText(words, buildIncident({ clock: null, state: 'paused' }), NOW)).toBe('No due time while paused');
    expect(dueText(words, buildIncident({ clock: null, state: 'none' }), NOW)).toBe('No promise');
  });
});

describe('the keys that walk the rows', () => {
  it.each([
    ['ArrowDown', 0, 1],
    ['ArrowDown', 4, 4],
    ['ArrowUp', 1, 0],
    ['ArrowUp', 0, 0],
    ['Home', 3, 0],
    ['End', 1, 4],
    ['Enter', 1, null],
  ])('%s from row %d', (key, from, to) => {
    expect(rowAfter(key, from, 5)).toBe(to);
  });
});
