/** A cell of the matrix by row (impact) and column (urgency), both from 0. */
export interface CellPlace {
  readonly row: number;
  readonly column: number;
}

/**
 * Where a key moves the focus in a grid of `rows` by `columns`: arrows one cell and no further than the edge, Home and End
 * to the row's ends, with Ctrl to the grid's corners.
 *
 * @returns null for keys that do not move
 */
export function movedBy(
  key: string,
  ctrl: boolean,
  { row, column }: CellPlace,
  { rows, columns }: { readonly rows: number; readonly columns: number },
): CellPlace | null {
  switch (key) {
    case 'ArrowUp':
      return { row: Math.max(0, row - 1), column };
    case 'ArrowDown':
      return { row: Math.min(rows - 1, row + 1), column };
    case 'ArrowLeft':
      return { row, column: Math.max(0, column - 1) };
    case 'ArrowRight':
      return { row, column: Math.min(columns - 1, column + 1) };
    case 'Home':
      return { row: ctrl ? 0 : row, column: 0 };
    case 'End':
      return { row: ctrl ? rows - 1 : row, column: columns - 1 };
    default:
      return null;
  }
}
