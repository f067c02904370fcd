import { asPublished, corrected } from '../published';
import type { PolicyDocument } from '../../document';

/**
 * The document's prose in its own order, save the duty on priorities 1 and 2, which is a rule of its own (DUTY_TEXT). No-break spaces are
 * written out, since an editor does not show them.
 * The French text names KIWI's effort (son, celle-ci) where the English translation says *their*.
 */
export const CLAUSES: PolicyDocument['clauses'] = [
  {
    key: 'subscription',
    text: corrected(
      {
        en: 'STAGE+ is offered on subscription model and includes user support, bug fixes, improvements and updates. To learn more about adding new features, refer to the "FEATURE" tab.',
        fr: 'STAGE+ est offert en mode souscription et inclut le support utilisateur, correction de bugs, améliorations et mises à jour. Pour en apprendre davantage sur l\'ajout de nouvelles fonctionnalités, référez-vous à l\'onglet "FONCTIONNALITÉ".',
      },
      {
        en: 'STAGE+ is offered on a subscription model and includes user support, bug fixes, improvements and updates. To learn more about adding new features, refer to the "FEATURE" tab.',
        fr: "STAGE+ est offert en mode souscription et inclut le support aux utilisateurs, la correction de bogues, les améliorations et les mises à jour. Pour en apprendre davantage sur l'ajout de nouvelles fonctionnalités, consultez l'onglet «\u00a0FONCTIONNALITÉ\u00a0».",
      },
    ),
  },
  {
    key: 'support-scope',
    text: corrected(
      {
        en: 'For the entire duration of your subscription to STAGE+, all problems (bugs) caused by the platform will be corrected free of charge and as soon as possible. KIWI will determine based on the severity and planning of platform updates, when a correction will be available.',
        fr: 'Pour toute la durée de votre souscription à la plateforme STAGE+, tous les problèmes (bugs) causés par la plateforme seront corrigés sans frais et dans les meilleurs délais. KIWI déterminera en fonction de la gravité et de la planification des mises à jours de la plateforme, à quel moment une correction sera disponible.',
      },
      {
        en: 'For the entire duration of your subscription to the STAGE+ platform, all problems (bugs) caused by the platform will be corrected free of charge and as soon as possible. KIWI will determine, based on the severity and on the planning of platform updates, when a correction will be available.',
        fr: 'Pour toute la durée de votre souscription à la plateforme STAGE+, tous les problèmes (bogues) causés par la plateforme seront corrigés sans frais et dans les meilleurs délais. KIWI déterminera, en fonction de la gravité et de la planification des mises à jour de la plateforme, à quel moment une correction sera disponible.',
      },
    ),
  },
  {
    key: 'downgrade',
    text: corrected(
      {
        en: 'KIWI Technologies may downgrade the level of severity if the client is unable to provide the resources or answers adequate skills allowing KIWI Technologies to continue its efforts to resolution of the incident.',
        fr: "KIWI Technologies peut rétrograder le niveau de gravité si le client n'est pas en mesure de fournir les ressources ou les réponses adéquates permettant à KIWI Technologies de poursuivre ses efforts de résolution de l'incident.",
      },
      {
        en: 'KIWI Technologies may downgrade the level of severity if the client is unable to provide adequate resources or answers allowing KIWI Technologies to continue its efforts to resolve the incident.',
      },
    ),
  },
  {
    key: 'plus-option',
    text: corrected(
      {
        en: 'The PLUS Plan is offered optional. Its cost East 20% of the annual subscription fees.',
        fr: 'Le Plan PLUS est proposé en option. Son coût est de 20% des frais de la souscription annuelle.',
      },
      {
        en: 'The PLUS plan is offered as an option. Its cost is 20% of the annual subscription fees.',
        fr: 'Le plan PLUS est proposé en option. Son coût est de 20\u00a0% des frais de la souscription annuelle.',
      },
    ),
  },
  {
    key: 'order',
    text: corrected(
      {
        en: 'Incidents are handled in an order determined by three measures available in the ticket. support:',
        fr: 'Les incidents sont traités dans un ordre déterminé par trois mesures disponibles dans le billet de support :',
      },
      { en: 'Incidents are handled in an order determined by three measures available in the support ticket:' },
    ),
  },
  {
    key: 'impact',
    text: corrected(
      {
        en: "Impact is the potential impact of an unresolved issue on the company's ability to operate effectively carry out its activities or provide its services.",
        fr: "Impact\u00a0-\u00a0l'impact potentiel d'un problème non résolu sur la capacité de l'entreprise à exercer efficacement ses activités ou à fournir ses services.",
      },
      {
        en: "Impact is the potential impact of an unresolved issue on the company's ability to carry out its activities effectively or to provide its services.",
      },
    ),
  },
  {
    key: 'urgency',
    text: asPublished(
      'Urgency is the speed deemed appropriate to resolve a problem of a given impact.',
      "Urgence\u00a0- rapidité jugée appropriée pour résoudre un problème d'un impact donné.",
    ),
  },
  {
    key: 'priority',
    text: asPublished(
      'Priority is how quickly the service center should resolve the issue.',
      'Priorité\u00a0-\u00a0rapidité avec laquelle le centre de services doit résoudre le problème.',
    ),
  },
  {
    key: 'durations',
    text: corrected(
      {
        en: 'Unless otherwise indicated, the durations indicated in the table below are calculated according to the business hours and exclude holidays.',
        fr: "À moins d'indication contraire, les durées indiquées dans le tableau ci-dessous sont calculées selon les heures d'affaires ouvrables et excluent les jours fériés.",
      },
      {
        en: 'Unless otherwise indicated, the durations in the table below are calculated in business hours and exclude holidays.',
        fr: "À moins d'indication contraire, les durées indiquées dans le tableau ci-dessous sont calculées selon les heures ouvrables et excluent les jours fériés.",
      },
    ),
  },
  {
    key: 'feature-requests',
    text: corrected(
      {
        en: 'The CUSTOMER can request new features for their specific needs and KIWI will propose a cost that reflects their financial effort. For all new features submitted by the CLIENT at the request of the Ministry of Health and Social Services of Quebec (MSSS) or Santé Québec, KIWI will equitably distribute its financial effort to all establishments subject to it.',
        fr: 'Le CLIENT peut demander de nouvelles fonctionnalités pour ses besoins spécifiques et KIWI proposera un coût qui reflète son effort financier. Pour toutes nouvelles fonctionnalités soumises par le CLIENT à la demande du Ministère de la santé et des services sociaux du Québec (MSSS) ou de Santé Québec, KIWI répartira équitablement son effort financier à tous les établissements sujets à celle-ci.',
      },
      {
        en: "The CUSTOMER can request new features for their specific needs, and KIWI will propose a cost that reflects KIWI's financial effort. For any new feature submitted by the CUSTOMER at the request of Quebec's Ministère de la Santé et des Services sociaux (MSSS) or of Santé Québec, KIWI will distribute its financial effort equitably among all establishments subject to that request.",
        fr: 'Le CLIENT peut demander de nouvelles fonctionnalités pour ses besoins spécifiques et KIWI proposera un coût qui reflète son effort financier. Pour toute nouvelle fonctionnalité soumise par le CLIENT à la demande du ministère de la Santé et des Services sociaux du Québec (MSSS) ou de Santé Québec, KIWI répartira équitablement son effort financier entre tous les établissements assujettis à cette demande.',
      },
    ),
  },
  {
    key: 'support-hours',
    text: corrected(
      {
        en: 'Support is available in English and French during our business hours.',
        fr: "Le support est offert en français et anglais sur nos heures d'affaires.",
      },
      { fr: 'Le support est offert en français et en anglais pendant nos heures ouvrables.' },
    ),
  },
];

/** What priorities 1 and 2 ask of the customer. */
export const DUTY_TEXT = corrected(
  {
    en: 'During a priority 1 and 2 incident, the customer must allocate appropriate resources to assist the STAGE+ team throughout the resolution. If these resources cannot be allocated, the team support may not be able to meet the service level agreement (SLA).',
    fr: "Lors d'un incident de priorité 1 et 2, le client doit allouer les ressources appropriées pour assister l'équipe STAGE+ tout au long de la résolution. Si ces ressources ne peuvent être allouées, l'équipe de support pourrait ne pas être en mesure de respecter l'entente de niveau de service (SLA).",
  },
  {
    en: 'During a priority 1 or 2 incident, the customer must allocate appropriate resources to assist the STAGE+ team throughout the resolution. If these resources cannot be allocated, the support team may not be able to meet the service level agreement (SLA).',
    fr: "Lors d'un incident de priorité 1 ou 2, le client doit allouer les ressources appropriées pour assister l'équipe STAGE+ tout au long de la résolution. Si ces ressources ne peuvent être allouées, l'équipe de support pourrait ne pas être en mesure de respecter l'entente de niveau de service (SLA).",
  },
);
