import { useCallback } from 'react';
import type { PreviewView } from '../../../src/contract/admin-page';
import type { PolicyDocument } from '../../../src/core/policy/document';
import { call } from '../admin-call';
import type { Adoption } from '../set-up/set-up-tab';
import { useWorkedOut, type WorkedOut } from './use-worked-out';

export type Preview = WorkedOut<PreviewView>;

/** What publishing the draft would do to the tickets that are open now, worked out by the server. */
export function usePreview(document: PolicyDocument, adopt: Adoption): Preview {
  return useWorkedOut(
    useCallback(() => call('startPreview', { document, adopt }), [document, adopt]),
    status,
  );
}

const status = (runId: string) => call('previewStatus', { runId });
