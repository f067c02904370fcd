import { getAppContext } from '@forge/api';
import { kvs } from '@forge/kvs';
import * as v from 'valibot';
import type { PolicyVersion } from '../../core/policy/document';
import { fieldIdsSchema, policyVersionSchema, scopeSchema } from '../../services/policy-schema';
import type { PolicyStore, TrackingSettings } from '../../services/ports';
import { storing, unlessConflict } from './store-error';
import { readStored, refuseNewer, SCHEMA_VERSION } from './stored';

const TRACKING_KEY = 'policy:tracking';
const versionKey = (version: number): string => `policy:version:${version}`;

const trackingSchema = v.object({
  schemaVersion: v.literal(1),
  version: v.number(),
  trackedFrom: v.number(),
  scope: scopeSchema,
  fields: fieldIdsSchema,
  versions: v.array(v.object({ version: v.number(), publishedAt: v.number() })),
});

/**
 * Published versions never change, so a warm function parses each once. The key names the installation, since functions
 * of several sites may share a process; the number kept is small, since only tickets of many versions need many.
 */
const cache = new Map<string, PolicyVersion>();
const CACHED_VERSIONS = 50;

/** Policy versions in key-value storage: one key a version, and one small key that every event reads. */
export const policyStore: PolicyStore = { tracking, version, publish, saveTracking };

async function tracking(): Promise<TrackingSettings | null> {
  const value = await storing('read-tracking', () => kvs.get(TRACKING_KEY));
  if (value === undefined) return null;
  const { schemaVersion: _schemaVersion, ...settings } = readStored('read-tracking', trackingSchema, value);
  return settings;
}

async function version(number: number): Promise<PolicyVersion> {
  const cacheKey = `${getAppContext().installationAri.installationId}:${number}`;
  const cached = cache.get(cacheKey);
  if (cached !== undefined) return cached;
  const value = await storing('read-policy', () => kvs.get(versionKey(number)));
  refuseNewer('read-policy', documentIn(value));
  const parsed: PolicyVersion = readStored('read-policy', policyVersionSchema, value);
  if (cache.size >= CACHED_VERSIONS) cache.clear();
  cache.set(cacheKey, parsed);
  return parsed;
}

/** The version first, which nobody reads yet; then what events read. A crash between the two publishes nothing. */
async function publish(policy: PolicyVersion, settings: TrackingSettings): Promise<'published' | 'taken'> {
  const present = await tracking();
  if ((present?.version ?? 0) >= policy.version) return 'taken';
  const key = versionKey(policy.version);
  const written = await unlessConflict('publish-policy', () => kvs.set(key, policy, { keyPolicy: 'FAIL_IF_EXISTS' }));
  if (written === 'conflict') {
    // Left by a publication that died before its second write, or written by another admin this very moment.
    if ((await tracking())?.version === policy.version) return 'taken';
    await storing('publish-policy', () => kvs.set(key, policy));
  }
  await saveTracking(settings);
  return 'published';
}

async function saveTracking(settings: TrackingSettings): Promise<void> {
  await storing('save-tracking', () => kvs.set(TRACKING_KEY, { schemaVersion: SCHEMA_VERSION, ...settings }));
}

/** The document within a stored version, which says its own schema version. */
function documentIn(value: unknown): unknown {
  const version = v.safeParse(v.object({ document: v.unknown() }), value);
  return version.success ? version.output.document : undefined;
}
