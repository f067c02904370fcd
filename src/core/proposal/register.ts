import type { EpochMillis } from '../time/instant';
import type { WeightBasis } from './proposal';

/** What an organization counts in an order: its fee in cents and its users, each null where nobody recorded it. */
export interface EstablishmentRecord {
  readonly organizationId: string;
  readonly fee: number | null;
  readonly users: number | null;
  readonly recordedAt: EpochMillis;
}

/** A list of organizations that orders concern again and again. */
export interface EstablishmentGroup {
  /** Its only name: a code, since free words are never stored (rules.md §11). */
  readonly code: string;
  readonly organizationIds: readonly string[];
}

/** A group's code as it is kept (`cisss-mtl` is `CISSS-MTL`), or null for what is no code. */
export function groupCode(text: string): string | null {
  const code = text.trim().toUpperCase();
  return /^[A-Z0-9]([A-Z0-9._-]{0,28}[A-Z0-9])?$/.test(code) ? code : null;
}

/** An organization's weight by a basis; null where its figure is not on record. */
export function weightOf(basis: WeightBasis, record: EstablishmentRecord | undefined): number | null {
  return basis === 'equal' ? 1 : (record?.[basis] ?? null);
}
