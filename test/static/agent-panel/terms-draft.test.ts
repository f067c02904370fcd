import type { FeatureRequestView, ProposalFormView } from '../../../src/contract/proposal';
import { REQUESTER } from '../../../src/core/proposal/proposal';
import { draftFrom, previewOf, termsFrom, withMore } from '../../../static/agent-panel/feature/terms-draft';

const HOSPITAL = { organizationId: '1', name: 'Hôpital' };
const COLLEGE = { organizationId: '2', name: 'Cégep' };
const BODY = { key: 'msss', label: { en: 'MSSS', fr: 'MSSS' } };

const FORM: ProposalFormView = {
  bodies: [BODY],
  onRequest: [HOSPITAL],
  records: [{ organizationId: '1', fee: null, users: 30, recordedAt: 0 }],
  groups: [],
};

const NOTHING: FeatureRequestView = {
  state: 'feature-request',
  at: 0,
  issueKey: 'SUP-5',
  mayEdit: true,
  onRequest: ['1'],
  proposal: null,
};

const first = { ...draftFrom(NOTHING, FORM, 'en'), amount: '100' };
const order = { ...first, payer: 'order', body: 'msss', chosen: [HOSPITAL, COLLEGE] } as const;

describe('a first draft', () => {
  it('is for the request’s own organization', () => {
    expect(first).toMatchObject({ payer: 'one', organizationId: '1', chosen: [HOSPITAL], currency: 'CAD' });
  });

  it('is for the reporter where the request has no organization', () => {
    expect(draftFrom(NOTHING, { ...FORM, onRequest: [] }, 'en').organizationId).toBe(REQUESTER);
  });
});

describe('what a draft proposes', () => {
  it('goes to one customer without an order, whatever was chosen for one', () => {
    const { terms } = { terms: null, ...termsFrom({ ...order, payer: 'one', basis: 'users' }) };
    expect(terms).toMatchObject({ orderedBy: null, basis: 'equal', organizationIds: ['1'] });
  });

  it('has no words where none were written', () => {
    expect(termsFrom({ ...order, words: { en: ' ', fr: '' } })).toMatchObject({ ok: true, terms: { words: null } });
  });

  it.each([
    ['no amount', { ...order, amount: '' }, 'malformed', 'amount'],
    ['a broken cent', { ...order, amount: '1.0055' }, 'too-many-decimals', 'amount'],
    ['no body', { ...order, body: '' }, 'no-body', 'body'],
    ['nobody to pay', { ...order, chosen: [] }, 'no-establishments', 'chosen'],
  ] as const)('is not yet anything with %s', (_, draft, code, field) => {
    expect(termsFrom(draft)).toEqual({ ok: false, problem: { code, field } });
  });
});

describe('the shares while a draft is written', () => {
  it('are to the cent', () => {
    expect(previewOf({ ...order, amount: '0.03' }, FORM).map(({ cents }) => cents)).toEqual([2, 1]);
  });

  it('wait for a figure that is not on record, and say whose', () => {
    const preview = previewOf({ ...order, basis: 'users' }, FORM);
    expect(preview.map(({ isWeighed, cents }) => [isWeighed, cents])).toEqual([
      [true, null],
      [false, null],
    ]);
  });

  it('wait for an amount', () => {
    expect(previewOf({ ...order, amount: '' }, FORM).map(({ cents }) => cents)).toEqual([null, null]);
  });
});

it('more establishments join the chosen once each', () => {
  expect(withMore([HOSPITAL], [HOSPITAL, COLLEGE])).toEqual([HOSPITAL, COLLEGE]);
});
