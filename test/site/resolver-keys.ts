import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The contract files of each surface, by a module whose resolver answers them. */
const CONTRACTS = {
  'agent-panel': ['agent-panel'],
  'admin-page': ['admin-page', 'alerts', 'calendars', 'health', 'proposals', 'set-up', 'site-choices', 'versions'],
  'customer-panel': ['customer-panel'],
  'request-form': ['request-form'],
  impact: ['level-field'],
  'sla-gadget': ['sla-gadget'],
  'sla-board': ['sla-board', 'report'],
} as const;

export interface ResolverKey {
  readonly surface: keyof typeof CONTRACTS;
  readonly key: string;
}

/** Every key that a resolver answers, as the contracts have them. */
export function resolverKeys(): readonly ResolverKey[] {
  return (Object.keys(CONTRACTS) as (keyof typeof CONTRACTS)[]).flatMap((surface) =>
    CONTRACTS[surface].flatMap((file) => {
      const contract = readFileSync(join(__dirname, `../../src/contract/${file}.ts`), 'utf8');
      const api = /export type \w+Api = \{([\s\S]*?)\n\}/.exec(contract)?.[1] ?? '';
      const keys = [...api.matchAll(/^ {2}(\w+): \{/gm)].map(([, key = '']) => ({ surface, key }));
      if (keys.length === 0) throw new Error(`${file} has no calls`);
      return keys;
    }),
  );
}
