import { groupCode, weightOf, type EstablishmentRecord } from '../../../src/core/proposal/register';

describe("a group's code", () => {
  it.each([
    ['CISSS-MTL', 'CISSS-MTL'],
    [' cisss-mtl ', 'CISSS-MTL'],
    ['R06', 'R06'],
    ['A', 'A'],
    ['Hôpitaux', null],
    ['all of them', null],
    ['-A', null],
    ['', null],
    ['A'.repeat(31), null],
  ])('%s', (text, code) => {
    expect(groupCode(text)).toBe(code);
  });
});

describe('a weight', () => {
  const record: EstablishmentRecord = { organizationId: '1', fee: 120_000, users: null, recordedAt: 0 };
  it.each([
    ['equal', record, 1],
    ['equal', undefined, 1],
    ['fee', record, 120_000],
    ['users', record, null],
    ['fee', undefined, null],
  ] as const)('by %s', (basis, of, weight) => {
    expect(weightOf(basis, of)).toBe(weight);
  });
});
