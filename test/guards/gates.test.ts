/** `npm run trust` opens each gate in turn; here only that it could: whoever rewrites a gate rewrites its opening. */
import { misfits } from '../trust/gates/remove-gates';

it('every gate of a surface has an opening that fits (test/trust/gates/openings.ts)', () => {
  expect(misfits()).toEqual([]);
});
