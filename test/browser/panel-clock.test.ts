/** The panel left open over a weekend and a DST change: its clocks against the server's, to the second. */
import type { Page } from 'playwright-core';
import type { AgentPanelView, TrackedTicketView } from '../../src/contract/agent-panel';
import type { Answer } from '../../src/contract/answer';
import type { SlaClock } from '../../src/core/clock/clock';
import { MINUTE, SECOND, type EpochMillis, type Millis } from '../../src/core/time/instant';
import { lengthText } from '../../src/i18n/format';
import { instant } from '../builders/ticket';
import { issueParts } from '../sandbox/pages/extensions';
import type { IssueThing } from '../sandbox/pages/jira-shapes';
import { callerFor } from '../sandbox/pages/visit';
import { thePerson, type PersonKey } from '../sandbox/seed/people';
import { describeInBrowser } from './describe-in-browser';
import { framesReady, moduleFrame, openSite, type OpenSite } from './local-site';

jest.setTimeout(180_000);

/** Friday afternoon; on Sunday at 2:00 the clocks of Toronto go forward. */
const OPENED = '2026-03-06T15:20 Toronto';

const LATER = [
  '2026-03-06T16:29:50 Toronto',
  '2026-03-07T12:00 Toronto',
  '2026-03-08T01:59:58 Toronto',
  '2026-03-08T03:30 Toronto',
  '2026-03-09T08:29:58 Toronto',
  '2026-03-09T10:07:31 Toronto',
];

describeInBrowser('panels left open', () => {
  let open: OpenSite;
  beforeAll(async () => {
    open = await openSite();
  }, 120_000);
  afterAll(() => open.close());

  it('count as the server does, in business hours and around the clock, and ask it nothing', async () => {
    await open.site.moveTo(instant(OPENED));
    const panels = [
      await openPanel(open, raise(open, 'customer-base', 'moderate', 'critical')),
      await openPanel(open, raise(open, 'customer-plus', 'extended', 'critical')),
    ];
    for (const when of LATER) {
      for (const panel of panels) {
        await open.site.moveTo(Math.max(instant(when), open.site.clock.now()));
        const { at, clocks } = await view(open, panel.key);
        // Also the seconds around which a figure changes.
        const change = Math.min(...clocks.map(untilChange));
        for (const now of [at, at + change, at + change + SECOND]) {
          await open.site.moveTo(Math.max(now, open.site.clock.now()));
          const server = await view(open, panel.key);
          await panel.showAt(server.at);
          const expected = server.clocks.map(labelOf).sort();
          expect(await settled(panel.labels, expected)).toEqual(expected);
        }
      }
    }
    expect(panels.map(({ questions }) => questions())).toEqual([1, 1]);
  });
});

/** A ticket raised now; its key. */
function raise({ site }: OpenSite, customer: PersonKey, impact: string, urgency: string): string {
  const { jira } = site.world().stage;
  const project = Object.values(jira.state().projects).find(({ key }) => key === 'SUP');
  const requestType = Object.values(jira.state().requestTypes).find(({ projectId }) => projectId === project?.id);
  return jira.seedIssue({
    projectKey: 'SUP',
    summary: 'Tout le week-end',
    reporterId: thePerson(customer).accountId,
    created: site.clock.now(),
    ...(requestType === undefined ? {} : { requestTypeId: requestType.id }),
    fields: { impact, urgency },
  }).key;
}

/** The server's own answer, asked beside the page. */
async function view({ site }: OpenSite, key: string): Promise<TrackedTicketView> {
  const { jira, platform } = site.world().stage;
  const agent = thePerson('agent');
  const { body } = await jira.handle(
    {
      method: 'GET',
      path: `/rest/api/3/issue/${key}?fields=*all`,
      headers: {},
      body: '',
      identity: { kind: 'user', accountId: agent.accountId },
      scopes: null,
    },
    null,
  );
  const extension = { type: 'jira:issueContext', ...issueParts(JSON.parse(body) as IssueThing) };
  const on = { moduleKey: 'agent-panel', extension };
  const answer = (await platform.invokeResolver(on, callerFor(agent, 'en'), 'view', {})) as Answer<AgentPanelView>;
  if (!answer.ok || answer.data.state !== 'tracked') throw new Error(JSON.stringify(answer));
  return answer.data;
}

interface OpenPanel {
  readonly key: string;
  /** Lets the page's own time go by until an instant of the site's. */
  readonly showAt: (now: EpochMillis) => Promise<void>;
  /** What the dials say, to who does not see them. */
  readonly labels: () => Promise<string[]>;
  /** How often the panel has asked the server. */
  readonly questions: () => number;
}

/** A panel whose browser has a clock of its own: decades behind the site's, and standing still until it is moved. */
async function openPanel(open: OpenSite, key: string): Promise<OpenPanel> {
  const { page, context } = await open.enter();
  await context.clock.install({ time: 0 });
  await context.clock.pauseAt(SECOND);
  const answers = listen(page);
  await page.goto(`/as/agent?to=/browse/${key}`);
  await framesReady(page);
  const first = (await Promise.all(answers)).find(isTracked);
  if (first === undefined) throw new Error('the panel asked nothing');
  const frames = await page.locator('.frame iframe').count();
  const ofOthers = frames - 1;
  const panel = page.frames().find((frame) => frame.url().includes('/agent-panel/'));
  if (panel === undefined) throw new Error('no panel');
  let shown = first.value.data.at;
  return {
    key,
    showAt: async (now) => {
      await page.clock.fastForward(now - shown);
      shown = now;
      // Between two ticks of a second a panel that comes to the front catches up at once.
      await panel.evaluate(() => document.dispatchEvent(new Event('visibilitychange')));
    },
    labels: () =>
      moduleFrame(page, 'agent-panel')
        .locator('.dial')
        .evaluateAll((dials) => dials.map((dial) => dial.getAttribute('aria-label') ?? '').sort()),
    questions: () => answers.length - ofOthers,
  };
}

interface Invoked {
  readonly value: { readonly data: TrackedTicketView };
}

const isTracked = (answer: Invoked): boolean => 'clocks' in answer.value.data;

/** What the page's frames are answered, as it comes. */
function listen(page: Page): Promise<Invoked>[] {
  const answers: Promise<Invoked>[] = [];
  page.on('response', (response) => {
    if (response.url().endsWith('/__forge/invoke')) answers.push(response.json() as Promise<Invoked>);
  });
  return answers;
}

/** The labels once they are drawn. The page's clock stands still, so what is wrong cannot become right by waiting. */
async function settled(labels: OpenPanel['labels'], expected: readonly string[]): Promise<string[]> {
  let shown = await labels();
  for (let tries = 0; tries < 100 && shown.join() !== expected.join(); tries += 1) {
    await new Promise((resolve) => setTimeout(resolve, 20));
    shown = await labels();
  }
  return shown;
}

/** How long until a clock that runs shows another figure. */
function untilChange({ remainingTime }: SlaClock): Millis {
  const left = remainingTime ?? 0;
  return left >= 0 ? left % MINUTE : MINUTE - (-left % MINUTE);
}

const STATES: Readonly<Record<SlaClock['state'], string>> = {
  running: 'Running',
  paused: 'Paused',
  'near-breach': 'Near breach',
  breached: 'Breached',
  met: 'Met',
  missed: 'Missed',
};

function labelOf({ metric, state, remainingTime }: SlaClock): string {
  const name = metric === 'response' ? 'Response' : 'Resolution';
  const left = remainingTime ?? 0;
  return left < 0
    ? `${name}: ${STATES[state]}, ${lengthText(left)} late`
    : `${name}: ${STATES[state]}, ${lengthText(left, 'up')} left`;
}
