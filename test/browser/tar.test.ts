import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { writeTar } from './tar';

/** One entry as ustar writes it: a header of 512 bytes, then the content padded to 512. */
function entry(name: string, content: string, type = '0', mode = '0000755'): Buffer {
  const header = Buffer.alloc(512);
  header.write(name, 0);
  header.write(mode, 100);
  header.write(content.length.toString(8).padStart(11, '0'), 124);
  header.write(type, 156);
  const body = Buffer.alloc(Math.ceil(content.length / 512) * 512);
  body.write(content);
  return Buffer.concat([header, body]);
}

const END = Buffer.alloc(1024);
let folder: string;
beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'cadran-tar-'))));
afterEach(() => rmSync(folder, { recursive: true }));

test('files come out with their content and mode, in the folders of their names', () => {
  writeTar(Buffer.concat([entry('lib/', '', '5'), entry('lib/a.so', 'x'.repeat(700)), entry('b', 'y'), END]), folder);
  expect(readFileSync(join(folder, 'lib/a.so'), 'utf8')).toBe('x'.repeat(700));
  expect(readFileSync(join(folder, 'b'), 'utf8')).toBe('y');
  expect(statSync(join(folder, 'lib/a.so')).mode & 0o777).toBe(0o755);
});

test.each([
  ['a path above the folder', entry('../out', 'x'), 'the archive holds the path ../out'],
  ['an absolute path', entry('/etc/out', 'x'), 'the archive holds the path /etc/out'],
  ['an archive cut short', entry('a', 'x'.repeat(600)).subarray(0, 700), 'the archive ends inside a'],
])('%s is refused', (_, archive, message) => {
  expect(() => writeTar(archive, folder)).toThrow(message);
});
