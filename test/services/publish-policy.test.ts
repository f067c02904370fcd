import { HOUR } from '../../src/core/time/instant';
import { parsePolicyDocument } from '../../src/services/policy-schema';
import { previewPublication } from '../../src/services/preview-publication';
import { publishPolicy } from '../../src/services/publish-policy';
import { viewPolicy } from '../../src/services/view-policy';
import { memorySite, type Memory } from '../builders/memory-ports';
import { buildPolicy } from '../builders/policy';
import { instant } from '../builders/ticket';

const NOW = instant('2025-12-09T10:00 Toronto');
let site: Memory;
beforeEach(() => {
  site = memorySite(NOW);
});

describe('before the first publication', () => {
  it('proposes the preset fitted to the site: service projects, priorities in order, statuses that await the customer', async () => {
    const { document, published } = await viewPolicy(site.ports);
    expect(published).toBeNull();
    expect(document.scope).toEqual([{ projectId: '10000', requestTypeId: null, issueTypeId: null, kind: 'incident' }]);
    expect(document.priorities.map(({ jiraPriorityId }) => jiraPriorityId)).toEqual(['1', '2', '3', '4']);
    expect(document.pauseStatusIds).toEqual(['3']);
    expect(document.statusCategories['4']).toBe('done');
  });
});

describe('a publication', () => {
  const first = () => publishPolicy(site.ports, { document: buildPolicy(), baseVersion: null, adopt: 'new-tickets' });

  it('writes version 1, tracks tickets from now, and looks at what is open', async () => {
    expect(await first()).toEqual({ kind: 'published', version: 1 });
    expect(site.tracking).toMatchObject({ version: 1, trackedFrom: NOW, versions: [{ version: 1, publishedAt: NOW }] });
    expect(site.versions.get(1)?.document.statusCategories['4']).toBe('done');
    expect(site.jobs).toEqual([{ runId: 'recompute:1', step: 0, delay: 0 }]);
  });

  it('takes open tickets from their creation where the admin says so', async () => {
    await publishPolicy(site.ports, { document: buildPolicy(), baseVersion: null, adopt: 'open-tickets' });
    expect(site.tracking?.trackedFrom).toBe(0);
  });

  it('keeps the adoption of the first in later versions', async () => {
    await first();
    site.now = NOW + HOUR;
    await publishPolicy(site.ports, { document: buildPolicy(), baseVersion: 1, adopt: 'open-tickets' });
    expect(site.tracking).toMatchObject({ version: 2, trackedFrom: NOW });
  });

  it('made from an older version is refused, and nothing is written', async () => {
    await first();
    const second = { document: buildPolicy(), baseVersion: null, adopt: 'new-tickets' } as const;
    expect(await publishPolicy(site.ports, second)).toEqual({ kind: 'conflict' });
    expect(site.versions.size).toBe(1);
  });

  it('of a policy with a hole is refused with its place, and nothing is written', async () => {
    const policy = buildPolicy();
    const { critical: _hole, ...row } = policy.matrix['extended'] ?? {};
    const document = { ...policy, matrix: { ...policy.matrix, extended: row } };
    const result = await publishPolicy(site.ports, { document, baseVersion: null, adopt: 'new-tickets' });
    expect(result).toMatchObject({ kind: 'invalid' });
    expect(result.kind === 'invalid' ? result.problems.length : 0).toBeGreaterThan(0);
    expect(site.versions.size).toBe(0);
    expect(site.tracking).toBeNull();
    expect(site.jobs).toEqual([]);
  });
});

describe('a draft with a Jira priority that the site does not have', () => {
  const policy = buildPolicy();
  const document = {
    ...policy,
    priorities: policy.priorities.map((one) => (one.key === 'P2' ? { ...one, jiraPriorityId: '99999' } : one)),
  };
  const refused = { kind: 'invalid', problems: [{ code: 'finding.jira-priority-unknown' }] };

  it('is refused by the publication, and nothing is written', async () => {
    const request = { document, baseVersion: null, adopt: 'new-tickets' } as const;
    expect(await publishPolicy(site.ports, request)).toMatchObject(refused);
    expect(site.versions.size).toBe(0);
    expect(site.tracking).toBeNull();
    expect(site.jobs).toEqual([]);
  });

  it('is refused by the preview too', async () => {
    expect(await previewPublication(site.ports, document, 'new-tickets')).toMatchObject(refused);
  });
});

describe('a document from outside', () => {
  const valid = (): Record<string, unknown> => JSON.parse(JSON.stringify(buildPolicy())) as Record<string, unknown>;

  it('that Cadran wrote itself reads back as it was', () => {
    expect(parsePolicyDocument(valid())).toEqual({ ok: true, document: buildPolicy() });
  });

  it.each([
    ['no object', null, ['']],
    ['an unknown member', { ...valid(), extra: 1 }, ['extra']],
    [
      'a calendar that opens at 25:00',
      {
        ...valid(),
        calendars: {
          h: {
            label: { en: '', fr: '' },
            holidaySource: null,
            calendar: {
              timeZone: 'America/Toronto',
              weeklyHours: { 1: [{ start: '25:00', end: '26:00' }] },
              holidays: [],
              exceptions: [],
            },
          },
        },
      },
      ['calendars.h.calendar.weeklyHours.1.0.start'],
    ],
    [
      'an infinite target',
      { ...valid(), thresholds: [{ kind: 'percent', percent: Infinity }] },
      ['thresholds.0.percent'],
    ],
    ['two faults at once', { ...valid(), defaultPlan: 7, schemaVersion: 9 }, ['schemaVersion', 'defaultPlan']],
  ])('with %s is refused with every place', (_case, value, paths) => {
    const parsed = parsePolicyDocument(value);
    expect(parsed.ok).toBe(false);
    expect(parsed.ok ? [] : parsed.problems.map(({ path }) => path)).toEqual(paths);
  });

  it.each(['__proto__', 'constructor', 'toString'])('cannot name a level %s', (key) => {
    const document = valid() as { impacts: { key: string }[] };
    const parsed = parsePolicyDocument({ ...document, impacts: document.impacts.map((level) => ({ ...level, key })) });
    expect(parsed.ok).toBe(false);
  });
});
