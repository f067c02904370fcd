import { fieldIdsSchema, parsePolicyDocument } from '../../src/services/policy-schema';
import * as v from 'valibot';
import { FIELD_IDS } from '../builders/memory-ports';
import { buildPolicy } from '../builders/policy';

describe('what was stored before there was a member', () => {
  it('a document without told priorities tells of all', () => {
    const document = buildPolicy();
    const { priorities, ...older } = document.alerts;
    expect(parsePolicyDocument({ ...document, alerts: older })).toEqual({ ok: true, document });
    expect(priorities).toBeNull();
  });

  it('a document without the portal’s offers allows none', () => {
    const { portal, ...older } = buildPolicy();
    expect(parsePolicyDocument(older)).toEqual({ ok: true, document: { ...older, portal } });
    expect(portal).toEqual({ showOtherPlans: false, preparedReplies: false });
  });

  it('fields without the request language know none', () => {
    const { requestLanguage, ...older } = FIELD_IDS;
    expect(requestLanguage).not.toBeNull();
    expect(v.parse(fieldIdsSchema, older)).toEqual({ ...older, requestLanguage: null });
  });
});

it('an offer that there is not is refused with its place', () => {
  const document = { ...buildPolicy(), portal: { showOtherPlans: true, preparedReplies: 'yes' } };
  expect(parsePolicyDocument(document)).toMatchObject({ ok: false, problems: [{ path: 'portal.preparedReplies' }] });
});
