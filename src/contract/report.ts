import type { SlaMetric } from '../core/policy/document';
import type { Bilingual, Language } from '../core/policy/text';
import type { ReportFigures } from '../core/report/figures';
import type { DutyInterval, Outcome } from '../core/report/stored-result';
import type { EpochMillis, Millis } from '../core/time/instant';

/** Which results a figure is about. A field that is absent means all; null means those without one. */
export interface ReportFilter {
  readonly organizationId?: string | null;
  readonly plan?: string | null;
  readonly priority?: string | null;
}

/** What the rows of a report stand for. */
export type ReportGrouping = 'organization' | 'plan' | 'priority';

/** Figures of both promises; the two are never added up into one. */
export type MetricFigures = Readonly<Record<SlaMetric, ReportFigures>>;

/** One row of a report's table, most tickets first. */
export interface ReportRow {
  /** Organization id, plan key or priority key; null for tickets without one. */
  readonly key: string | null;
  /** As the policy in force names it, in both languages; an organization's name alike in both. Null where nothing knows it. */
  readonly label: Bilingual | null;
  /** Tickets with a clock that stopped in the month. */
  readonly tickets: number;
  readonly figures: MetricFigures;
}

/** The results of one month that the filter leaves, of the project that the board stands on. */
export interface MonthReport {
  readonly month: string;
  /** When the results were read. */
  readonly asOf: EpochMillis;
  readonly total: Omit<ReportRow, 'key' | 'label'>;
  readonly by: ReportGrouping;
  readonly rows: readonly ReportRow[];
}

export interface TrendMonth {
  readonly month: string;
  readonly tickets: number;
  readonly figures: MetricFigures;
}

/** A report that is being made, or made anew since something changed. Ask `reportProgress` until it has ended, then again. */
export interface ReportInTheMaking {
  readonly kind: 'making';
  readonly runId: string;
  /** Results read, and about how many there are (0 where nobody knows yet). */
  readonly done: number;
  readonly total: number;
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
  /** Null for an issue that this user may not browse. */
  readonly key: string | null;
  readonly summary: string | null;
  readonly outcome: Outcome;
  readonly apart: boolean;
  readonly stoppedAt: EpochMillis;
  readonly lateBy: { readonly working: Millis; readonly real: Millis };
}

/** Which of a figure's results to open; `apart` are those that reports list apart. */
export type OpenedOutcome = Outcome | 'apart';

/** One promise of one ticket in *Your month with us*; null where that clock did not stop in the month. */
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
  readonly response: MonthPromise | null;
  readonly resolution: MonthPromise | null;
  readonly apart: boolean;
  readonly duty: readonly DutyInterval[];
}

/** *Your month with us*: one organization's month, of the project that the board stands on. */
export interface OrganizationMonth {
  readonly month: string;
  readonly asOf: EpochMillis;
  readonly timeZone: string;
  readonly organization: { readonly id: string; readonly name: string };
  /** The language of the organization, else of the site. */
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
  report: {
    request: { readonly month: string; readonly by: ReportGrouping; readonly filter: ReportFilter };
    response: ReportAnswer<{ readonly report: MonthReport }>;
  };
  /** So many months up to one, oldest first. */
  reportTrend: {
    request: { readonly until: string; readonly months: number; readonly filter: ReportFilter };
    response: ReportAnswer<{ readonly months: readonly TrendMonth[] }>;
  };
  /** How far a report has come; null when it has ended or nobody knows it: then ask for the report again. */
  reportProgress: { request: { readonly runId: string }; response: ReportInTheMaking | null };
  /** The tickets behind a figure, latest stop first, 50 at a time. */
  reportTickets: {
    request: {
      readonly month: string;
      readonly filter: ReportFilter;
      readonly metric: SlaMetric;
      readonly outcome: OpenedOutcome;
      readonly from: number;
    };
    response: ReportAnswer<{
      readonly tickets: readonly ReportTicket[];
      readonly all: number;
      readonly next: number | null;
    }>;
  };
  organizationMonth: {
    request: { readonly month: string; readonly organizationId: string };
    response: ReportAnswer<{ readonly page: OrganizationMonth }>;
  };
  /** The tickets of the page in the order they were raised, 100 at a time. */
  organizationMonthTickets: {
    request: { readonly month: string; readonly organizationId: string; readonly from: number };
    response: ReportAnswer<{ readonly tickets: readonly MonthTicket[]; readonly next: number | null }>;
  };
};
