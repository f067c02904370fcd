import { startHostedFixture, type HostedFixture } from './browser-fixture';

let hosted: HostedFixture;
beforeAll(async () => {
  hosted = await startHostedFixture();
});
afterAll(() => hosted.close());

const get = (path: string) => fetch(`${hosted.frames.origin}${path}`);
const post = (path: string, body: string, type = 'application/json') =>
  fetch(`${hosted.origin}${path}`, { method: 'POST', headers: { 'content-type': type }, body });

describe('a frame', () => {
  it('has the bridge as the first thing in its head', async () => {
    const html = await (await get('/panel/index.html')).text();
    expect(html).toContain('<head><script src="/__forge/bridge.js"></script><title>');
  });

  it('is under the policy of a production site: nothing inline, framed by the site alone', async () => {
    const policy = (await get('/panel/index.html')).headers.get('content-security-policy') ?? '';
    const directives = new Map(
      policy.split('; ').map((directive) => {
        const [name, ...sources] = directive.split(' ');
        return [name, sources] as const;
      }),
    );
    expect(policy).not.toContain('unsafe');
    expect(directives.get('script-src')?.[0]).toBe("'self'");
    expect(directives.get('style-src')?.[0]).toBe("'self'");
    expect(directives.get('frame-ancestors')).toContain(hosted.origin);
    expect(directives.has('report-uri')).toBe(false);
  });

  it('speaks with the site’s origin alone', async () => {
    const script = await (await get('/__forge/bridge.js')).text();
    expect(script).toContain(JSON.stringify(hosted.origin));
    expect(script).not.toContain('HOST_ORIGIN');
  });

  it('gets the design tokens of both colour modes', async () => {
    const css = await (await get('/__forge/theme.css')).text();
    const modes = ['light', 'dark'].map((mode) =>
      css.includes(`html[data-color-mode="${mode}"][data-theme~="${mode}:${mode}"]`),
    );
    expect(modes).toEqual([true, true]);
    expect(css).toContain('--ds-space-100');
  });

  it('finds the manifest’s translations beside it', async () => {
    const info: unknown = await (await get('/panel/__LOCALES__/i18n-info.json')).json();
    const french: unknown = await (await get('/panel/__LOCALES__/fr-FR.json')).json();
    expect(info).toEqual({ config: { locales: ['en-US', 'fr-FR'], fallback: { default: 'en-US' } } });
    expect(french).toMatchObject({ hello: 'Bonjour' });
  });

  it.each([
    ['an unknown resource', '/nothing/index.html'],
    ['a file that is not built', '/panel/lost.js'],
    ['a file above the resource', '/panel/%2e%2e/%2e%2e/child.cjs'],
    ['a locale that is not declared', '/panel/__LOCALES__/de-DE.json'],
  ])('does not find %s', async (_what, path) => {
    expect((await get(path)).status).toBe(404);
  });
});

describe('the bridge’s server side', () => {
  it.each<[string, () => Promise<Response>, number]>([
    ['a form of another page', () => post('/__forge/invoke', '{}', 'text/plain'), 415],
    ['a request without a frame', () => post('/__forge/invoke', '{"functionKey":"drive"}'), 400],
    ['a frame that was never mounted', () => post('/__forge/invoke', '{"functionKey":"drive","token":"x"}'), 403],
    ['what is not JSON', () => post('/__forge/mount', '{'), 400],
  ])('refuses %s', async (_what, ask, status) => {
    expect((await ask()).status).toBe(status);
  });

  it('leaves other paths to the site', async () => {
    expect((await post('/browse/SUP-10', '{}')).headers.get('content-type')).toBe('text/html');
  });
});
