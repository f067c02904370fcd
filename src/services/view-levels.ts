import type { LevelView, MeasureTexts } from '../contract/level';
import type { LevelFieldView } from '../contract/level-field';
import type { Level, PolicyDocument } from '../core/policy/document';
import type { Ports } from './ports';

/** A level as people read it. */
export function levelView(level: Level): LevelView {
  return { key: level.key, label: level.label.shown, description: level.description.shown };
}

/** The policy's definitions of the three measures: its clauses `impact`, `urgency` and `priority`. */
export function measureTexts({ clauses }: PolicyDocument): MeasureTexts {
  const shown = (name: keyof MeasureTexts) => clauses.find(({ key }) => key === name)?.text.shown ?? null;
  return { impact: shown('impact'), urgency: shown('urgency'), priority: shown('priority') };
}

/** The levels of the published policy: what the fields' editors explain to agents and customers alike. */
export async function viewLevels(ports: Pick<Ports, 'policies'>): Promise<LevelFieldView> {
  const tracking = await ports.policies.tracking();
  if (tracking === null) return { state: 'not-configured' };
  const { document } = await ports.policies.version(tracking.version);
  return {
    state: 'ready',
    impacts: document.impacts.map(levelView),
    urgencies: document.urgencies.map(levelView),
    measures: measureTexts(document),
  };
}
