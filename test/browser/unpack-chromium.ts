/**
 * Unpacks the Chromium of @sparticuz/chromium, its font and the system libraries it carries for bare machines. The
 * package's own loader is not used: it unpacks the libraries on Amazon's machines only, straight into the temporary
 * folder, and takes a half-written file of an interrupted run for the browser.
 */
import {
  createReadStream,
  createWriteStream,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { brotliDecompressSync, createBrotliDecompress } from 'node:zlib';
import { writeTar } from './tar';

export interface Chromium {
  readonly executable: string;
  /** libnss3, libnspr4 and what they need, for LD_LIBRARY_PATH where the machine lacks them. */
  readonly libraries: string;
  /** A fontconfig file that adds one font to the machine's own, which may be none. */
  readonly fontConfig: string;
}

/** The package's own file names folders of Amazon's machines alone. */
const fontConfig = (target: string): string => `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <include ignore_missing="yes">/etc/fonts/fonts.conf</include>
  <dir>${inXml(join(target, 'fonts'))}</dir>
  <cachedir>${inXml(join(target, 'font-cache'))}</cachedir>
</fontconfig>
`;

const inXml = (path: string): string => path.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

/** Unpacks into `.local` once per version (197 MB, some 3 s); later calls find it there. */
export async function unpackChromium(): Promise<Chromium> {
  const main = require.resolve('@sparticuz/chromium');
  const home = resolve(dirname(main), '../..');
  const { version } = JSON.parse(readFileSync(join(home, 'package.json'), 'utf8')) as { version: string };
  const target = resolve(__dirname, '../../.local', `chromium-${version}`);
  if (!existsSync(target)) await unpack(join(home, 'bin'), target);
  return {
    executable: join(target, 'chromium'),
    libraries: join(target, 'lib'),
    fontConfig: join(target, 'fonts.conf'),
  };
}

/** Unpacked beside and renamed: two that start at once both end with a whole browser. */
async function unpack(packed: string, target: string): Promise<void> {
  const draft = `${target}.${process.pid}`;
  mkdirSync(draft, { recursive: true });
  writeTar(brotliDecompressSync(readFileSync(join(packed, 'al2023.tar.br'))), draft);
  writeTar(brotliDecompressSync(readFileSync(join(packed, 'fonts.tar.br'))), draft);
  writeFileSync(join(draft, 'fonts.conf'), fontConfig(target));
  await pipeline(
    createReadStream(join(packed, 'chromium.br')),
    createBrotliDecompress(),
    createWriteStream(join(draft, 'chromium'), { mode: 0o755 }),
  );
  try {
    renameSync(draft, target);
  } catch (error) {
    if (!existsSync(target)) throw error;
    rmSync(draft, { recursive: true });
  }
}
