import { HOUR, MINUTE } from '../../../src/core/time/instant';
import { replyOccasions, replyText } from '../../../static/agent-panel/reply-words';
import { STATUS } from '../../builders/policy';
import { instant } from '../../builders/ticket';
import { buildView, type ViewSpec } from './build-view';

const START = instant('2026-03-10T10:00 Toronto');
const ticket = { createdAt: START, now: START + 30 * MINUTE, priorityId: '4' } as const;
const p1 = { impact: 'extended', urgency: 'critical', priorityId: '1' } as const;
const internal = { at: START + 5 * MINUTE, author: 'agent', isPublic: false } as const;

const tickets: Readonly<Record<string, ViewSpec>> = {
  'P4, nothing particular': { ...ticket, impact: 'minor', urgency: 'low' },
  'P1, the customer has a duty': { ...ticket, ...p1 },
  'resources unavailable': {
    ...ticket,
    ...p1,
    comments: [{ ...internal, action: { kind: 'unavailable', reasonCode: 'no-access' } }],
  },
  downgraded: {
    ...ticket,
    ...p1,
    comments: [{ ...internal, action: { kind: 'downgrade', levels: 2, reasonCode: 'answer-missing' } }],
  },
  'late in both': { ...ticket, ...p1, now: START + 30 * HOUR },
  'solved late': {
    ...ticket,
    ...p1,
    now: START + 30 * HOUR,
    edits: [{ at: START + 29 * HOUR, statusId: STATUS.resolved }],
  },
  'on hold': {
    ...ticket,
    impact: 'minor',
    urgency: 'low',
    edits: [{ at: START + 5 * MINUTE, statusId: STATUS.waiting }],
    replies: { language: 'fr', source: 'site', awaitsCustomer: true },
  },
  'on hold for somebody else': {
    ...ticket,
    impact: 'minor',
    urgency: 'low',
    edits: [{ at: START + 5 * MINUTE, statusId: STATUS.waiting }],
    replies: { language: 'fr', source: 'site', awaitsCustomer: false },
  },
};

describe.each(Object.entries(tickets))('%s', (_, spec) => {
  const view = buildView(spec);

  it('offers a reply on what is so, and on nothing else', () => {
    expect(replyOccasions(view)).toMatchSnapshot();
  });

  it.each(['en', 'fr'] as const)('reads as a customer reads it, in %s', (language) => {
    const texts = replyOccasions(view).map((occasion) => replyText(view, occasion, language));
    expect(texts).toMatchSnapshot();
    expect(texts.join(' ')).not.toMatch(/[{}]|undefined|!/);
  });
});

it('in both languages has one below the other', () => {
  const view = buildView({ ...ticket, ...p1 });
  const [fr, en] = (['fr', 'en'] as const).map((language) => replyText(view, 'resources', language));
  expect(replyText(view, 'resources', 'both')).toBe(`${fr ?? ''}\n\n---\n\n${en ?? ''}`);
});
