import type { KnownWording } from '../../checks/known-wordings';
import type { LevelKey } from '../../document';
import type { LevelAxis } from '../../matrix';

/**
 * A whole service is down and a workaround exists: Critical asks that there be none, High speaks of one user's function,
 * and Low takes whatever has a workaround.
 */
export const WHOLE_SERVICE_WITH_WORKAROUND: KnownWording & {
  readonly axis: LevelAxis;
  /** The only level the wording leaves, and the one a reader would expect. */
  readonly fits: LevelKey;
  readonly expected: LevelKey;
} = {
  axis: 'urgency',
  fits: 'low',
  expected: 'high',
  quotes: [
    {
      place: { kind: 'level-description', axis: 'urgency', level: 'critical' },
      passage: {
        en: 'No workaround is available.',
        fr: 'Aucune solution de contournement n’est disponible.',
      },
    },
    {
      place: { kind: 'level-description', axis: 'urgency', level: 'high' },
      passage: { en: 'standard business operations.', fr: 'opérations commerciales standard.' },
    },
    {
      place: { kind: 'level-description', axis: 'urgency', level: 'low' },
      passage: { en: 'workaround is available.', fr: 'une solution de contournement est disponible.' },
    },
  ],
  suggestion: {
    place: { kind: 'level-description', axis: 'urgency', level: 'high' },
    shown: {
      en: "Affects a user's ability to perform a function essential to their role and their standard business operations, or affects an entire service for which a workaround is available.",
      fr: "Affecte la capacité d'un utilisateur à exécuter une fonction essentielle à son rôle et à ses opérations commerciales standard, ou affecte l'ensemble d'un service pour lequel une solution de contournement est disponible.",
    },
  },
};

/** The clause on support hours leaves no room for priority 1 on PLUS, which is promised around the clock. */
export const HOURS_WITHOUT_EXCEPTION: KnownWording & { readonly clause: string } = {
  clause: 'support-hours',
  quotes: [
    {
      place: { kind: 'clause', clause: 'support-hours' },
      passage: { en: 'during our business hours.', fr: 'pendant nos heures ouvrables.' },
    },
  ],
  suggestion: {
    place: { kind: 'clause', clause: 'support-hours' },
    shown: {
      en: 'Support is available in English and French during our business hours; priority 1 incidents under the PLUS plan are handled around the clock.',
      fr: 'Le support est offert en français et en anglais pendant nos heures ouvrables; les incidents de priorité 1 du plan PLUS sont traités en tout temps.',
    },
  },
};
