/** What a clause of the policy is about, for the places where people read it. */
export type ClauseTopic = 'included' | 'hours' | 'bugs' | 'definitions' | 'other-plans' | 'other';

/** Clauses by the keys that the presets give them. */
const TOPICS: Readonly<Record<string, ClauseTopic>> = {
  subscription: 'included',
  'support-hours': 'hours',
  'support-scope': 'bugs',
  order: 'definitions',
  impact: 'definitions',
  urgency: 'definitions',
  priority: 'definitions',
  'plus-option': 'other-plans',
};

/** The topic of a clause by its key; a clause that no preset knows is of none in particular. */
export function clauseTopic(key: string): ClauseTopic {
  return Object.hasOwn(TOPICS, key) ? (TOPICS[key] ?? 'other') : 'other';
}
