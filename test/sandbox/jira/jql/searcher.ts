/** What a field offers to queries: what an issue holds, what an operand means, and how issues sort by it. */
import type { Issue, User } from '../model';
import type { Site } from '../site';
import type { Operand } from './ast';

export type Key = string | number;

export interface Reader {
  site: Site;
  user: User;
}

export interface Searcher {
  /** `order`: also < and >; `text`: ~ instead of =; `both`: either. */
  compares: 'equal' | 'order' | 'text' | 'both';
  /** A name that queries may use for an empty field (`resolution = Unresolved`). */
  emptyName?: string;
  /** What the issue holds; none where the field is empty. */
  held: (issue: Issue) => Key[];
  /** What an operand stands for. Throws JqlError on a value that the field cannot have. */
  keys: (operand: Operand) => Key[];
  /** The keys by which issues sort; null sorts last upwards and first downwards. */
  sort: (issue: Issue) => Key | null;
}
