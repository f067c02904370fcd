import type { Bilingual } from '../../../src/core/policy/text';
import type { OrganizationKey, PersonKey } from './people';
import type { RequestTypeKey } from './seed-jira';

/** What the people of the seed did, in the order of time. `at` is the wall clock in Toronto: `2025-12-08 10:00`. */
export interface SeedStep {
  readonly at: string;
  readonly by: PersonKey;
  readonly do: Deed;
}

/** `ref` names a request within the seed. */
export type Deed =
  | {
      readonly kind: 'send';
      readonly ref: string;
      readonly type: RequestTypeKey;
      readonly summary: string;
      readonly description: string;
      readonly levels: readonly [impact: string, urgency: string] | null;
    }
  | { readonly kind: 'reply' | 'note' | 'message'; readonly ref: string; readonly text: string }
  | { readonly kind: 'transition' | 'portal-transition'; readonly ref: string; readonly name: string }
  | { readonly kind: 'priority'; readonly ref: string; readonly name: string }
  | { readonly kind: 'assign' | 'plan'; readonly ref: string }
  /** Adds organizations to the request, so that their customers see it. */
  | { readonly kind: 'share'; readonly ref: string; readonly with: readonly OrganizationKey[] }
  | {
      readonly kind: 'propose';
      readonly ref: string;
      readonly cents: number;
      readonly establishments: readonly OrganizationKey[];
      readonly words: Bilingual;
    }
  | { readonly kind: 'accept-proposal'; readonly ref: string; readonly for: OrganizationKey }
  | { readonly kind: 'task'; readonly summary: string };

/** Everything that was done to one request, told in one place. */
type Story = readonly (readonly [at: string, by: PersonKey, deed: Undirected])[];
type Undirected = Deed extends infer One ? (One extends { readonly ref: string } ? Omit<One, 'ref'> : never) : never;

const story = (ref: string, steps: Story): SeedStep[] =>
  steps.map(([at, by, deed]) => ({ at, by, do: { ...deed, ref } }));

const problem = (summary: string, description: string, impact?: string, urgency?: string): Undirected => ({
  kind: 'send',
  type: 'problem',
  summary,
  description,
  levels: impact === undefined || urgency === undefined ? null : [impact, urgency],
});
const reply = (text: string): Undirected => ({ kind: 'reply', text });
const note = (text: string): Undirected => ({ kind: 'note', text });
const message = (text: string): Undirected => ({ kind: 'message', text });
const assign: Undirected = { kind: 'assign' };
const take = (name: string): Undirected => ({ kind: 'transition', name });

/** The establishments that the ministry's order concerns. */
const ORDERED: readonly OrganizationKey[] = ['hospital', 'college', 'clinic'];

/**
 * Sixteen requests at moments worth looking at on Tuesday 9 December 2025, 10:00. None has a threshold before noon that
 * day, so that whoever takes the tour meets their own request's first.
 */
const STORIES: readonly (readonly SeedStep[])[] = [
  // P4 on BASE, nine working days old: near breach by sheer age.
  story('old', [
    [
      '2025-11-27 09:00',
      'customer-base',
      problem('Faute de frappe dans le courriel de rappel', 'Le mot « rendez-vous » est mal écrit.', 'minor', 'low'),
    ],
    ['2025-11-27 11:00', 'second-agent', reply('Merci, nous corrigerons le texte dans une prochaine version.')],
    ['2025-11-27 11:05', 'second-agent', assign],
    ['2025-11-27 11:06', 'second-agent', { kind: 'plan' }],
  ]),
  // Resolved in time, response and resolution both met.
  story('met', [
    [
      '2025-12-02 13:00',
      'customer-base',
      problem('Impossible d’imprimer les horaires', 'L’aperçu reste blanc pour plusieurs groupes.', 'moderate', 'high'),
    ],
    ['2025-12-02 13:20', 'second-agent', reply('Nous reproduisons le problème et cherchons la cause.')],
    ['2025-12-02 15:45', 'second-agent', take('Resolve this issue')],
  ]),
  // Answered late and solved late: both missed.
  story('missed', [
    [
      '2025-12-03 09:00',
      'lakeshore',
      problem('Grades are not saved', 'Most teachers lose what they enter.', 'important', 'high'),
    ],
    ['2025-12-03 11:30', 'agent', reply('Sorry for the wait. We see the failed writes and are on it.')],
    ['2025-12-03 11:31', 'agent', assign],
    ['2025-12-04 15:00', 'agent', take('Resolve this issue')],
  ]),
  // Resolved, then opened again by the customer.
  story('reopened', [
    [
      '2025-12-03 10:00',
      'clinic',
      problem('Search forgets its filter', 'After going back, all filters are empty again.', 'important', 'low'),
    ],
    ['2025-12-03 14:00', 'agent', reply('Fixed on our side, please check after the next refresh.')],
    ['2025-12-04 11:00', 'agent', take('Resolve this issue')],
    ['2025-12-08 13:00', 'clinic', { kind: 'portal-transition', name: 'Reopen' }],
    ['2025-12-08 13:02', 'clinic', message('It is back since this morning.')],
  ]),
  // A feature request by order of the ministry: no clocks, a cost shared over three establishments, one of which accepted.
  story('feature', [
    [
      '2025-12-05 10:15',
      'customer-plus',
      {
        kind: 'send',
        type: 'feature',
        summary: 'Exporter les stages vers le calendrier régional',
        description: 'À la demande du MSSS, pour tous les établissements du réseau.',
        levels: null,
      },
    ],
    ['2025-12-08 09:30', 'agent', { kind: 'share', with: ORDERED }],
    [
      '2025-12-08 09:35',
      'agent',
      {
        kind: 'propose',
        cents: 1_850_000,
        establishments: ORDERED,
        words: {
          en: 'Placements appear in the regional calendar within the hour. Ready eight weeks after everybody accepts.',
          fr: 'Les stages paraissent au calendrier régional dans l’heure. Prêt huit semaines après l’acceptation de tous.',
        },
      },
    ],
    ['2025-12-08 13:40', 'clinic', { kind: 'accept-proposal', for: 'clinic' }],
  ]),
  // An unanswered P4 whose response nears its end; the organization's subscription has ended.
  story('unanswered', [
    [
      '2025-12-05 13:48',
      'museum',
      problem('Le logo est décalé sur mobile', 'Seulement dans l’en-tête.', 'minor', 'medium'),
    ],
  ]),
  // P3 on PLUS, near breach.
  story('near', [
    [
      '2025-12-05 13:54',
      'lakeshore',
      problem('Attendance report is slow', 'It takes ten minutes for several schools.', 'moderate', 'high'),
    ],
    ['2025-12-05 14:10', 'second-agent', reply('We are profiling the report; a fix is being tested.')],
    ['2025-12-05 14:12', 'second-agent', assign],
    ['2025-12-05 14:15', 'second-agent', take('Start progress')],
  ]),
  // P1 on PLUS on a Saturday night: counted around the clock, met before Sunday's first hour.
  story('weekend', [
    [
      '2025-12-06 21:12',
      'customer-plus',
      problem('STAGE+ ne répond plus', 'Personne ne peut se connecter depuis 21 h.', 'extended', 'critical'),
    ],
    ['2025-12-06 21:26', 'agent', reply('Nous avons pris la panne en charge.')],
    ['2025-12-07 00:31', 'agent', take('Resolve this issue')],
  ]),
  // P1 on the default plan, breached this morning; the organization is out of subscription.
  story('breached', [
    [
      '2025-12-08 09:15',
      'museum',
      problem(
        'La billetterie est inaccessible',
        'Aucun visiteur ne peut réserver, sans contournement.',
        'extended',
        'critical',
      ),
    ],
    ['2025-12-08 09:40', 'agent', reply('Nous avons repéré la panne chez l’hébergeur.')],
    ['2025-12-08 09:42', 'agent', assign],
    ['2025-12-08 09:45', 'agent', take('Escalate this issue')],
    ['2025-12-08 16:00', 'second-agent', note('The hosting provider announces a fix for tomorrow noon.')],
  ]),
  // P2 on BASE, waiting for the customer: paused.
  story('paused', [
    [
      '2025-12-08 10:00',
      'customer-base',
      problem('Les enseignants ne voient plus leurs groupes', 'La majorité est touchée.', 'important', 'high'),
    ],
    ['2025-12-08 10:50', 'agent', reply('Pouvez-vous nous envoyer le nom d’un groupe touché ?')],
    ['2025-12-08 10:52', 'agent', assign],
    ['2025-12-08 14:00', 'agent', take('Respond to customer')],
  ]),
  // A customer without organization: the default plan.
  story('alone', [
    [
      '2025-12-08 11:20',
      'walk-in',
      problem('Cannot change my e-mail address', 'The page says that it is saved, but it is not.', 'minor', 'medium'),
    ],
    ['2025-12-08 13:00', 'second-agent', reply('We changed it for you and are looking into the page.')],
  ]),
  // P4 by the matrix, raised to P2 by an agent in Jira.
  story('overridden', [
    [
      '2025-12-08 14:00',
      'customer-plus',
      problem('Une évaluation de stage a disparu', 'Elle doit être signée cette semaine.', 'moderate', 'medium'),
    ],
    ['2025-12-08 14:20', 'agent', reply('Nous la restaurons à partir de la copie de sûreté.')],
    ['2025-12-08 15:00', 'agent', { kind: 'priority', name: 'P2' }],
    ['2025-12-08 15:01', 'agent', note('Raised to P2: the signature is due by law on Thursday.')],
  ]),
  // No levels yet, from an employee without licence: the clocks follow Jira's priority.
  story('no-levels', [
    [
      '2025-12-08 15:30',
      'employee',
      problem('Question sur les statistiques de novembre', 'Les totaux semblent trop bas.'),
    ],
  ]),
  // P1 on PLUS, running around the clock.
  story('round', [
    [
      '2025-12-09 09:05',
      'customer-plus',
      problem(
        'Les affectations ne s’enregistrent plus',
        'Tous les services, aucun contournement.',
        'extended',
        'critical',
      ),
    ],
    ['2025-12-09 09:17', 'agent', reply('Nous y travaillons ; prochaine nouvelle dans l’heure.')],
    ['2025-12-09 09:18', 'agent', assign],
  ]),
  // Fresh, not answered yet.
  story('fresh', [
    [
      '2025-12-09 09:40',
      'clinic',
      problem('Schedules show yesterday’s rooms', 'Several clinics see the old list.', 'moderate', 'high'),
    ],
  ]),
  // Another project, out of scope.
  [
    { at: '2025-12-04 10:00', by: 'agent', do: { kind: 'task', summary: 'Upgrade the search index' } },
    { at: '2025-12-08 10:30', by: 'second-agent', do: { kind: 'task', summary: 'Rework the schedule preview' } },
  ],
];

/** All steps, earliest first. */
export const SEED_STEPS: readonly SeedStep[] = STORIES.flat().sort((a, b) => a.at.localeCompare(b.at));
