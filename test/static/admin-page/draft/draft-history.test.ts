import { changedTo, historyOf, redone, undone } from '../../../../static/admin-page/draft/draft-history';
import type { Draft } from '../../../../static/admin-page/draft/draft';

const draft = (on: boolean): Draft => ({ baseVersion: 1, steps: [{ kind: 'quiet-hours', on }] });
const empty: Draft = { baseVersion: 1, steps: [] };
const begun = changedTo(changedTo(historyOf(empty), draft(false)), draft(true));

test('goes back one change at a time, and no further than its beginning', () => {
  const once = undone(begun);
  expect(once.present).toEqual(draft(false));
  expect(undone(undone(once)).present).toEqual(empty);
});

test('goes forward again', () => {
  expect(redone(undone(begun)).present).toEqual(draft(true));
  expect(redone(begun)).toEqual(begun);
});

test('has no way forward once something else was changed', () => {
  expect(changedTo(undone(begun), empty).future).toEqual([]);
});

test('does not count what changes nothing', () => {
  expect(changedTo(begun, draft(true)).past).toHaveLength(2);
});
