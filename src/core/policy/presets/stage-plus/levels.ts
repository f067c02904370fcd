import type { Level, PriorityMatrix } from '../../document';
import { asPublished, corrected } from '../published';

/** The IMPACT table, from the most to the least severe. */
export const IMPACTS: readonly Level[] = [
  {
    key: 'extended',
    label: asPublished('Extended', 'Étendu'),
    description: corrected(
      {
        en: 'All users of the application are impacted. A critical service is impacted.',
        fr: "Tous les utilisateurs de l'application sont impactés. Un service critique est impacté.",
      },
      { fr: "Tous les utilisateurs de l'application sont touchés. Un service critique est touché." },
    ),
    matrixLabel: corrected({ en: 'Scope', fr: 'Étendue' }, { en: 'Extended', fr: 'Étendu' }),
  },
  {
    key: 'important',
    label: asPublished('Important', 'Important'),
    description: corrected(
      {
        en: 'A majority of users are affected by the incident. Non-critical service isimpacted.',
        fr: "Une majorité d'utilisateurs est touchée par l'incident. Le service non critique est impacté.",
      },
      {
        en: 'A majority of users are affected by the incident. A non-critical service is impacted.',
        fr: "Une majorité d'utilisateurs est touchée par l'incident. Un service non critique est touché.",
      },
    ),
  },
  {
    key: 'moderate',
    label: asPublished('Moderate', 'Modéré'),
    description: asPublished(
      'Several users or workgroups are affected.',
      'Plusieurs utilisateurs ou groupes de travail sont concernés.',
    ),
  },
  {
    key: 'minor',
    label: asPublished('Minor', 'Mineur'),
    description: corrected(
      { en: 'One or a few users affected.', fr: 'Un ou quelques utilisateurs concernés.' },
      { en: 'One or a few users are affected.', fr: 'Un ou quelques utilisateurs sont concernés.' },
    ),
  },
];

/** The NIVEAU D'URGENCE table, from the most to the least urgent. */
export const URGENCIES: readonly Level[] = [
  {
    key: 'critical',
    label: asPublished('Critical', 'Critique'),
    description: corrected(
      {
        en: 'Affects an entire service, resulting in the inability to perform/deliver services functions of the service. No workaround is available.',
        fr: "Affecte l'ensemble d'un service, entraînant l'incapacité d'exécuter/fournir les fonctions du service. Aucune solution de contournement n’est disponible.",
      },
      {
        en: 'Affects an entire service, resulting in the inability to perform or deliver the functions of the service. No workaround is available.',
        fr: "Affecte l'ensemble d'un service, entraînant l'incapacité d'exécuter ou de fournir les fonctions du service. Aucune solution de contournement n’est disponible.",
      },
    ),
  },
  {
    key: 'high',
    label: asPublished('High', 'Élevé'),
    description: corrected(
      {
        en: "Affects a user's ability to perform a function essential to their role and its standard business operations.",
        fr: "Affecte la capacité d'un utilisateur à exécuter une fonction essentielle à son rôle et à ses opérations commerciales standard.",
      },
      {
        en: "Affects a user's ability to perform a function essential to their role and their standard business operations.",
      },
    ),
    matrixLabel: corrected({ en: 'High', fr: 'Élevée' }, { fr: 'Élevé' }),
  },
  {
    key: 'medium',
    label: asPublished('Medium', 'Moyen'),
    description: corrected(
      {
        en: "Moderately affects a user's ability to perform functions in the framework of his role.",
        fr: "Affecte modérément la capacité d'un utilisateur à exécuter des fonctions dans le cadre de son rôle.",
      },
      { en: "Moderately affects a user's ability to perform functions within their role." },
    ),
  },
  {
    key: 'low',
    label: asPublished('Low', 'Faible'),
    description: corrected(
      {
        en: 'Does not prevent the user from performing a function or workaround is available.',
        fr: "N'empêche pas l'utilisateur d'exécuter une fonction ou une solution de contournement est disponible.",
      },
      {
        en: 'Does not prevent the user from performing a function, or a workaround is available.',
        fr: "N'empêche pas l'utilisateur d'exécuter une fonction, ou une solution de contournement est disponible.",
      },
    ),
  },
];

/** The 16 cells, the same in both languages. */
export const MATRIX: PriorityMatrix = {
  extended: { critical: 'P1', high: 'P2', medium: 'P2', low: 'P3' },
  important: { critical: 'P2', high: 'P2', medium: 'P3', low: 'P4' },
  moderate: { critical: 'P2', high: 'P3', medium: 'P4', low: 'P4' },
  minor: { critical: 'P3', high: 'P4', medium: 'P4', low: 'P4' },
};
