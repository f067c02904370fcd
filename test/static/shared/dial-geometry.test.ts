import { dashes, figureSize, notchPath } from '../../../static/shared/dial-geometry';

/** A circle of circumference 100. */
const RADIUS = 100 / (2 * Math.PI);

describe('dashes', () => {
  it.each([
    [0, '0.00 100.00'],
    [0.25, '25.00 100.00'],
    [1, '100.00 100.00'],
    [1.4, '100.00 100.00'],
    [-0.1, '0.00 100.00'],
  ])('draws %d of the ring', (share, pattern) => {
    expect(dashes(share, RADIUS)).toBe(pattern);
  });
});

describe('notchPath', () => {
  it.each([
    ['due, at twelve o’clock', 0, 'M50.00 10.00L50.00 0.00'],
    ['a quarter, at three', 0.25, 'M90.00 50.00L100.00 50.00'],
    ['75 %, at nine', 0.75, 'M10.00 50.00L0.00 50.00'],
  ])('%s', (_, share, path) => {
    expect(notchPath(share, 100, 40, 50)).toBe(path);
  });
});

describe('figureSize', () => {
  it.each([
    ['1 h 13', 20],
    ['128 h 05', 16],
    ['1 284 h 05', 13],
  ])('%s', (figure, size) => {
    expect(figureSize(figure)).toBe(size);
  });
});
