import { createContext, useContext } from 'react';

/** What organizations are called, of those that the page has read; an unread one by its number. */
export const BookNames = createContext<(organizationId: string) => string>((id) => id);

export function useBookNames(): (organizationId: string) => string {
  return useContext(BookNames);
}
