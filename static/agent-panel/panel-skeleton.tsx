import { Skeleton, SkeletonShape } from '../shared/skeleton';

/** The shapes of the panel to come: the dial with its words, the small clock, the matrix. */
export function PanelSkeleton() {
  return (
    <Skeleton>
      <div className="clock-main">
        <SkeletonShape shape="dial" />
        <div className="stack">
          <SkeletonShape shape="half" />
          <SkeletonShape shape="wide" />
          <SkeletonShape shape="half" />
        </div>
      </div>
      <div className="skeleton-rows">
        <SkeletonShape shape="block" />
        <SkeletonShape shape="block" />
      </div>
    </Skeleton>
  );
}
