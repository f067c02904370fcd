import type { PolicyText } from '../../text';
import { asPublished, corrected, inFrenchOnly } from '../published';

/**
 * Headings, and the words of tables that the document's typed members stand for: people never read them in Cadran, which
 * has its own headings and shows each plan's figures instead of "2X faster". They complete the account of what was
 * published, so that no line of either text is left out unseen.
 */
export const TABLE_WORDS: readonly { readonly key: string; readonly text: PolicyText }[] = [
  { key: 'support-scope', text: asPublished('Support scope', 'Portée du support') },
  { key: 'specifications', text: inFrenchOnly('SPÉCIFICATIONS', { en: 'SPECIFICATIONS' }) },
  { key: 'base-plan', text: inFrenchOnly('PLAN DE BASE', { en: 'BASE PLAN' }) },
  { key: 'plus-plan', text: inFrenchOnly('PLAN PLUS', { en: 'PLUS PLAN' }) },
  {
    key: 'response-row',
    text: asPublished('Initial incident response time', 'Délai de réponse initiale à un incident'),
  },
  { key: 'response-base', text: asPublished('normal', 'normal') },
  { key: 'response-plus', text: corrected({ en: '2X faster', fr: '2X plus rapide' }, { fr: '2 fois plus rapide' }) },
  { key: 'resolution-row', text: asPublished('Incident resolution time', "Délai de résolution d'un incident") },
  { key: 'resolution-base', text: asPublished('normal', 'normal') },
  { key: 'resolution-plus', text: corrected({ en: '2X faster', fr: '2X plus rapide' }, { fr: '2 fois plus rapide' }) },
  { key: 'cost-row', text: asPublished('Annual cost', 'Coût annuel') },
  { key: 'cost-base', text: asPublished('Included', 'Inclus') },
  {
    key: 'cost-plus',
    text: corrected(
      { en: '$', fr: '$' },
      { en: '20% of the annual subscription fees', fr: '20\u00a0% des frais de la souscription annuelle' },
    ),
  },
  { key: 'impact-and-urgency', text: asPublished('Impact and urgency', 'Impact et urgence') },
  { key: 'impact-table', text: inFrenchOnly('IMPACT', { en: 'IMPACT' }) },
  { key: 'urgency-table', text: inFrenchOnly("NIVEAU D'URGENCE", { en: 'URGENCY LEVEL' }) },
  {
    key: 'matrix',
    text: corrected(
      {
        en: 'How impact and urgency determines priority',
        fr: "Comment l'impact et l'urgence détermine la priorité",
      },
      {
        en: 'How impact and urgency determine priority',
        fr: "Comment l'impact et l'urgence déterminent la priorité",
      },
    ),
  },
  { key: 'matrix-corner', text: asPublished('Impact / Urgency', 'Impact / Urgence') },
  {
    key: 'targets',
    text: asPublished('Service Level Agreement (SLA)', 'Entente de niveau de service (SLA)'),
  },
  { key: 'targets-priority', text: asPublished('Priority level', 'Niveau de priorité') },
  { key: 'targets-response', text: asPublished('Initial response', 'Réponse initiale') },
  { key: 'targets-resolution', text: asPublished('Resolution', 'Résolution') },
  { key: 'targets-response-plus', text: asPublished('Initial response (PLUS)', 'Réponse initiale (PLUS)') },
  { key: 'targets-resolution-plus', text: asPublished('Resolution (PLUS)', 'Résolution (PLUS)') },
  { key: 'bilingual-support', text: asPublished('Bilingual support', 'Support bilingue') },
];
