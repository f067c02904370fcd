import { useCallback, useEffect, useRef, useState } from 'react';
import type { OrganizationView } from '../../../src/contract/admin-page';
import type { LocalDate } from '../../../src/core/time/local-date';
import type { Failure } from '../../shared/bridge';
import { call } from '../admin-call';
import { found, readAssignments, readBook, withPlans, type Filter, type OrganizationBook } from './organization-book';

/** Rows that are shown at once, and that each *Show more* adds. */
const PAGE = 50;

export interface OrganizationList {
  readonly organizations: readonly OrganizationView[];
  /** All that match, where the whole list is read; null before. */
  readonly total: number | null;
  /** How many organizations were read, while the whole list is being read; null otherwise. */
  readonly read: number | null;
  readonly loading: boolean;
  readonly failure: Failure | null;
  /** Shows more; null at the end. */
  readonly more: (() => void) | null;
  readonly retry: () => void;
  readonly replace: (organization: OrganizationView) => void;
  /** The whole list, read now where it was not; null where that failed. */
  readonly whole: () => Promise<readonly OrganizationView[] | null>;
  /** Reads the plans again, and no names: many changed at once. */
  readonly refresh: () => Promise<void>;
}

interface FirstPages {
  readonly organizations: readonly OrganizationView[];
  readonly next: number | null;
}

/**
 * The site's organizations. The first rows come with one page of Jira's list; the whole list, which costs a call of Jira for
 * each fifty, is read once and kept for as long as the page is open, when somebody searches, filters, exports or imports.
 */
export function useOrganizations(search: string, filter: Filter, today: LocalDate): OrganizationList {
  const [pages, setPages] = useState<FirstPages | null>(null);
  const [book, setBook] = useState<OrganizationBook | null>(null);
  const [isReading, setReading] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [attempt, setAttempt] = useState(0);
  const [limit, setLimit] = useState({ search, filter, rows: PAGE });
  const reading = useRef<Promise<readonly OrganizationView[] | null> | null>(null);
  const life = useRef(0);
  const turn = useRef(0);
  const edits = useRef(0);
  const needsWhole = search.trim() !== '' || filter !== 'all';

  useEffect(
    () => () => {
      life.current += 1;
    },
    [],
  );

  const readPages = useCallback((start: number, before: readonly OrganizationView[]) => {
    const mine = life.current;
    void call('organizations', { start }).then((outcome) => {
      if (mine !== life.current) return;
      setFailure(outcome.ok ? null : outcome);
      if (!outcome.ok) return;
      setPages({ organizations: [...before, ...outcome.data.organizations], next: outcome.data.next });
    });
  }, []);

  useEffect(() => {
    readPages(0, []);
  }, [readPages, attempt]);

  const whole = useCallback((): Promise<readonly OrganizationView[] | null> => {
    const mine = life.current;
    const isWanted = (): boolean => mine === life.current;
    reading.current ??= (async () => {
      setReading(true);
      const outcome = await readBook(call, today, (next) => isWanted() && setBook(next), isWanted);
      if (!isWanted()) return null;
      setReading(false);
      if ('organizations' in outcome) {
        setFailure(null);
        setBook(outcome);
        return outcome.organizations;
      }
      setFailure(outcome);
      reading.current = null;
      return null;
    })();
    return reading.current;
  }, [today]);

  useEffect(() => {
    if (needsWhole) void whole();
  }, [needsWhole, whole, attempt]);

  const change = useCallback((changed: (list: readonly OrganizationView[]) => readonly OrganizationView[]) => {
    setPages((before) => before && { ...before, organizations: changed(before.organizations) });
    setBook((before) => before && { ...before, organizations: changed(before.organizations) });
    reading.current = reading.current?.then((list) => list && changed(list)) ?? null;
  }, []);
  const replace = useCallback(
    (organization: OrganizationView) => {
      edits.current += 1;
      change((list) => list.map((other) => (other.id === organization.id ? organization : other)));
    },
    [change],
  );
  const refresh = useCallback(async () => {
    const [mine, here] = [(turn.current += 1), life.current];
    // A list that is being read just now began with plans of before.
    await reading.current;
    let seen: number;
    let outcome: Awaited<ReturnType<typeof readAssignments>>;
    do {
      seen = edits.current;
      outcome = await readAssignments(call);
      if (mine !== turn.current || here !== life.current) return;
    } while (seen !== edits.current);
    setFailure(outcome.ok ? null : outcome);
    if (!outcome.ok) return;
    const { data } = outcome;
    change((list) => withPlans(list, data, today));
  }, [change, today]);
  const retry = useCallback(() => {
    setFailure(null);
    setAttempt((n) => n + 1);
  }, []);

  const rows = limit.search === search && limit.filter === filter ? limit.rows : PAGE;
  const showMore = (): void => setLimit({ search, filter, rows: rows + PAGE });
  const usesBook = needsWhole || book?.isComplete === true;
  if (usesBook) {
    const matches = found(book?.organizations ?? [], search, filter);
    return {
      organizations: matches.slice(0, rows),
      total: book?.isComplete === true ? matches.length : null,
      read: isReading ? (book?.organizations.length ?? 0) : null,
      loading: isReading,
      failure,
      more: matches.length > rows ? showMore : null,
      retry,
      replace,
      whole,
      refresh,
    };
  }
  const next = pages?.next ?? null;
  return {
    organizations: pages?.organizations ?? [],
    total: pages !== null && next === null ? pages.organizations.length : null,
    read: isReading ? (book?.organizations.length ?? 0) : null,
    loading: pages === null && failure === null,
    failure,
    more: next === null || pages === null ? null : () => readPages(next, pages.organizations),
    retry,
    replace,
    whole,
    refresh,
  };
}
