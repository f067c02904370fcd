import { HOUR } from '../../src/core/time/instant';
import { listVersions, versionDocument } from '../../src/services/policy-versions';
import { publishPolicy } from '../../src/services/publish-policy';
import { memorySite } from '../builders/memory-ports';
import { buildPolicy } from '../builders/policy';
import { instant } from '../builders/ticket';

const NOW = instant('2025-12-09T10:00 Toronto');

describe('versions of the policy', () => {
  it('are none before the first publication', async () => {
    const { ports } = memorySite(NOW);
    expect(await listVersions(ports)).toEqual([]);
    expect(await versionDocument(ports, 1)).toBeNull();
  });

  it('say when, newest first, and never who; each keeps its document; going back is a version of its own', async () => {
    const site = memorySite(NOW);
    const publish = (baseVersion: number | null, document = buildPolicy()) =>
      publishPolicy(site.ports, { document, baseVersion, adopt: 'new-tickets' });
    await publish(null);
    site.now = NOW + HOUR;
    await publish(1, { ...buildPolicy(), thresholds: [] });
    site.now = NOW + 2 * HOUR;
    const first = await versionDocument(site.ports, 1);
    await publish(2, first ?? buildPolicy());
    expect(await listVersions(site.ports)).toEqual([
      { version: 3, publishedAt: NOW + 2 * HOUR },
      { version: 2, publishedAt: NOW + HOUR },
      { version: 1, publishedAt: NOW },
    ]);
    expect((await versionDocument(site.ports, 2))?.thresholds).toEqual([]);
    expect(await versionDocument(site.ports, 3)).toEqual(first);
    expect(await versionDocument(site.ports, 4)).toBeNull();
  });
});
