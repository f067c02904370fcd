import type { PolicyDocument } from '../core/policy/document';
import type { Bilingual } from '../core/policy/text';
import english from '../i18n/en-US.json';
import french from '../i18n/fr-FR.json';
import type { Ports } from './ports';

/** A value as JQL takes it, and what the list of suggestions shows for it. */
export interface ValueSuggestion {
  readonly value: string;
  readonly label: string;
}

type Suggested = { readonly key: string; readonly label: Bilingual };

/**
 * What JQL may compare one of the app's fields with: the policy's levels and plans, the states of a clock; only what
 * contains `query`. A list of suggestions has no language, so each shows both (rules.md §10). Empty before a policy is
 * published and for a field that has no such values.
 */
export async function suggestValues(
  ports: Pick<Ports, 'policies'>,
  moduleKey: string,
  query: string,
): Promise<readonly ValueSuggestion[]> {
  const tracking = await ports.policies.tracking();
  if (tracking === null) return [];
  const { document } = await ports.policies.version(tracking.version);
  const wanted = query.trim().toLowerCase();
  return valuesOf(moduleKey, document)
    .map(({ key, label }) => ({ value: key, label: bothLanguages(label) }))
    .filter(({ value, label }) => `${value} ${label}`.toLowerCase().includes(wanted));
}

function valuesOf(moduleKey: string, document: PolicyDocument): readonly Suggested[] {
  switch (moduleKey) {
    case 'impact':
      return document.impacts.map(shown);
    case 'urgency':
      return document.urgencies.map(shown);
    case 'customer-plan':
      return document.plans.map(shown);
    case 'sla-status':
      return STATES;
    default:
      return [];
  }
}

const STATE_KEYS = ['breached', 'near-breach', 'running', 'paused', 'missed', 'met'] as const;
const STATES: readonly Suggested[] = STATE_KEYS.map((key) => ({
  key,
  label: { en: english.clock.state[key], fr: french.clock.state[key] },
}));

function shown({ key, label }: PolicyDocument['plans'][number] | PolicyDocument['impacts'][number]): Suggested {
  return { key, label: label.shown };
}

function bothLanguages({ en, fr }: Bilingual): string {
  return en === fr ? en : `${en} / ${fr}`;
}
