import { useCallback, useEffect, useState } from 'react';
import type { HolidayPlace } from '../../../src/core/time/holiday-sources';
import type { Failure } from '../../shared/bridge';
import { call } from '../admin-call';

/** The countries whose holidays are known, asked once the form that needs them is open. */
export function useCountries(): {
  readonly countries: readonly HolidayPlace[];
  readonly failure: Failure | null;
  readonly retry: () => void;
} {
  const [countries, setCountries] = useState<readonly HolidayPlace[]>([]);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [attempt, setAttempt] = useState(0);
  useEffect(() => {
    let wanted = true;
    void call('countries', {}).then((outcome) => {
      if (!wanted) return;
      setFailure(outcome.ok ? null : outcome);
      if (outcome.ok) setCountries(outcome.data.countries);
    });
    return () => {
      wanted = false;
    };
  }, [attempt]);
  const retry = useCallback(() => setAttempt((n) => n + 1), []);
  return { countries, failure, retry };
}
