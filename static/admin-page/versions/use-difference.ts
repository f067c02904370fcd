import { useCallback } from 'react';
import type { PolicyDocument } from '../../../src/core/policy/document';
import type { Outcome } from '../../shared/bridge';
import { useView, type ViewHandle } from '../../shared/use-view';
import { call } from '../admin-call';
import { stepsBetween, type Difference } from './steps-between';

/** Two versions' documents and what differs between them. */
export interface Compared {
  readonly before: PolicyDocument;
  readonly after: PolicyDocument;
  readonly difference: Difference;
}

/** Compares two versions, asked of the server. Null where one of them is not known. */
export function useDifference(from: number, to: number): ViewHandle<Compared | null> {
  const ask = useCallback(async (): Promise<Outcome<Compared | null>> => {
    const [before, after] = await Promise.all([
      call('versionDocument', { version: from }),
      call('versionDocument', { version: to }),
    ]);
    if (!before.ok) return before;
    if (!after.ok) return after;
    if (before.data === null || after.data === null) return { ok: true, data: null };
    const documents = { before: before.data.document, after: after.data.document };
    return { ok: true, data: { ...documents, difference: stepsBetween(documents.before, documents.after) } };
  }, [from, to]);
  return useView(ask);
}
