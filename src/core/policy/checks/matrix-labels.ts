import type { Level, PolicyDocument } from '../document';
import type { Reading, Reported } from '../finding';
import type { LevelAxis } from '../matrix';
import type { PolicyTextPlace } from '../place';
import type { Language } from '../text';

/** Levels that the published matrix names otherwise than the published table of levels does. */
export function checkMatrixLabels({ impacts, urgencies }: PolicyDocument): readonly Reported[] {
  const inAxis = (axis: LevelAxis, levels: readonly Level[]): readonly Reported[] =>
    levels.flatMap((level) => [...checkLabel(axis, level, 'en'), ...checkLabel(axis, level, 'fr')]);
  return [...inAxis('impact', impacts), ...inAxis('urgency', urgencies)];
}

function checkLabel(axis: LevelAxis, { key, label, matrixLabel }: Level, language: Language): readonly Reported[] {
  const table = label.published[language];
  const matrix = matrixLabel?.published[language] ?? null;
  if (matrixLabel === undefined || matrix === null || table === null || matrix === table) return [];
  const place = { kind: 'matrix-label', axis, level: key } as const;
  const shown = matrixLabel.shown[language];
  const reading = (text: string, from: PolicyTextPlace): Reading => ({
    sources: [{ kind: 'published', language, place: from }],
    value: { kind: 'text', language, text },
    ratio: null,
    inForce: shown === text,
    fix: shown === text ? null : { kind: 'set-shown', place, shown: { [language]: text } },
  });
  const readings = [reading(matrix, place), reading(table, { kind: 'level-label', axis, level: key })];
  return [
    {
      code: isInflection(matrix, table, language) ? 'matrix-label-inflected' : 'matrix-label-differs',
      place,
      facts: { language, matrix, table },
      readings,
      fix: readings[1]?.fix ?? null,
    },
  ];
}

/** French adjectives that differ by gender or number only: a word of agreement, not another word. */
function isInflection(a: string, b: string, language: Language): boolean {
  const stem = (word: string): string => word.toLowerCase().replace(/e?s?$/, '');
  return language === 'fr' && stem(a) === stem(b);
}
