import type { Door, PersonKey } from '../../seed/people';
import type { TourStepKey } from '../tour';
import type { MoveTarget } from '../time-targets';
import type { QueueFilterKey } from '../queue-filters';

/** Every word of the site's own pages, in one language. Figures come in as numbers, times as they are to be read. */
export interface SiteTexts {
  readonly language: 'en' | 'fr';
  readonly bar: {
    readonly label: string;
    readonly home: string;
    readonly moveTo: string;
    readonly cannotGoBack: string;
    readonly moves: Readonly<Record<MoveTarget, string>>;
    readonly moving: string;
    readonly person: string;
    readonly nobody: string;
    readonly language: string;
    readonly theme: string;
    readonly light: string;
    readonly dark: string;
    readonly roles: Readonly<Record<PersonKey, string>>;
  };
  readonly start: {
    readonly title: string;
    readonly sentences: readonly [string, string, string];
    readonly doorsTitle: string;
    readonly doors: Readonly<Record<Door, { readonly title: string; readonly go: string }>>;
    readonly agentFigures: (open: number, breached: number, near: number) => string;
    readonly adminFigures: (findings: number) => string;
    readonly customerFigures: (organization: string, open: number, waiting: number) => string;
    readonly tourTitle: string;
    readonly progress: (done: number, all: number) => string;
    readonly allDone: string;
    readonly steps: Readonly<
      Record<TourStepKey, { readonly title: string; readonly hint: string; readonly go: string }>
    >;
    readonly stepDone: string;
    readonly stepDoneFor: (key: string) => string;
    readonly kept: string;
    readonly startOver: string;
    readonly startOverQuestion: string;
    readonly startOverYes: string;
  };
  readonly queue: {
    readonly board: string;
    readonly dashboard: string;
    readonly editGadget: string;
    readonly project: string;
    readonly title: string;
    readonly filters: Readonly<Record<QueueFilterKey, string>>;
    readonly order: string;
    readonly empty: string;
    readonly create: string;
    readonly columns: {
      readonly key: string;
      readonly summary: string;
      readonly priority: string;
      readonly status: string;
      readonly organization: string;
      readonly assignee: string;
    };
    readonly nobody: string;
  };
  readonly issue: {
    readonly back: string;
    readonly details: string;
    readonly description: string;
    readonly noDescription: string;
    readonly people: string;
    readonly reporter: string;
    readonly assignee: string;
    readonly unassigned: string;
    readonly assignToMe: string;
    readonly organizations: string;
    readonly none: string;
    readonly priority: string;
    readonly requestType: string;
    readonly created: string;
    readonly resolution: string;
    readonly comments: string;
    readonly internal: string;
    readonly reply: string;
    readonly replyLabel: string;
    readonly sendReply: string;
    readonly addInternal: string;
    readonly history: string;
    readonly changed: (field: string, from: string, to: string) => string;
    readonly edit: (field: string) => string;
    readonly save: string;
    readonly cancel: string;
    readonly fieldsOfCadran: string;
    readonly panel: string;
    readonly transitions: string;
  };
  readonly admin: {
    readonly settings: string;
    readonly apps: string;
    readonly otherEntries: readonly string[];
  };
  readonly portal: {
    readonly help: string;
    readonly myRequests: string;
    readonly newRequest: string;
    readonly noRequests: string;
    readonly columns: {
      readonly request: string;
      readonly status: string;
      readonly created: string;
      readonly by: string;
    };
    readonly type: string;
    readonly summary: string;
    readonly description: string;
    readonly optional: string;
    readonly send: string;
    readonly missingSummary: string;
    readonly details: string;
    readonly activity: string;
    readonly message: string;
    readonly sendMessage: string;
    readonly status: string;
    readonly back: string;
    readonly actions: string;
    readonly team: string;
    readonly appPanel: string;
  };
  readonly refusal: {
    readonly title: string;
    readonly nobody: string;
    readonly jiraSays: string;
    readonly notFound: string;
    readonly doors: string;
  };
}
