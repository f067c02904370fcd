import { ErrorState } from '../../shared/error-state';
import { call } from '../admin-call';
import { useWorkspace } from '../workspace-context';
import { useAsked } from './use-asked';

const ask = () => call('resolutions', {});

/** Resolutions that are no work done, such as duplicates: reports list their tickets apart. */
export function ResolutionsApart() {
  const { policy, words, draft } = useWorkspace();
  const { say } = words;
  const { data, failure, retry } = useAsked(ask);
  return (
    <fieldset>
      <legend>{say('setting.resolutionIdsApart')}</legend>
      <p className="small subtle">{say('resolutions.help')}</p>
      {failure && <ErrorState failure={failure} title={say('resolutions.failed')} onRetry={retry} />}
      <ul className="boxes">
        {(data?.resolutions ?? []).map((resolution) => (
          <li key={resolution.id}>
            <label className="box">
              <input
                type="checkbox"
                checked={policy.resolutionIdsApart.includes(resolution.id)}
                onChange={({ target }) => draft.add({ kind: 'resolution-apart', resolution, on: target.checked })}
              />
              {resolution.name}
            </label>
          </li>
        ))}
      </ul>
    </fieldset>
  );
}
