/** A function that dies after any of its writes, whatever was being done: nothing is lost, told twice or left half-done. */
import { DEEDS } from './deeds';
import { diesAfter } from './mishaps';
import { isWrite, tryDeed, worthTrying, wrongs } from './try-deed';

jest.setTimeout(300_000);

/** Every second kind of write; CADRAN_FULL tries every write. */
const APART = 2;

it.each(DEEDS)('$name: the site ends as if nothing had happened', async (deed) => {
  const undisturbed = await tryDeed(deed);
  expect(undisturbed).toMatchObject({ broken: [], failures: [] });
  const writes = undisturbed.calls.filter(isWrite);
  expect(writes.length).toBeGreaterThan(0);
  const found: string[] = [];
  for (const number of worthTrying(writes, APART)) {
    const tried = await tryDeed(deed, diesAfter(number));
    const { functionKey, path } = writes[number - 1] ?? {};
    for (const wrong of wrongs(deed, tried, undisturbed)) {
      found.push(`write ${String(number)}, ${functionKey ?? ''} ${path ?? ''}: ${wrong}`);
    }
  }
  expect(found).toEqual([]);
});
