import { memo, type ReactNode } from 'react';
import { WorkspaceContext, type Workspace } from './workspace-context';

/**
 * A tab's content with the workspace it works on. While nobody looks at it, it stays as it was and costs nothing: a change
 * of the draft is drawn in the tab that shows, and in another when somebody opens it.
 */
export const Resting = memo(
  function Resting(props: { readonly isHidden: boolean; readonly workspace: Workspace; readonly children: ReactNode }) {
    return <WorkspaceContext.Provider value={props.workspace}>{props.children}</WorkspaceContext.Provider>;
  },
  (before, after) => before.isHidden && after.isHidden,
);
