import { mkdirSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join, resolve } from 'node:path';
import { build } from 'esbuild';
import { createBridgeEndpoints } from '../../sandbox/platform/bridge-endpoints';
import { startFrames, type Frames } from '../../sandbox/platform/frames';
import { closeServer } from '../../sandbox/platform/gateway';
import type { Caller } from '../../sandbox/seam';
import { AGENT, APP, echoJira, startFixture, type Fixture } from './fixture';

const BUILT = resolve(__dirname, '../../../node_modules/.cache/cadran/fixture-app');

export interface HostedFixture {
  fixture: Fixture;
  frames: Frames;
  origin: string;
  /** Who is signed in from now on. */
  signIn(caller: Caller): void;
  close(): Promise<void>;
}

/** The fixture app's frames and a bare host page, both on loopback, with the bridge between them. */
export async function startHostedFixture(): Promise<HostedFixture> {
  await buildPanel();
  const fixture = await startFixture();
  let caller = AGENT;
  let origin = '';
  const frames = await startFrames({ manifest: fixture.platform.manifest, siteOrigin: () => origin });
  const endpoints = createBridgeEndpoints({
    platform: fixture.platform,
    jira: echoJira(fixture.requests),
    frames,
    callerOf: () => caller,
    extensionOf: (_module, subject) => {
      const { issueKey } = subject as { issueKey: string };
      return issueKey === 'SUP-10' ? { issue: { id: '10073', key: issueKey } } : null;
    },
  });
  const script = await bundle('host-page.ts');
  const server = createServer((request, response) => {
    void endpoints(request, response).then((handled) => {
      if (handled) return;
      const isScript = request.url === '/host-page.js';
      response.writeHead(200, { 'content-type': isScript ? 'text/javascript' : 'text/html' });
      response.end(
        isScript ? script : '<!doctype html><html lang="en"><body><script src="/host-page.js"></script></body></html>',
      );
    });
  });
  await new Promise<void>((started) => server.listen(0, '127.0.0.1', started));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    fixture,
    frames,
    origin,
    signIn: (next) => {
      caller = next;
    },
    close: async () => {
      await closeServer(server);
      await frames.close();
      await fixture.platform.close();
    },
  };
}

async function buildPanel(): Promise<void> {
  const folder = join(BUILT, 'panel');
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'panel.js'), await bundle('panel.ts'));
  writeFileSync(
    join(folder, 'index.html'),
    '<!doctype html><html lang="en"><head><title>Panel</title><script type="module" src="./panel.js"></script></head>' +
      '<body><p>Panel</p></body></html>',
  );
}

async function bundle(file: string): Promise<string> {
  const result = await build({
    entryPoints: [join(APP, 'src', file)],
    bundle: true,
    write: false,
    format: 'esm',
    target: 'es2022',
    logLevel: 'silent',
  });
  return result.outputFiles[0]?.text ?? '';
}
