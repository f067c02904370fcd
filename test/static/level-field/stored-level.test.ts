import { storedLevel } from '../../../static/level-field/stored-level';

const minor = {
  key: 'minor',
  label: { en: 'Minor', fr: 'Mineur' },
  description: { en: 'One user.', fr: 'Un utilisateur.' },
};

describe('storedLevel', () => {
  it.each([
    ['a level of the policy', 'minor', { kind: 'level', level: minor }],
    ['nothing', null, { kind: 'unset' }],
    ['a key the policy does not know', 'gigantic', { kind: 'unknown', key: 'gigantic' }],
  ])('finds %s', (_, key, stored) => {
    expect(storedLevel([minor], key)).toEqual(stored);
  });
});
