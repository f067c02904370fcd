import { useMemo } from 'react';
import { useWorkspace } from '../workspace-context';
import { createCalendarWords, type CalendarWords } from './calendar-words';

/** The calendar editor's words for the reader of the page. */
export function useCalendarWords(): CalendarWords {
  const { words } = useWorkspace();
  return useMemo(() => createCalendarWords(words), [words]);
}
