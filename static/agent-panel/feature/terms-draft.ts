import type {
  FeatureRequestView,
  NamedOrganization,
  ProposalFormView,
  ProposeRequest,
} from '../../../src/contract/proposal';
import type { Bilingual, Language } from '../../../src/core/policy/text';
import { decimalsOf, parseCents, type Currency, type Money } from '../../../src/core/proposal/money';
import { REQUESTER, type WeightBasis } from '../../../src/core/proposal/proposal';
import { weightOf } from '../../../src/core/proposal/register';
import { sharesOf, type Share } from '../../../src/core/proposal/shares';

/** What an agent has filled in so far. */
export interface TermsDraft {
  readonly amount: string;
  readonly currency: Currency;
  readonly payer: 'one' | 'order';
  /** The one customer: an organization of the request, or REQUESTER. */
  readonly organizationId: string;
  /** Key of the ordering body; empty until chosen. */
  readonly body: string;
  readonly basis: WeightBasis;
  readonly chosen: readonly NamedOrganization[];
  readonly words: Bilingual;
}

/** A problem with a draft: a code under `proposal.problem`, and the field it is about. */
export interface DraftProblem {
  readonly code: 'malformed' | 'ambiguous' | 'too-many-decimals' | 'out-of-range' | 'no-body' | 'no-establishments';
  readonly field: 'amount' | 'body' | 'chosen';
}

export type DraftTerms =
  | { readonly ok: true; readonly terms: Omit<ProposeRequest, 'baseVersion' | 'asksAgain'> }
  | { readonly ok: false; readonly problem: DraftProblem };

/** A draft that begins with what is proposed now, or for a first proposal with the request's own organization. */
export function draftFrom({ proposal }: FeatureRequestView, form: ProposalFormView, language: Language): TermsDraft {
  const own = form.onRequest[0]?.organizationId ?? REQUESTER;
  if (proposal === null) {
    return {
      amount: '',
      currency: 'CAD',
      payer: 'one',
      organizationId: own,
      body: '',
      basis: 'equal',
      chosen: form.onRequest,
      words: { en: '', fr: '' },
    };
  }
  const { total, orderedBy, basis, establishments, words } = proposal.current;
  const isOrder = orderedBy !== null;
  return {
    amount: amountText(total, language),
    currency: total.currency,
    payer: isOrder ? 'order' : 'one',
    organizationId: isOrder ? own : (establishments[0]?.organizationId ?? own),
    body: orderedBy?.key ?? '',
    basis,
    chosen: isOrder
      ? establishments.flatMap(({ organizationId, name }) => (name === null ? [] : [{ organizationId, name }]))
      : form.onRequest,
    words: words ?? { en: '', fr: '' },
  };
}

function amountText({ cents, currency }: Money, language: Language): string {
  const decimals = decimalsOf(currency);
  const figure = (cents / 10 ** decimals).toFixed(decimals);
  return language === 'fr' ? figure.replace('.', ',') : figure;
}

/** What the draft proposes, or the first thing that is still wrong with it. */
export function termsFrom(draft: TermsDraft): DraftTerms {
  const parsed = parseCents(draft.amount, draft.currency);
  if (!parsed.ok) return { ok: false, problem: { code: parsed.problem, field: 'amount' } };
  const isOrder = draft.payer === 'order';
  if (isOrder && draft.body === '') return { ok: false, problem: { code: 'no-body', field: 'body' } };
  if (isOrder && draft.chosen.length === 0)
    return { ok: false, problem: { code: 'no-establishments', field: 'chosen' } };
  const hasWords = `${draft.words.en}${draft.words.fr}`.trim() !== '';
  return {
    ok: true,
    terms: {
      total: { cents: parsed.cents, currency: draft.currency },
      orderedBy: isOrder ? draft.body : null,
      basis: isOrder ? draft.basis : 'equal',
      organizationIds: isOrder ? draft.chosen.map(({ organizationId }) => organizationId) : [draft.organizationId],
      words: hasWords ? draft.words : null,
    },
  };
}

export interface SharePreview extends NamedOrganization {
  /** Null where its figure is not on record, or there is no amount yet. */
  readonly cents: number | null;
  readonly isWeighed: boolean;
}

/** What each chosen establishment would pay, as far as the draft and the record say; in the order of the list. */
export function previewOf(draft: TermsDraft, form: ProposalFormView): readonly SharePreview[] {
  const records = new Map(form.records.map((record) => [record.organizationId, record]));
  const weighed = draft.chosen.map((organization) => ({
    ...organization,
    weight: weightOf(draft.basis, records.get(organization.organizationId)),
  }));
  const parsed = parseCents(draft.amount, draft.currency);
  const isWhole = weighed.every(({ weight }) => weight !== null);
  const result =
    parsed.ok && isWhole
      ? sharesOf(
          parsed.cents,
          weighed.map(({ organizationId, weight }) => ({ organizationId, weight: weight ?? 0 })),
        )
      : null;
  const shares = new Map<string, Share>(
    result?.ok === true ? result.shares.map((share) => [share.organizationId, share]) : [],
  );
  return weighed.map(({ organizationId, name, weight }) => ({
    organizationId,
    name,
    cents: shares.get(organizationId)?.cents ?? null,
    isWeighed: weight !== null,
  }));
}

/** The chosen with more of them, each once. */
export function withMore(
  chosen: readonly NamedOrganization[],
  more: readonly NamedOrganization[],
): readonly NamedOrganization[] {
  const known = new Set(chosen.map(({ organizationId }) => organizationId));
  return [...chosen, ...more.filter(({ organizationId }) => !known.has(organizationId))];
}
