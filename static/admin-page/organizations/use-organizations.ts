import { useCallback, useEffect, useState } from 'react';
import type { OrganizationView } from '../../../src/contract/admin-page';
import type { Failure } from '../../shared/bridge';
import { call } from '../admin-call';

/** A pause in typing before the search is asked. */
const PAUSE_MILLIS = 300;

export interface OrganizationList {
  readonly organizations: readonly OrganizationView[];
  /** Where the next page starts; null at the end. */
  readonly next: number | null;
  readonly loading: boolean;
  readonly failure: Failure | null;
  readonly more: () => void;
  readonly retry: () => void;
  readonly replace: (organization: OrganizationView) => void;
}

interface Page {
  readonly organizations: readonly OrganizationView[];
  readonly next: number | null;
  readonly failure: Failure | null;
}

const NOTHING: Page = { organizations: [], next: null, failure: null };

/** The site's organizations whose name contains the search, page by page. */
export function useOrganizations(search: string): OrganizationList {
  const [page, setPage] = useState<Page>(NOTHING);
  // What was asked last: the answer to an earlier question is dropped.
  const [asked, setAsked] = useState<{ readonly search: string; readonly start: number }>({ search, start: 0 });
  const [attempt, setAttempt] = useState(0);
  const [answered, setAnswered] = useState<unknown>(null);

  useEffect(() => {
    const timer = setTimeout(() => {
      setAsked((before) => (before.search === search ? before : { search, start: 0 }));
    }, PAUSE_MILLIS);
    return () => {
      clearTimeout(timer);
    };
  }, [search]);

  useEffect(() => {
    let wanted = true;
    void call('organizations', asked).then((outcome) => {
      if (!wanted) return;
      setAnswered(asked);
      setPage((before) => {
        const kept = asked.start === 0 ? [] : before.organizations;
        if (!outcome.ok) return { organizations: kept, next: null, failure: outcome };
        const { organizations, next } = outcome.data;
        return { organizations: [...kept, ...organizations], next, failure: null };
      });
    });
    return () => {
      wanted = false;
    };
  }, [asked, attempt]);

  const { next } = page;
  const more = useCallback(() => {
    if (next !== null) setAsked(({ search: sought }) => ({ search: sought, start: next }));
  }, [next]);
  const retry = useCallback(() => {
    setAttempt((n) => n + 1);
  }, []);
  const replace = useCallback((organization: OrganizationView) => {
    setPage((before) => ({
      ...before,
      organizations: before.organizations.map((other) => (other.id === organization.id ? organization : other)),
    }));
  }, []);
  const loading = answered !== asked || asked.search !== search;
  return { ...page, loading, more, retry, replace };
}
