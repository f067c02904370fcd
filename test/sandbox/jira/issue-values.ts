/** Stored values of an issue by the form they have: one id or text, or a list of ids. */
import type { Issue, Json } from './model';

/** The text or id that a field holds; empty where it holds none. */
export function textIn(issue: Issue, fieldId: string): string {
  const value = issue.values[fieldId];
  return typeof value === 'string' ? value : '';
}

/** The strings of a stored list; none where the value is no list. */
export const listOf = (value: Json | undefined): string[] =>
  Array.isArray(value) ? value.filter((item): item is string => typeof item === 'string') : [];
