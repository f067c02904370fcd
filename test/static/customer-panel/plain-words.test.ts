import type { CustomerClock, CustomerTicketView } from '../../../src/contract/customer-panel';
import { HOUR, MINUTE } from '../../../src/core/time/instant';
import type { Language } from '../../../src/core/policy/text';
import { leadOf } from '../../../static/customer-panel/lead';
import { nextStepOf } from '../../../static/customer-panel/next-step';
import { noticesOf } from '../../../static/customer-panel/notice';
import type { Phrase } from '../../../static/customer-panel/phrase';
import { promiseWords } from '../../../static/customer-panel/promise';
import {
  answered,
  customerTicket,
  resolutionClock,
  responseClock,
  TUESDAY_TEN,
  withoutTimes,
  wordsOf,
} from './customer-ticket';

const HOUR_AGO = TUESDAY_TEN - HOUR;
const lateAnswer = responseClock({ state: 'late', due: HOUR_AGO, usedShare: 1.5, remaining: -HOUR });
const missedAnswer = responseClock({
  state: 'missed',
  due: HOUR_AGO,
  stoppedAt: HOUR_AGO + 20 * MINUTE,
  remaining: null,
});
const paused = resolutionClock({ state: 'paused', due: null, remaining: 3 * HOUR + 45 * MINUTE });
const lateSolution = resolutionClock({ state: 'late', due: HOUR_AGO, usedShare: 1.1, remaining: -HOUR });
const lateOnHold = resolutionClock({ state: 'late', due: null, usedShare: 1.1, remaining: -HOUR });
const solved = resolutionClock({ state: 'met', stoppedAt: TUESDAY_TEN - MINUTE, remaining: null });
const solvedLate = resolutionClock({
  state: 'missed',
  due: HOUR_AGO,
  stoppedAt: TUESDAY_TEN - MINUTE,
  remaining: null,
});
const noGoal = (clock: CustomerClock) => withoutTimes(clock);

const moments: Readonly<Record<string, Partial<CustomerTicketView>>> = {
  'both run': {},
  'the answer is late': { clocks: [lateAnswer, resolutionClock()] },
  'answer and solution are late': { clocks: [lateAnswer, lateSolution] },
  'answered, the solution runs': { clocks: [answered, resolutionClock()] },
  'answered late, the solution runs': { clocks: [missedAnswer, resolutionClock()] },
  'on hold for the customer': { waitsFor: 'you', waitsSince: HOUR_AGO, clocks: [answered, paused] },
  'on hold for someone else': { clocks: [answered, paused] },
  'on hold for somebody outside': { waitsFor: 'others', clocks: [answered, paused] },
  'before the answer, waits for the customer': { waitsFor: 'you', clocks: [responseClock(), paused] },
  'waits for the customer, clock runs': { waitsFor: 'you', clocks: [answered, resolutionClock()] },
  'late, then on hold for the customer': { waitsFor: 'you', waitsSince: HOUR_AGO, clocks: [answered, lateOnHold] },
  'the solution is late': { clocks: [answered, lateSolution] },
  'solved, both kept': { waitsFor: 'nobody', clocks: [answered, solved] },
  'solved, answer late': { waitsFor: 'nobody', clocks: [missedAnswer, solved] },
  'solved late': { waitsFor: 'nobody', clocks: [answered, solvedLate] },
  'solved, both late': { waitsFor: 'nobody', clocks: [missedAnswer, solvedLate] },
  'states only, running': { hours: null, clocks: [responseClock(), resolutionClock()].map(withoutTimes) },
  'states only, paused': { hours: null, waitsFor: 'you', clocks: [answered, paused].map(withoutTimes) },
  'states only, late': { hours: null, clocks: [lateAnswer, lateSolution].map(withoutTimes) },
  'states only, solved': { hours: null, waitsFor: 'nobody', clocks: [answered, solved].map(withoutTimes) },
  'no priority yet': {
    hours: null,
    priority: null,
    impact: null,
    clocks: [responseClock(), resolutionClock()].map(noGoal),
  },
  'no clocks without a priority': { hours: null, priority: null, clocks: [] },
  'resources unavailable, whatever the status says': {
    clocks: [answered, resolutionClock()],
    unavailable: { since: HOUR_AGO, reason: { en: '', fr: '' } },
  },
  'nothing shown of clocks': { hours: null, clocks: [] },
  'resources unavailable, with duty': {
    waitsFor: 'you',
    waitsSince: HOUR_AGO,
    clocks: [answered, resolutionClock()],
    duty: {
      en: 'The customer must allocate appropriate resources.',
      fr: 'Le client doit allouer les ressources appropriées.',
    },
    unavailable: {
      since: HOUR_AGO,
      reason: { en: 'The resources needed were not provided', fr: 'Les ressources nécessaires n’ont pas été fournies' },
    },
  },
  downgraded: {
    clocks: [answered, resolutionClock()],
    downgrade: {
      since: HOUR_AGO,
      from: { en: 'P1', fr: 'P1' },
      to: { en: 'P2', fr: 'P2' },
      reason: { en: 'The answer does not let us continue', fr: 'La réponse reçue ne nous permet pas de poursuivre' },
    },
  },
  'downgraded, without times': {
    hours: null,
    clocks: [],
    downgrade: {
      since: null,
      from: { en: 'P1', fr: 'P1' },
      to: { en: 'P2', fr: 'P2' },
      reason: { en: 'The answer does not let us continue', fr: 'La réponse reçue ne nous permet pas de poursuivre' },
    },
  },
  'on hold, due soon after a reply': {
    waitsFor: 'you',
    waitsSince: HOUR_AGO,
    clocks: [answered, { ...paused, dueIfResumed: TUESDAY_TEN + 5 * HOUR }],
  },
  'solved late while the customer was awaited': {
    waitsFor: 'nobody',
    clocks: [answered, { ...solvedLate, excused: true }],
  },
  'late while the customer is awaited': { clocks: [answered, { ...lateSolution, excused: true }] },
  'around the clock': {
    clocks: [
      { ...answered, aroundTheClock: true },
      resolutionClock({ due: TUESDAY_TEN + 4 * HOUR, remaining: 4 * HOUR, aroundTheClock: true }),
    ],
    hours: { kind: 'around-the-clock', timeZone: 'America/Toronto' },
  },
};

/** Every pair of states that the two clocks can be in. */
const RESPONSES = { running: responseClock(), late: lateAnswer, met: answered, missed: missedAnswer };
const RESOLUTIONS = { running: resolutionClock(), paused, late: lateSolution, met: solved, missed: solvedLate };
const pairs = Object.entries(RESPONSES).flatMap(([first, response]) =>
  Object.entries(RESOLUTIONS).map(([second, resolution]): [string, Partial<CustomerTicketView>] => [
    `answer ${first}, solution ${second}`,
    {
      waitsFor: second === 'paused' ? 'you' : second === 'met' || second === 'missed' ? 'nobody' : 'team',
      clocks: [response, resolution],
    },
  ]),
);

/** Everything the panel says of a moment above its measures, line by line. */
function spoken(view: CustomerTicketView, language: Language): string[] {
  const words = wordsOf(language);
  const lead = leadOf(view);
  const step = nextStepOf(view);
  const line = (phrases: readonly (Phrase | null)[]): string =>
    phrases.flatMap((phrase) => (phrase ? [words.plain(phrase, view.at)] : [])).join(' ');
  return [
    ...(lead ? [line([lead.headline]), line(lead.lines)] : []),
    ...view.clocks.map((clock) => {
      const { title, word, figure, details } = promiseWords(view, clock, clock.remaining);
      return `${line([title])} [${line([word])}] ${[line([figure]), line(details)].filter(Boolean).join(' | ')}`.trim();
    }),
    ...(step ? [line([step.who, step.what])] : []),
    ...noticesOf(view).map(({ title, lines }) => `${line([title])}: ${line(lines)}`),
  ].filter(Boolean);
}

const cases = [...Object.entries(moments), ...pairs].flatMap(([moment, changes]) =>
  (['en', 'fr'] as const).map((language) => [moment, language, spoken(customerTicket(changes), language)] as const),
);

test.each(cases)('%s, read in %s', (_, __, lines) => {
  // No-break spaces look like spaces in a snapshot: mark them.
  expect(lines.map((line) => line.replace(/\u00A0/g, '~'))).toMatchSnapshot();
});

describe.each(cases)('%s, in %s', (_, __, lines) => {
  const sentences = lines.flatMap((line) => line.split(/(?<=[.!?])\s|[|[\]]/)).map((sentence) => sentence.trim());

  test('nobody shouts', () => {
    const shouted = lines.join(' ').match(/\b\p{Lu}{3,}\b|!/gu) ?? [];
    expect(shouted).toEqual([]);
  });

  test('no code, no key, no placeholder, no percentage', () => {
    const internal = /[{}_%]|undefined|null|NaN|breach|threshold|\b(resolution|response)\b(?=\W*$)|\w\.\w{3,}/;
    expect(lines.filter((line) => internal.test(line))).toEqual([]);
  });

  test('sentences are short', () => {
    expect(sentences.filter((sentence) => sentence.split(/\s+/).length > 20)).toEqual([]);
  });
});
