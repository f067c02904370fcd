import { spawn } from 'node:child_process';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { resolve } from 'node:path';

/** `npm start` without npm: what the script of package.json runs. */
function runStart(env: Record<string, string>): Promise<{ code: number | null; said: string }> {
  const root = resolve(__dirname, '../../..');
  const tsx = require.resolve('tsx/cli');
  const child = spawn(process.execPath, [tsx, 'test/sandbox/start.ts'], { cwd: root, env: { ...process.env, ...env } });
  let said = '';
  child.stdout.on('data', (chunk: Buffer) => (said += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()));
  return new Promise((done) => child.once('close', (code) => done({ code, said })));
}

it('ends with a sentence where the port is taken', async () => {
  const other = createServer();
  await new Promise<void>((listening) => other.listen(0, '127.0.0.1', listening));
  const { port } = other.address() as AddressInfo;
  const { code, said } = await runStart({ PORT: String(port) });
  await new Promise((closed) => other.close(closed));
  expect(code).toBe(1);
  expect(said.trim()).toBe(`Port ${String(port)} is taken. Choose another one: PORT=${String(port + 10)} npm start`);
}, 60_000);

it('says what a port is', async () => {
  const { code, said } = await runStart({ PORT: 'eighty' });
  expect(code).toBe(1);
  expect(said.trim()).toBe('PORT must be a number from 1 to 65535, not "eighty".');
}, 60_000);
