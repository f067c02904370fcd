/** Packed results come back as they went in, in a tenth of the room. */
import fc from 'fast-check';
import { packResults, unpackResults } from '../../../src/core/report/pack-results';
import { randomResults, buildResult } from './results';

it('gives back any results, through JSON', () => {
  fc.assert(
    fc.property(randomResults, (results) => {
      const packed: unknown = JSON.parse(JSON.stringify(packResults('2025-12', results)));
      expect(unpackResults(packed as ReturnType<typeof packResults>)).toEqual(results);
    }),
  );
});

it('takes some thirty-five bytes for a promise that was kept', () => {
  const results = Array.from({ length: 2_000 }, (_, i) => buildResult({ issueId: String(1_000_000 + i) }));
  expect(JSON.stringify(packResults('2025-12', results)).length / results.length).toBeLessThan(40);
});

it('refuses lines of a group that is not there', () => {
  const packed = packResults('2025-12', [buildResult({})]);
  expect(() => unpackResults({ ...packed, groups: [] })).toThrow(RangeError);
});
