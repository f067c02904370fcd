// Named imports, so that the bundle holds no other surface's words.
import {
  agentPanel as agentPanelEn,
  clock as clockEn,
  common as commonEn,
  errors as errorsEn,
  ledger as ledgerEn,
  proposal as proposalEn,
} from '../../src/i18n/en-US.json';
import {
  agentPanel as agentPanelFr,
  clock as clockFr,
  common as commonFr,
  errors as errorsFr,
  ledger as ledgerFr,
  proposal as proposalFr,
} from '../../src/i18n/fr-FR.json';

export const agentPanelMessages = {
  en: {
    agentPanel: agentPanelEn,
    clock: clockEn,
    common: commonEn,
    errors: errorsEn,
    ledger: ledgerEn,
    proposal: proposalEn,
  },
  fr: {
    agentPanel: agentPanelFr,
    clock: clockFr,
    common: commonFr,
    errors: errorsFr,
    ledger: ledgerFr,
    proposal: proposalFr,
  },
};

export type AgentPanelMessages = typeof agentPanelMessages.en;
