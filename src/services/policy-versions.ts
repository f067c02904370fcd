import type { VersionView } from '../contract/versions';
import type { PolicyDocument } from '../core/policy/document';
import type { Ports } from './ports';

type Needs = Pick<Ports, 'policies'>;

/** All publications, the newest first; none before the first. */
export async function listVersions(ports: Needs): Promise<readonly VersionView[]> {
  const tracking = await ports.policies.tracking();
  return [...(tracking?.versions ?? [])].reverse();
}

/** The document that was published as that version; null where there is none. */
export async function versionDocument(ports: Needs, version: number): Promise<PolicyDocument | null> {
  const tracking = await ports.policies.tracking();
  if (!tracking?.versions.some((known) => known.version === version)) return null;
  return (await ports.policies.version(version)).document;
}
