import { useState } from 'react';
import { fittedToSite } from '../../../src/core/policy/fit-to-site';
import { blankPolicy } from '../../../src/core/policy/presets/blank';
import { jiraNames } from '../../../src/core/policy/presets/jira-names';
import { stagePlus } from '../../../src/core/policy/presets/stage-plus';
import { useWorkspace } from '../workspace-context';

export const PRESETS = { 'stage-plus': stagePlus, 'jira-names': jiraNames, blank: blankPolicy } as const;
export type Preset = keyof typeof PRESETS;

/** Which policy to begin with. Another choice replaces the whole draft, and is one step back. */
export function StartChoice() {
  const { view, words, draft } = useWorkspace();
  const { say } = words;
  const [chosen, setChosen] = useState<Preset | null>(null);
  const choose = (from: Preset): void => {
    setChosen(null);
    draft.add({ kind: 'start', from, document: fittedToSite(PRESETS[from](), view.site) });
  };
  // Nothing is lost where nothing was done yet.
  const isSafe = view.published === null && draft.laid.steps.length === 0;
  return (
    <fieldset>
      <legend className="visually-hidden">{say('start.title')}</legend>
      <ul className="start-choices">
        {(Object.keys(PRESETS) as Preset[]).map((from) => (
          <li key={from} className="reading">
            <p className="reading-value">{say(`start.${from}.name`)}</p>
            <p className="small subtle">{say(`start.${from}.help`)}</p>
            {chosen === from ? (
              <p className="item-ask" role="alert">
                <span className="small">{say('start.ask')}</span>
                <button type="button" className="button" onClick={() => choose(from)}>
                  {say('start.yes')}
                </button>
                <button type="button" className="button button-subtle" onClick={() => setChosen(null)}>
                  {say('remove.no')}
                </button>
              </p>
            ) : (
              <button type="button" className="button" onClick={() => (isSafe ? choose(from) : setChosen(from))}>
                {say('start.choose', { policy: say(`start.${from}.name`) })}
              </button>
            )}
          </li>
        ))}
      </ul>
    </fieldset>
  );
}
