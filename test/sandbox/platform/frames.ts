import { existsSync, readFileSync, statSync } from 'node:fs';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, normalize, sep } from 'node:path';
import { build } from 'esbuild';
import { frameCsp } from './frame-csp';
import { closeServer } from './gateway';
import type { Manifest } from './manifest';
import { themeCss } from './theme-css';

export interface FramesSettings {
  manifest: Manifest;
  /** The origin of the host pages, which alone may frame the app and speak with it. Asked at each request. */
  siteOrigin: () => string;
  /** 0 for any free port. */
  port?: number;
}

export interface Frames {
  origin: string;
  /** Where a resource of the manifest is shown; throws where its built folder has no index.html. */
  urlOf(resourceKey: string): string;
  close(): Promise<void>;
}

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
};
const LOCALES = '__LOCALES__';

/**
 * Serves the app's built resources on a port of their own, so that a frame is of another origin than the page around
 * it, as in the cloud: each html with the bridge as its first script and under the content security policy that
 * Atlassian's own @forge/csp gives, beside them the design tokens and the manifest's translations.
 */
export async function startFrames({ manifest, siteOrigin, port = 0 }: FramesSettings): Promise<Frames> {
  const bridge = await bundleBridge();
  const theme = themeCss();
  const server = createServer((request, response) => {
    const path = decodeURIComponent(new URL(request.url ?? '/', 'http://frame').pathname);
    if (path === '/__forge/bridge.js') {
      send(response, 'text/javascript; charset=utf-8', bridge.replaceAll('HOST_ORIGIN', JSON.stringify(siteOrigin())));
      return;
    }
    if (path === '/__forge/theme.css') {
      send(response, 'text/css; charset=utf-8', theme);
      return;
    }
    const [, resourceKey = '', ...rest] = path.split('/');
    if (rest[0] === LOCALES) {
      sendLocale(manifest, rest[1] ?? '', response);
      return;
    }
    const file = fileOf(manifest, resourceKey, rest.join('/') || 'index.html');
    if (file === null) {
      response.writeHead(404, { 'content-type': 'text/plain' });
      response.end(`The app has no ${path}; is it built?`);
      return;
    }
    const type = TYPES[extname(file)] ?? 'application/octet-stream';
    if (extname(file) !== '.html') {
      send(response, type, readFileSync(file));
      return;
    }
    const html = readFileSync(file, 'utf8');
    response.setHeader('content-security-policy', frameCsp(html, manifest.permissions, siteOrigin()));
    send(response, type, withBridge(html));
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    origin,
    urlOf: (resourceKey) => {
      if (fileOf(manifest, resourceKey, 'index.html') === null) {
        throw new Error(`The resource ${resourceKey} has no index.html; is it built?`);
      }
      return `${origin}/${resourceKey}/index.html`;
    },
    close: () => closeServer(server),
  };
}

/** The bridge has to be there before the app's modules load: a classic script, first in the head. */
function withBridge(html: string): string {
  const head = /<head[^>]*>/i;
  if (!head.test(html)) throw new Error('A resource needs an html with a head.');
  return html.replace(head, (tag) => `${tag}<script src="/__forge/bridge.js"></script>`);
}

async function bundleBridge(): Promise<string> {
  const result = await build({
    entryPoints: [join(__dirname, 'bridge-client.ts')],
    bundle: true,
    write: false,
    format: 'iife',
    target: 'es2022',
    logLevel: 'silent',
  });
  return result.outputFiles[0]?.text ?? '';
}

function fileOf({ resources }: Manifest, resourceKey: string, path: string): string | null {
  const folder = resources.get(resourceKey);
  if (folder === undefined) return null;
  const file = normalize(join(folder, path));
  return file.startsWith(folder + sep) && existsSync(file) && statSync(file).isFile() ? file : null;
}

/** `i18n-info.json` and `<locale>.json`, as Forge's bundler lays them beside each resource. */
function sendLocale({ translations }: Manifest, name: string, response: ServerResponse): void {
  if (translations !== null && name === 'i18n-info.json') {
    const config = { locales: [...translations.resources.keys()], fallback: translations.fallback };
    send(response, 'application/json', JSON.stringify({ config }));
    return;
  }
  const file = translations?.resources.get(name.replace(/\.json$/, ''));
  if (file !== undefined) {
    send(response, 'application/json', readFileSync(file));
    return;
  }
  response.writeHead(404).end();
}

function send(response: ServerResponse, type: string, body: string | Buffer): void {
  response.writeHead(200, { 'content-type': type, 'cache-control': 'no-cache', 'x-content-type-options': 'nosniff' });
  response.end(body);
}
