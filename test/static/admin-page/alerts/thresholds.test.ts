import { tabAfter } from '../../../../static/admin-page/tab-keys';
import { parseThresholds } from '../../../../static/admin-page/alerts/thresholds';

const percent = (value: number) => ({ kind: 'percent', percent: value });
const remaining = (unit: string, amount: number) => ({ kind: 'remaining', remaining: { unit, amount } });

describe('warnings as typed', () => {
  test.each([
    ['75 %, 90 %', [percent(75), percent(90)]],
    ['75; 90', [percent(75), percent(90)]],
    ['75\u00A0%,\u00A090\u00A0%', [percent(75), percent(90)]],
    ['87,5 %, 90 %', [percent(87.5), percent(90)]],
    ['90 %, 30 min left', [percent(90), remaining('minutes', 30)]],
    ['encore 1 h', [remaining('hours', 1)]],
    ['1 d', [remaining('days', 1)]],
    ['', []],
    [' , ', []],
  ])('%s', (text, thresholds) => {
    expect(parseThresholds(text)).toEqual({ ok: true, thresholds });
  });

  test.each([
    ['75 %, soon', 'soon'],
    ['0 %', '0 %'],
    ['100 %', '100 %'],
    ['2bd', '2bd'],
  ])('%s is refused for %s', (text, piece) => {
    expect(parseThresholds(text)).toEqual({ ok: false, text: piece });
  });
});

test.each([
  ['ArrowRight', 0, 1],
  ['ArrowRight', 3, 0],
  ['ArrowLeft', 0, 3],
  ['Home', 2, 0],
  ['End', 1, 3],
  ['Enter', 1, null],
])('in four tabs, %s moves from %d to %s', (key, index, next) => {
  expect(tabAfter(key, index, 4)).toBe(next);
});
