import { orderClocks } from '../../../static/agent-panel/clock-order';
import { whyWords } from '../../../static/agent-panel/why-words';
import { buildPolicy } from '../../builders/policy';
import { buildView, type ViewSpec } from './build-view';
import { buildWords, plain } from './build-words';
import { TICKETS } from './tickets';

function whyOf(spec: ViewSpec, language: 'en' | 'fr'): string {
  const view = buildView(spec);
  const { main, others } = orderClocks(view.clocks);
  const clock = main ?? others.at(-1);
  if (clock === undefined) throw new Error('no clock');
  const { question, answer } = whyWords(buildWords(view, language), clock, view.at);
  return plain(`${question} ${answer}`);
}

describe('why this time?', () => {
  it.each([
    [
      'a goal in business hours, with a pause',
      TICKETS.nearBreach,
      'Why 3:25 PM? <b>1 d (8 h) for P2</b> (Moderate × Critical) on PLUS via Hôpital Sainte-Rose, counted in business hours from Tue 2:10 PM, with 1 h 15 paused.',
      'Pourquoi 15 h 25? <b>1 j (8 h) pour P2</b> (Modéré × Critique) au plan PLUS par Hôpital Sainte-Rose, en heures ouvrables depuis mar. 14 h 10, avec 1 h 15 en pause.',
    ],
    [
      'a goal around the clock',
      TICKETS.fresh,
      'Why 2:20 PM? <b>30 min for P1</b> (Extended × Critical) on PLUS via Hôpital Sainte-Rose, counted around the clock from Wed 1:50 PM.',
      'Pourquoi 14 h 20? <b>30 min pour P1</b> (Étendu × Critique) au plan PLUS par Hôpital Sainte-Rose, en tout temps depuis mer. 13 h 50.',
    ],
    [
      'a pause, on the default plan',
      TICKETS.paused,
      'Why is nothing due? <b>Paused since Tue 11:00 AM</b> with 14 h 10 of 2 d (16 h) left, for P2 (Moderate × Critical) on BASE, counted in business hours.',
      'Pourquoi aucune échéance? <b>En pause depuis mar. 11 h 00</b> : il reste 14 h 10 sur 2 j (16 h), pour P2 (Modéré × Critique) au plan BASE, en heures ouvrables.',
    ],
    [
      'no levels',
      TICKETS.noLevels,
      'Why no promise? No priority is known: the levels are not set, and the Jira priority maps to none.',
      'Pourquoi aucune promesse? Aucune priorité n’est connue : les niveaux ne sont pas précisés et la priorité Jira ne correspond à aucune.',
    ],
    [
      'all stopped',
      TICKETS.resolved,
      'How was this counted? <b>1 d (8 h) for P2</b> (Moderate × Critical) on PLUS via Hôpital Sainte-Rose, counted in business hours from Tue 9:10 AM.',
      'Comment a-t-on compté? <b>1 j (8 h) pour P2</b> (Modéré × Critique) au plan PLUS par Hôpital Sainte-Rose, en heures ouvrables depuis mar. 9 h 10.',
    ],
    [
      'a downgrade instead of the cell',
      TICKETS.downgraded,
      'Why 10:10 AM? <b>1 h for P2</b> (downgraded from P1) on PLUS via Hôpital Sainte-Rose, counted in business hours from Tue 9:10 AM.',
      'Pourquoi 10 h 10? <b>1 h pour P2</b> (rétrogradé de P1) au plan PLUS par Hôpital Sainte-Rose, en heures ouvrables depuis mar. 9 h 10.',
    ],
  ])('%s', (_, spec, en, fr) => {
    expect([whyOf(spec, 'en'), whyOf(spec, 'fr')]).toEqual([en, fr]);
  });

  it('leaves the cell out where the Jira priority decided against the matrix', () => {
    const overridden = { ...TICKETS.fresh, edits: [{ at: '2026-03-11T13:55 Toronto', priorityId: '3' }] };
    expect(whyOf(overridden, 'en')).toMatch(/for P3<\/b> on PLUS/);
  });

  it('says which plan has no goal for which priority', () => {
    const policy = buildPolicy();
    const plans = policy.plans.map((plan) => ({ ...plan, goals: {} }));
    expect(whyOf({ ...TICKETS.fresh, policy: { ...policy, plans } }, 'en')).toBe(
      'Why no promise? The plan PLUS has no goal for P1.',
    );
  });

  it('says that nothing is promised out of subscription where the policy says so', () => {
    const policy = buildPolicy();
    const modes = { ...policy.modes, outOfSubscription: 'no-promise' as const };
    const ended = { ...TICKETS.fresh, createdAt: '2027-03-11T13:50 Toronto', now: '2027-03-11T14:00 Toronto' };
    expect(whyOf({ ...ended, policy: { ...policy, modes } }, 'en')).toBe(
      'Why no promise? Out of subscription, and the policy then promises nothing.',
    );
  });
});
