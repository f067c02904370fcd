import type { EpochMillis, Millis } from '../../src/core/time/instant';

/** A stretch of real time, half-open. */
export interface Stretch {
  readonly from: EpochMillis;
  readonly to: EpochMillis;
}

/** A piece of the picture's axis: open time keeps its length, long closed time is folded to a fixed width. */
export interface AxisPiece extends Stretch {
  readonly open: boolean;
  readonly folded: boolean;
  /** Place and width on the axis, 0 to 1. */
  readonly left: number;
  readonly width: number;
}

/** A fold's width as a share of the open time, and what all folds together may take. */
const FOLD_SHARE = 0.06;
const FOLDS_AT_MOST = 0.3;

/**
 * Lays real time out on an axis from 0 to 1: open stretches in proportion, closed ones between them folded, so that a
 * night does not push the working day aside.
 *
 * @param open open stretches within the domain, in order and apart
 */
export function layOut({ from, to }: Stretch, open: readonly Stretch[]): AxisPiece[] {
  const pieces: { from: EpochMillis; to: EpochMillis; open: boolean }[] = [];
  let last = from;
  for (const stretch of open) {
    if (stretch.from > last) pieces.push({ from: last, to: stretch.from, open: false });
    pieces.push({ ...stretch, open: true });
    last = stretch.to;
  }
  if (last < to) pieces.push({ from: last, to, open: false });

  const openTotal = sum(pieces.filter((piece) => piece.open).map(lengthOf));
  const closed = pieces.filter((piece) => !piece.open);
  const fold = openTotal === 0 ? Infinity : openTotal * Math.min(FOLD_SHARE, FOLDS_AT_MOST / closed.length);
  const weights = pieces.map((piece) => (piece.open ? lengthOf(piece) : Math.min(lengthOf(piece), fold)));
  const whole = sum(weights) || 1;
  let left = 0;
  return pieces.map((piece, index) => {
    const width = (weights[index] ?? 0) / whole;
    const placed = { ...piece, folded: !piece.open && lengthOf(piece) > fold, left, width };
    left += width;
    return placed;
  });
}

/** Where an instant stands on the axis, 0 to 1; instants outside stand at its ends. */
export function placeOn(axis: readonly AxisPiece[], at: EpochMillis): number {
  const piece = axis.find(({ to }) => at < to);
  if (piece === undefined) return 1;
  return piece.left + piece.width * Math.max(0, (at - piece.from) / lengthOf(piece));
}

/** What is left of a stretch once others are taken out of it. */
export function without(stretch: Stretch, taken: readonly Stretch[]): Stretch[] {
  return taken.reduce<Stretch[]>(
    (rest, { from, to }) =>
      rest.flatMap((part) =>
        [
          { from: part.from, to: Math.min(part.to, from) },
          { from: Math.max(part.from, to), to: part.to },
        ].filter((piece) => piece.from < piece.to),
      ),
    [stretch],
  );
}

function lengthOf({ from, to }: Stretch): Millis {
  return to - from;
}

function sum(lengths: readonly number[]): number {
  return lengths.reduce((total, length) => total + length, 0);
}
