/** `npm run trust` opens each gate in turn; here only that it could: whoever rewrites a gate rewrites its opening. */
import { resolverKeys } from '../site/resolver-keys';
import { guardedCalls, misfits } from '../trust/gates/remove-gates';

it('every gate of a surface has an opening that fits (test/trust/gates/openings.ts)', () => {
  expect(misfits()).toEqual([]);
});

it('the gate of every key that a resolver answers is known', () => {
  const named = (calls: readonly { surface: string; key: string }[]): readonly string[] =>
    calls.map(({ surface, key }) => `${surface} ${key}`).sort();
  expect(named(guardedCalls())).toEqual(named(resolverKeys()));
});
