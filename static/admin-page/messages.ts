// Named imports, so that the bundle holds no other surface's words.
import {
  adminPage as adminPageEn,
  assumptions as assumptionsEn,
  calendars as calendarsEn,
  clock as clockEn,
  common as commonEn,
  errors as errorsEn,
  findings as findingsEn,
  health as healthEn,
  ledger as ledgerEn,
  proposal as proposalEn,
  proposals as proposalsEn,
} from '../../src/i18n/en-US.json';
import {
  adminPage as adminPageFr,
  assumptions as assumptionsFr,
  calendars as calendarsFr,
  clock as clockFr,
  common as commonFr,
  errors as errorsFr,
  findings as findingsFr,
  health as healthFr,
  ledger as ledgerFr,
  proposal as proposalFr,
  proposals as proposalsFr,
} from '../../src/i18n/fr-FR.json';
import type { MessageKey } from '../../src/i18n/message';

export const adminPageMessages = {
  en: {
    common: commonEn,
    errors: errorsEn,
    adminPage: adminPageEn,
    findings: findingsEn,
    health: healthEn,
    assumptions: assumptionsEn,
    calendars: calendarsEn,
    clock: clockEn,
    ledger: ledgerEn,
    proposal: proposalEn,
    proposals: proposalsEn,
  },
  fr: {
    common: commonFr,
    errors: errorsFr,
    adminPage: adminPageFr,
    findings: findingsFr,
    health: healthFr,
    assumptions: assumptionsFr,
    calendars: calendarsFr,
    clock: clockFr,
    ledger: ledgerFr,
    proposal: proposalFr,
    proposals: proposalsFr,
  },
};

export type AdminPageMessages = typeof adminPageMessages.en;

/** A key under `adminPage`. */
export type AdminPageKey = MessageKey<AdminPageMessages['adminPage']>;

/** A key under `calendars`. */
export type CalendarsKey = MessageKey<AdminPageMessages['calendars']>;
