import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Language } from '../../../src/core/policy/text';

const FOLDER = join(__dirname, '../../fixtures/policy');

/** The STAGE+ policy's own text, as published. */
export function publishedPolicy(language: Language): string {
  return readFileSync(join(FOLDER, `stage-plus-support-policy.${language}.txt`), 'utf8');
}

/** A row of the published matrix: the level's name as the matrix has it, and its four priorities. */
export interface PublishedRow {
  readonly name: string;
  readonly priorities: readonly string[];
}

/** The four rows of the matrix, from the most to the least severe. */
export function publishedMatrix(language: Language): readonly PublishedRow[] {
  return [...publishedPolicy(language).matchAll(/^\d\. (\S+) (P\d) (P\d) (P\d) (P\d)$/gm)].map(
    ([, name, ...cells]) => ({
      name: name ?? '',
      priorities: cells,
    }),
  );
}

/** The names of the urgencies over the matrix. */
export function publishedMatrixHeader(language: Language): readonly string[] {
  const header = /^Impact \/ Urgenc[ey] (.*)$/m.exec(publishedPolicy(language))?.[1] ?? '';
  return header.split(/\s*\d\. /).filter((name) => name !== '');
}

/** Priority -> the four cells of its row in the table of targets: BASE response and resolution, PLUS the same. */
export function publishedTargets(language: Language): ReadonlyMap<string, readonly string[]> {
  const cell = String.raw`(\d+\s?[a-z]+(?: \(24x7\))?)`;
  const row = new RegExp(String.raw`^(P\d) ${cell} ${cell} ${cell} ${cell}$`, 'gm');
  return new Map([...publishedPolicy(language).matchAll(row)].map(([, priority, ...cells]) => [priority ?? '', cells]));
}
