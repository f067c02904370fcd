import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, isAbsolute, join } from 'node:path';

const BLOCK = 512;

/**
 * Writes the plain files of an uncompressed tar archive (POSIX ustar) under a folder, with their modes. Throws on a
 * path that would leave the folder and on an archive cut short; links and devices are passed over.
 */
export function writeTar(archive: Buffer, folder: string): void {
  for (let at = 0; at + BLOCK <= archive.length;) {
    const header = archive.subarray(at, at + BLOCK);
    const name = text(header, 0, 100);
    if (name === '') return;
    const size = parseInt(text(header, 124, 12), 8);
    const body = archive.subarray(at + BLOCK, at + BLOCK + size);
    if (body.length !== size) throw new Error(`the archive ends inside ${name}`);
    if (isAbsolute(name) || name.split('/').includes('..')) throw new Error(`the archive holds the path ${name}`);
    if (['0', ''].includes(text(header, 156, 1))) {
      mkdirSync(dirname(join(folder, name)), { recursive: true });
      writeFileSync(join(folder, name), body, { mode: parseInt(text(header, 100, 8), 8) });
    }
    at += BLOCK + Math.ceil(size / BLOCK) * BLOCK;
  }
}

const text = (header: Buffer, start: number, length: number): string =>
  header
    .toString('latin1', start, start + length)
    .replace(/\0.*$/s, '')
    .trim();
