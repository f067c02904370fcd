import { Skeleton, SkeletonShape } from '../shared/skeleton';

const ROWS = [1, 2, 3, 4, 5, 6] as const;

/** The shapes of the board to come: the picture, then rows. */
export function BoardSkeleton() {
  return (
    <Skeleton>
      <div className="card stack">
        <SkeletonShape shape="wide" />
        <SkeletonShape shape="block" />
        <SkeletonShape shape="block" />
      </div>
      <RowShapes />
    </Skeleton>
  );
}

/** The shapes of a page of incidents. */
export function RowShapes() {
  return (
    <div className="card stack">
      {ROWS.map((row) => (
        <SkeletonShape key={row} shape="block" />
      ))}
    </div>
  );
}
