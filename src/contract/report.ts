import type { SlaMetric } from '../core/policy/document';
import type { Bilingual, Language } from '../core/policy/text';
import type { ReportGrouping, ResultFilter } from '../core/report/select-results';
import type { Outcome } from '../core/clock/report';
import type { ReportFigure } from '../core/report/results-behind';
import type { DutyInterval } from '../core/report/stored-result';
import type { MetricFigures, TicketFigures } from '../core/report/ticket-figures';
import type { EpochMillis, Millis } from '../core/time/instant';

/** One row of a report's table: organizations by tickets, most first; plans and priorities in the policy's order; none last. */
export interface ReportRow extends TicketFigures {
  /** Organization id, plan key or priority key; null for tickets without one. */
  readonly key: string | null;
  /** As the policy in force names it, in both languages; an organization's name alike in both. Null where nothing knows it. */
  readonly label: Bilingual | null;
}

/** The results of one month that the filter leaves, of the project that the board stands on. */
export interface MonthReport {
  readonly month: string;
  /** When the results were read. */
  readonly asOf: EpochMillis;
  /** `tickets`, here and in a row: those with a clock that stopped in the month. */
  readonly total: TicketFigures;
  readonly by: ReportGrouping;
  readonly rows: readonly ReportRow[];
}

export interface TrendMonth extends TicketFigures {
  readonly month: string;
}

/** A report that is being made, or made anew since something changed. Ask `reportProgress` until it has ended, then again. */
export interface ReportInTheMaking {
  readonly kind: 'making';
  readonly runId: string;
  /** About how much of it is done, 0 to 1. */
  readonly share: number;
}

export type ReportAnswer<T> = ({ readonly kind: 'ready' } & T) | ReportInTheMaking;

/** What there is to choose from. */
export interface ReportChoices {
  /** `YYYY-MM`, newest first, from the first month that was tracked to the present one; empty before the first publication. */
  readonly months: readonly string[];
  /** The zone that months begin and end in: the default calendar's. */
  readonly timeZone: string;
  readonly plans: readonly { readonly key: string; readonly label: Bilingual }[];
  /** From the most to the least urgent. */
  readonly priorities: readonly { readonly key: string; readonly label: Bilingual }[];
  /** The language that the site's admin set for what customers are sent. */
  readonly language: Language;
}

/** A ticket behind a figure, as the asking user may see it. */
export interface ReportTicket {
  readonly issueId: string;
  readonly metric: SlaMetric;
  /** Null for an issue that this user may not browse. */
  readonly key: string | null;
  readonly summary: string | null;
  readonly outcome: Outcome;
  readonly apart: boolean;
  readonly stoppedAt: EpochMillis;
  readonly lateBy: { readonly working: Millis; readonly real: Millis };
}

/** How one promise of one ticket ended, in *Your month with us*. */
export interface MonthPromise {
  readonly outcome: Outcome;
  readonly stoppedAt: EpochMillis;
  readonly lateBy: { readonly working: Millis; readonly real: Millis };
}

export interface MonthTicket {
  readonly issueId: string;
  /** Null, like the summary, for an issue that this user may not browse. */
  readonly key: string | null;
  readonly summary: string | null;
  readonly priority: string | null;
  readonly raisedAt: EpochMillis;
  /** Null where it was answered in another month. */
  readonly response: MonthPromise | null;
  /** Those of the month in order: none while it is open, several where each reopening counts anew. */
  readonly resolutions: readonly MonthPromise[];
  readonly apart: boolean;
  readonly duty: readonly DutyInterval[];
}

/** *Your month with us*: one organization's month, of the project that the board stands on. */
export interface OrganizationMonth {
  readonly month: string;
  readonly asOf: EpochMillis;
  readonly timeZone: string;
  /** The name is null where the month has no ticket of it, or Jira no longer knows it. */
  readonly organization: { readonly id: string; readonly name: string | null };
  /** What customers are sent is in this language unless somebody chooses the other. */
  readonly language: Language;
  readonly policyTitle: Bilingual;
  /** Tickets with a clock that stopped in the month; of these, those answered and those resolved in it. */
  readonly requests: { readonly all: number; readonly answered: number; readonly resolved: number };
  readonly total: MetricFigures;
  /** Those with tickets, from the most to the least urgent, then those without one. */
  readonly priorities: readonly ReportRow[];
  readonly reasons: readonly { readonly key: string; readonly label: Bilingual }[];
}

/** The reports' calls; the board's resolver lists them beside its own. */
export type ReportApi = {
  reportChoices: { request: Record<string, never>; response: ReportChoices };
  /**
   * Made anew where a result of the month changed since, but for `made`, the run that the caller has just waited for: that one
   * is answered as it is.
   */
  report: {
    request: {
      readonly month: string;
      readonly by: ReportGrouping;
      readonly filter: ResultFilter;
      readonly made: string | null;
    };
    response: ReportAnswer<{ readonly report: MonthReport }>;
  };
  /** So many months up to one, oldest first. */
  reportTrend: {
    request: {
      readonly until: string;
      readonly months: number;
      readonly filter: ResultFilter;
      readonly made: string | null;
    };
    response: ReportAnswer<{ readonly months: readonly TrendMonth[] }>;
  };
  /** How far a report has come; null when it has ended or nobody knows it: then ask for the report again. */
  reportProgress: { request: { readonly runId: string }; response: ReportInTheMaking | null };
  /** The tickets behind a figure, latest stop first, 50 at a time. */
  reportTickets: {
    request: {
      readonly month: string;
      readonly filter: ResultFilter;
      readonly metric: SlaMetric;
      readonly figure: ReportFigure;
      readonly from: number;
    };
    response: ReportAnswer<{
      readonly tickets: readonly ReportTicket[];
      readonly all: number;
      readonly next: number | null;
    }>;
  };
  organizationMonth: {
    request: { readonly month: string; readonly organizationId: string; readonly made: string | null };
    response: ReportAnswer<{ readonly page: OrganizationMonth }>;
  };
  /** The tickets of the page in the order they were raised, 100 at a time. */
  organizationMonthTickets: {
    request: { readonly month: string; readonly organizationId: string; readonly from: number };
    response: ReportAnswer<{ readonly tickets: readonly MonthTicket[]; readonly next: number | null }>;
  };
};
