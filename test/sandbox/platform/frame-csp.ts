import { CSPInjectionService, CSPProcessingService } from '@forge/csp';
import { load } from 'cheerio/slim';
import type { JsonObject } from './json';

/**
 * The Content-Security-Policy of a Custom UI frame, as Atlassian's own package makes it for a production site of the
 * manifest's permissions. `report-uri` alone is left out: a violation on the local site is nobody else's to hear of.
 */
export function frameCsp(html: string, permissions: JsonObject, siteOrigin: string): string {
  const details = new CSPProcessingService({ info: () => undefined }, load).getCspDetails(html, permissions);
  return new CSPInjectionService()
    .getInjectableCSP({ existingCSPDetails: details, microsEnv: 'prod', hostname: siteOrigin })
    .filter((directive) => !directive.startsWith('report-uri'))
    .join('; ');
}
