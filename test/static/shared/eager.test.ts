import { eager } from '../../../static/shared/eager';

test('the first answer is asked for at once, later ones anew', async () => {
  let asked = 0;
  const ask = eager(async () => (asked += 1));
  expect(asked).toBe(1);
  expect([await ask(), await ask()]).toEqual([1, 2]);
});
