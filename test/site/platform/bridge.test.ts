import type * as ForgeBridge from '@forge/bridge';
import type { Browser, Frame, Page } from 'playwright-core';
import { describeInBrowser } from '../../browser/describe-in-browser';
import { openBrowser } from '../../browser/launch';
import { startHostedFixture, type HostedFixture } from './browser-fixture';
import { AGENT } from './fixture';

type Forge = typeof ForgeBridge;
interface Host {
  notes: unknown[];
  mount: (options: object) => Promise<{ iframe: HTMLIFrameElement }>;
}
interface Windows {
  forge: Forge;
  host: Host;
}

let hosted: HostedFixture;
let browser: Browser;
let page: Page;

async function mount(options: Record<string, unknown> = {}): Promise<Frame> {
  const attached = page.waitForEvent('frameattached');
  await page.evaluate((given) => (window as unknown as Windows).host.mount(given).then(() => undefined), options);
  return ready(await attached);
}

async function ready(frame: Frame): Promise<Frame> {
  await frame.waitForSelector('body[data-ready=true]');
  return frame;
}

describeInBrowser('the bridge between a frame and its page', () => {
  beforeAll(async () => {
    hosted = await startHostedFixture();
    browser = await openBrowser();
  }, 60_000);
  afterAll(async () => {
    await browser.close();
    await hosted.close();
  });
  beforeEach(async () => {
    hosted.signIn(AGENT);
    page = await browser.newPage();
    await page.goto(`${hosted.origin}/host`);
  });
  afterEach(() => page.close());

  it('is of another origin than the page, and under a policy without inline scripts', async () => {
    const frame = await mount();
    expect(new URL(frame.url()).origin).toBe(hosted.frames.origin);
    const ran = await frame.evaluate(() => {
      const script = document.createElement('script');
      script.textContent = 'document.body.dataset.inline = "ran"';
      document.body.append(script);
      return document.body.dataset['inline'];
    });
    expect(ran).toBeUndefined();
  });

  it('cannot speak to the page’s own server in the person’s name', async () => {
    const frame = await mount();
    const outcome = await frame.evaluate(async (origin) => {
      const init = { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{}' };
      return fetch(`${origin}/__forge/invoke`, init).then(
        () => 'answered',
        () => 'refused',
      );
    }, hosted.origin);
    expect(outcome).toBe('refused');
  });

  it('invokes a resolver with the context of what the page shows, and rejects as the resolver threw', async () => {
    const frame = await mount();
    const answer = await frame.evaluate(() =>
      (window as unknown as Windows).forge.invoke<{ context: { accountId: string; extension: unknown } }>('drive', {
        steps: [{ call: 'echo', args: ['hello'] }],
      }),
    );
    expect(answer).toMatchObject({
      outcomes: [{ value: 'hello' }],
      context: {
        accountId: 'agent-1',
        extension: { type: 'jira:issueContext', issue: { id: '10073', key: 'SUP-10' } },
      },
    });
    const rejection = await frame.evaluate(() =>
      (window as unknown as Windows).forge.invoke('nothing').catch((error: unknown) => (error as Error).message),
    );
    expect(rejection).toContain("Resolver has no definition for 'nothing'");
  });

  it('tells the view its context, without what only a resolver may trust', async () => {
    const frame = await mount();
    const context = await frame.evaluate(() => (window as unknown as Windows).forge.view.getContext());
    expect(context).toMatchObject({ moduleKey: 'panel', locale: 'en-US', timezone: 'America/Toronto' });
    expect(context).not.toHaveProperty('accountType');
  });

  it('asks Jira as the signed-in person', async () => {
    const frame = await mount();
    const body = await frame.evaluate(async () => {
      const response = await (window as unknown as Windows).forge.requestJira('/rest/api/3/myself');
      return response.json() as Promise<unknown>;
    });
    expect(body).toMatchObject({ identity: { kind: 'user', accountId: 'agent-1' }, path: '/rest/api/3/myself' });
  });

  it('reads the manifest’s translations beside the frame', async () => {
    const frame = await mount();
    const text = await frame.evaluate(async () => {
      const translate = await (window as unknown as Windows).forge.i18n.createTranslationFunction('fr-FR');
      return translate('hello');
    });
    expect(text).toBe('Bonjour');
  });

  it('hands a submitted value to the page, and says so where the module cannot be closed', async () => {
    const frame = await mount();
    const outcome = await frame.evaluate(async () => {
      const { view } = (window as unknown as Windows).forge;
      await view.submit('extended');
      return view.close().catch((error: unknown) => (error as Error).message);
    });
    expect(outcome).toContain('not closable');
    expect(await page.evaluate(() => (window as unknown as Windows).host.notes)).toEqual([['submit', 'extended']]);
  });

  it('wears the page’s colours, and follows them when they change', async () => {
    const frame = await mount();
    const surface = () =>
      frame.evaluate(() => getComputedStyle(document.documentElement).getPropertyValue('--ds-surface'));
    expect(await surface()).toBe('');
    await frame.evaluate(() => (window as unknown as Windows).forge.view.theme.enable());
    const light = await surface();
    await page.evaluate(() => (document.documentElement.dataset['colorMode'] = 'dark'));
    await frame.waitForSelector('html[data-color-mode=dark]');
    expect(light).toBe('#FFFFFF');
    expect(await surface()).not.toBe(light);
  });

  it('is as high as its content', async () => {
    const frame = await mount();
    await frame.evaluate(() => {
      const block = document.createElement('div');
      block.style.height = '700px';
      document.body.append(block);
    });
    await page.waitForFunction(() => parseInt(document.querySelector('iframe')?.style.height ?? '0') >= 700);
  });

  it('shows a flag whose action runs in the frame', async () => {
    const frame = await mount();
    await frame.evaluate(() => {
      const { showFlag } = (window as unknown as Windows).forge;
      const actions = [{ text: 'Undo', onClick: () => (document.body.dataset['undone'] = 'true') }];
      showFlag({ id: 'saved', title: 'Saved', actions });
    });
    await page.getByRole('button', { name: 'Undo' }).click();
    await frame.waitForSelector('body[data-undone=true]');
  });

  it('opens a modal with its own context, and hands back what it closed with', async () => {
    const frame = await mount();
    const attached = page.waitForEvent('frameattached');
    await frame.evaluate(() => {
      const { Modal } = (window as unknown as Windows).forge;
      const onClose = (payload: unknown) => (document.body.dataset['closed'] = String(payload));
      void new Modal({ context: { cell: 'P1' }, title: 'Details', onClose }).open();
    });
    const modal = await ready(await attached);
    const context = await modal.evaluate(() => (window as unknown as Windows).forge.view.getContext());
    expect(context.extension).toMatchObject({ modal: { cell: 'P1' } });
    await modal.evaluate(() => void (window as unknown as Windows).forge.view.close('done'));
    await frame.waitForSelector('body[data-closed=done]');
    expect(await page.locator('dialog').count()).toBe(0);
  });

  it('carries events from one frame to another', async () => {
    const [listener, sender] = [await mount(), await mount()];
    await listener.evaluate(async () => {
      const { events } = (window as unknown as Windows).forge;
      await events.on('levels', (payload: unknown) => (document.body.dataset['levels'] = JSON.stringify(payload)));
    });
    await sender.evaluate(() => (window as unknown as Windows).forge.events.emit('levels', { impact: 'minor' }));
    await listener.waitForSelector('body[data-levels]');
    expect(await listener.evaluate(() => document.body.dataset['levels'])).toBe('{"impact":"minor"}');
  });

  it('moves the page’s address below the module’s own path', async () => {
    const frame = await mount();
    const places = await frame.evaluate(async () => {
      const history = await (window as unknown as Windows).forge.view.createHistory();
      const seen: string[] = [history.location.pathname];
      const moved = new Promise<void>((resolve) =>
        history.listen((location) => {
          seen.push(location.pathname);
          resolve();
        }),
      );
      history.push('/plans');
      await moved;
      return [...seen, history.location.pathname];
    });
    expect(places).toEqual(['/', '/plans', '/plans']);
    expect(new URL(page.url()).pathname).toBe('/host/plans');
  });

  it('gives the address of an issue', async () => {
    const frame = await mount();
    const address = await frame.evaluate(async () => {
      const url = await (window as unknown as Windows).forge.router.getUrl({ target: 'issue', issueKey: 'SUP-10' });
      return url?.href;
    });
    expect(address).toBe(`${hosted.origin}/browse/SUP-10`);
  });

  it.each(['requestTeamworkGraph', 'openRovo', 'publishRealtimeChannel'])(
    'refuses %s, which the local site lacks',
    async (command) => {
      const frame = await mount();
      const refusal = await frame.evaluate((name) => {
        const { __bridge } = window as unknown as { __bridge: { callBridge(name: string): Promise<unknown> } };
        return __bridge.callBridge(name).catch((error: unknown) => (error as Error).message);
      }, command);
      expect(refusal).toContain(command);
    },
  );

  it.each([
    ['an issue the person may not see', { subject: { issueKey: 'SEC-1' } }, 'nothing here'],
    ['a module of no such key', { moduleKey: 'nothing' }, 'declares no module nothing'],
    ['a place the module does not have', { place: 'edit' }, 'shows nothing as edit'],
  ])('mounts nothing for %s', async (_what, options, message) => {
    const refusal = await page.evaluate(
      (given) =>
        (window as unknown as Windows).host.mount(given).then(
          () => 'mounted',
          (error: unknown) => (error as Error).message,
        ),
      options,
    );
    expect(refusal).toContain(message);
  });

  it('shows a customer only the modules that are for customers', async () => {
    hosted.signIn({ accountId: 'qm:1', accountType: 'customer', locale: 'fr-FR', timezone: 'America/Toronto' });
    const refusal = await page.evaluate(() =>
      (window as unknown as Windows).host.mount({}).then(
        () => 'mounted',
        (error: unknown) => (error as Error).message,
      ),
    );
    expect(refusal).toContain('not shown');
    const frame = await mount({ moduleKey: 'portal-panel' });
    const context = await frame.evaluate(() => (window as unknown as Windows).forge.view.getContext());
    expect(context.locale).toBe('fr-FR');
  });

  it('does not let the next person use a frame that another mounted', async () => {
    const frame = await mount();
    hosted.signIn({ ...AGENT, accountId: 'agent-2' });
    const refusal = await frame.evaluate(() =>
      (window as unknown as Windows).forge
        .invoke('drive', { steps: [] })
        .catch((error: unknown) => (error as Error).message),
    );
    expect(refusal).toContain('not this person');
  });
});
