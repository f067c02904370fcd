import { movedBy } from '../../../static/shared/matrix-keys';

const GRID = { rows: 4, columns: 3 };

describe('movedBy', () => {
  it.each([
    ['ArrowRight', false, { row: 1, column: 2 }],
    ['ArrowLeft', false, { row: 1, column: 0 }],
    ['ArrowUp', false, { row: 0, column: 1 }],
    ['ArrowDown', false, { row: 2, column: 1 }],
    ['Home', false, { row: 1, column: 0 }],
    ['End', false, { row: 1, column: 2 }],
    ['Home', true, { row: 0, column: 0 }],
    ['End', true, { row: 3, column: 2 }],
  ])('%s (Ctrl: %p) moves from the middle', (key, ctrl, place) => {
    expect(movedBy(key, ctrl, { row: 1, column: 1 }, GRID)).toEqual(place);
  });

  it.each(['ArrowUp', 'ArrowLeft'])('%s stays at the first cell', (key) => {
    expect(movedBy(key, false, { row: 0, column: 0 }, GRID)).toEqual({ row: 0, column: 0 });
  });

  it.each(['ArrowDown', 'ArrowRight'])('%s stays at the last cell', (key) => {
    expect(movedBy(key, false, { row: 3, column: 2 }, GRID)).toEqual({ row: 3, column: 2 });
  });

  it.each(['Enter', ' ', 'a', 'Tab'])('%p does not move', (key) => {
    expect(movedBy(key, false, { row: 1, column: 1 }, GRID)).toBeNull();
  });
});
