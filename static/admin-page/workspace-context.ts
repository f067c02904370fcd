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
  /** Opens the guide at a step, also where the set-up is long done. */
  readonly openGuide: (step: GuideStep) => void;
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

export const GUIDE_STEPS = ['policy', 'tickets', 'calendar', 'organizations', 'fields', 'start'] as const;
export type GuideStep = (typeof GUIDE_STEPS)[number];

export const WorkspaceContext = createContext<Workspace | null>(null);

/** The workspace around the component. */
export function useWorkspace(): Workspace {
  const workspace = useContext(WorkspaceContext);
  if (workspace === null) throw new Error('A component stands outside the workspace');
  return workspace;
}
