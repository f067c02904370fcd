import { HOUR, MINUTE } from '../../../src/core/time/instant';
import { figuresOf } from '../../../src/core/report/figures';
import {
  COUNTED,
  countOf,
  lateText,
  monthName,
  narrowed,
  rowName,
  shareText,
} from '../../../static/sla-board/report/report-words';
import { buildWords } from './build-board';

const plain = (text: string): string => text.replace(/[\u00A0\u202F]/g, ' ');
const late = (working: number) => ({
  outcome: 'missed' as const,
  apart: false,
  lateBy: { working, real: 2 * working },
});

describe('a report in words', () => {
  it.each([
    [0.999, '99.9 %', '99,9 %'],
    [1, '100 %', '100 %'],
    [0, '0 %', '0 %'],
    [null, '–', '–'],
  ])('writes the share %p as it was cut', (share, en, fr) => {
    expect(plain(shareText(buildWords(), share))).toBe(en);
    expect(plain(shareText(buildWords('fr'), share))).toBe(fr);
  });

  it('writes the median and what nine of ten do not exceed, and a dash where none was late', () => {
    const figures = figuresOf([late(20 * MINUTE), late(HOUR), late(5 * HOUR)]);
    expect(plain(lateText(buildWords(), figures.late?.working ?? null))).toBe('1 h 00 / 5 h 00');
    expect(plain(lateText(buildWords(), figures.late?.real ?? null))).toBe('2 h 00 / 10 h 00');
    expect(lateText(buildWords(), figuresOf([]).late?.working ?? null)).toBe('–');
  });

  it.each([
    ['named by the policy', { key: 'PLUS', label: { en: 'Plus', fr: 'Plus (fr)' } }, 'Plus', 'Plus (fr)'],
    ['without one', { key: null, label: null }, 'None', 'Sans'],
    ['no longer known', { key: '77', label: null }, '77 (No longer known)', '77 (N’existe plus)'],
  ])('names a row %s', (_case, row, en, fr) => {
    expect(rowName(buildWords(), row)).toBe(en);
    expect(rowName(buildWords('fr'), row)).toBe(fr);
  });

  it('names a month whatever the zone of the reader', () => {
    expect(monthName(buildWords(), '2026-01')).toBe('January 2026');
    expect(monthName(buildWords('fr'), '2026-01')).toBe('janvier 2026');
  });
});

it('a percentage is made of met and both kinds of missed, and of nothing else', () => {
  const figures = figuresOf([
    { ...late(HOUR), outcome: 'met' },
    late(HOUR),
    { ...late(HOUR), outcome: 'missed-customer-unavailable' },
    { ...late(HOUR), outcome: 'no-promise' },
    { ...late(HOUR), apart: true },
  ]);
  const counted = COUNTED.reduce((sum, outcome) => sum + countOf(figures, outcome), 0);
  expect(counted).toBe(3);
  expect(figures.kept).toBe(0.333);
  expect(countOf(figures, 'apart') + countOf(figures, 'no-promise')).toBe(2);
});

it.each([
  ['organization', '7', { priority: 'P1', organizationId: '7' }],
  ['plan', null, { priority: 'P1', plan: null }],
  ['priority', 'P2', { priority: 'P2' }],
] as const)('a figure by %s opens to the results of its row', (by, key, filter) => {
  expect(narrowed({ priority: 'P1' }, by, key)).toEqual(filter);
});
