import type { BrowserContext, FrameLocator, Page } from 'playwright-core';
import { thePerson, type PersonKey } from '../sandbox/seed/people';
import { framesReady, moduleFrame, type OpenSite } from './local-site';
import type { Complaints } from './watch';

/** An issue with the agent panel in it. */
export interface PanelPage {
  readonly page: Page;
  readonly context: BrowserContext;
  readonly complaints: Complaints;
  readonly panel: FrameLocator;
}

export interface PanelSight {
  readonly language?: 'en' | 'fr';
  readonly theme?: 'light' | 'dark';
  readonly width?: number;
  readonly height?: number;
  readonly person?: PersonKey;
  /** Set up before the page is asked for. */
  readonly before?: (page: Page) => Promise<void>;
  /** False where the page is to be looked at while it loads. */
  readonly waits?: boolean;
}

/** Opens an issue as an agent. */
export async function openPanel(open: OpenSite, key: string, sight: PanelSight = {}): Promise<PanelPage> {
  const { language = 'en', theme = 'light', width = 1280, height = 900, person = 'agent' } = sight;
  const { page, context, complaints } = await open.enter({ language, width, height });
  await context.addCookies(
    Object.entries({ person, language, theme }).map(([name, value]) => ({ name, value, url: open.site.origin })),
  );
  await sight.before?.(page);
  await page.goto(`/browse/${key}`);
  if (sight.waits !== false) await framesReady(page);
  return { page, context, complaints, panel: moduleFrame(page, 'agent-panel') };
}

/** A ticket raised now; its key. */
export function raiseTicket(
  { site }: OpenSite,
  customer: PersonKey,
  levels: { readonly impact?: string; readonly urgency?: string } = {},
  more: { readonly summary?: string; readonly organizationIds?: string[] } = {},
): string {
  const { jira } = site.world().stage;
  const project = Object.values(jira.state().projects).find(({ key }) => key === 'SUP');
  const requestType = Object.values(jira.state().requestTypes).find(({ projectId }) => projectId === project?.id);
  return jira.seedIssue({
    projectKey: 'SUP',
    summary: 'Panne',
    reporterId: thePerson(customer).accountId,
    created: site.clock.now(),
    ...(requestType === undefined ? {} : { requestTypeId: requestType.id }),
    fields: { ...levels },
    ...more,
  }).key;
}

/** Answers one call of the panel's resolver otherwise: by its key, from the next call on, so many times. */
export async function meddle(
  page: Page,
  functionKey: string,
  how: 'fails' | Promise<void>,
  times = 1,
): Promise<{ readonly calls: () => number }> {
  let calls = 0;
  await page.route('**/__forge/invoke', async (route) => {
    const body = route.request().postDataJSON() as { functionKey: string; payload?: unknown };
    if (body.functionKey !== functionKey) return route.continue();
    calls += 1;
    if (calls > times) return route.continue();
    if (how === 'fails') return route.fulfill({ status: 500, json: { error: { message: 'away' } } });
    await how;
    return route.continue();
  });
  return { calls: () => calls };
}
