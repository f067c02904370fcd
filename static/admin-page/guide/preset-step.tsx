import { fittedToSite } from '../../../src/core/policy/fit-to-site';
import { Fold } from '../editor/fold';
import { ImportPolicy } from '../exchange/import-policy';
import { PRESETS, type Preset } from '../set-up/start-choice';
import { useWorkspace } from '../workspace-context';

/** The policy to begin with. Another choice takes the place of what was changed before, and can be undone. */
export function PresetStep() {
  const { view, policy, words, draft } = useWorkspace();
  const { say } = words;
  const choose = (from: Preset): void => {
    draft.add({ kind: 'start', from, document: fittedToSite(PRESETS[from](), view.site) });
  };
  return (
    <>
      <fieldset>
        <legend>{say('start.title')}</legend>
        {(Object.keys(PRESETS) as Preset[]).map((from) => (
          <label key={from} className="box">
            <input
              type="radio"
              name="preset"
              checked={policy.key === PRESETS[from]().key}
              onChange={() => choose(from)}
            />
            <span>
              {say(`start.${from}.name`)}
              <span className="small subtle help">{say(`start.${from}.help`)}</span>
            </span>
          </label>
        ))}
      </fieldset>
      <Fold title={say('exchange.import')}>
        <ImportPolicy />
      </Fold>
    </>
  );
}
