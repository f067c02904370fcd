import { isKey, keyFrom } from '../../../../src/core/policy/edit/key-from';

test.each([
  ['Critical', [], 'critical'],
  ['Très élevée', [], 'tres-elevee'],
  ['P1', [], 'P1'],
  ['BASE', ['BASE'], 'BASE-2'],
  ['Critical', ['critical', 'critical-2'], 'critical-3'],
  ['  Extensive / Widespread  ', [], 'extensive-widespread'],
  ['…', [], ''],
])('“%s” beside %j is %s', (name, taken, key) => {
  expect(keyFrom(name, taken)).toBe(key);
});

test.each(['constructor', '__proto__', 'toString', '', '-a', 'é', 'a b', 'x'.repeat(41)])('“%s” is no key', (text) => {
  expect(isKey(text)).toBe(false);
});

test.each(['P1', 'business-hours', 'a.b_c', '2024', 'x'.repeat(40)])('“%s” is one', (text) => {
  expect(isKey(text)).toBe(true);
});
