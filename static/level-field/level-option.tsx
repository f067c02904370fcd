import type { LevelView } from '../../src/contract/level';
import { useBilingual } from '../shared/surface-context';

/** One level: its name is the radio's label, its description the help. */
export function LevelOption(props: {
  readonly group: string;
  readonly level: LevelView;
  readonly chosen: boolean;
  readonly onChoose: (key: string) => void;
}) {
  const { group, level, chosen, onChoose } = props;
  const inLanguage = useBilingual();
  const id = `${group}-${level.key}`;
  return (
    <label className="level-option" htmlFor={id}>
      <input
        type="radio"
        id={id}
        name={group}
        value={level.key}
        checked={chosen}
        aria-labelledby={`${id}-name`}
        aria-describedby={`${id}-description`}
        onChange={() => {
          onChoose(level.key);
        }}
      />
      <span id={`${id}-name`} className="level-name">
        {inLanguage(level.label)}
      </span>
      <span id={`${id}-description`} className="small subtle level-description">
        {inLanguage(level.description)}
      </span>
    </label>
  );
}
