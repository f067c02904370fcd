import { createContext, useContext } from 'react';
import type { AdminPageView } from '../../src/contract/admin-page';
import type { PolicyDocument } from '../../src/core/policy/document';
import type { AdminWords } from './admin-words';
import type { Names } from './names';
import type { DraftHandle } from './draft/use-draft';

/** What every part of the page works on. */
export interface Workspace {
  readonly view: AdminPageView;
  /** The policy as the draft has it. */
  readonly policy: PolicyDocument;
  readonly draft: DraftHandle;
  readonly words: AdminWords;
  readonly names: Names;
  readonly openTab: (tab: TabKey) => void;
}

export const TAB_KEYS = [
  'set-up',
  'policy',
  'assumptions',
  'calendars',
  'alerts',
  'health',
  'organizations',
  'versions',
  'proposals',
] as const;
export type TabKey = (typeof TAB_KEYS)[number];

export const WorkspaceContext = createContext<Workspace | null>(null);

/** The workspace around the component. */
export function useWorkspace(): Workspace {
  const workspace = useContext(WorkspaceContext);
  if (workspace === null) throw new Error('A component stands outside the workspace');
  return workspace;
}
