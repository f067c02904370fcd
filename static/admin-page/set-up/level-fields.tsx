import { useCallback } from 'react';
import type { LevelAxis } from '../../../src/core/policy/matrix';
import { ErrorState } from '../../shared/error-state';
import { call } from '../admin-call';
import { Choice } from '../choice';
import { useWorkspace } from '../workspace-context';
import { useAsked } from './use-asked';

const AXES: readonly LevelAxis[] = ['impact', 'urgency'];
const askFields = () => call('selectFields', {});

/** Jira Service Management's own Impact and Urgency in place of Cadran's fields, option by option. */
export function LevelFields() {
  const { policy, words, names, draft } = useWorkspace();
  const { say } = words;
  const { data, failure, retry } = useAsked(askFields);
  const fields = data?.fields ?? [];
  return (
    <fieldset>
      <legend>{say('setting.levelFields')}</legend>
      <p className="small subtle">{say('levelFields.help')}</p>
      {failure && <ErrorState failure={failure} title={say('levelFields.failed')} onRetry={retry} />}
      <ul className="pairs">
        {AXES.map((axis) => {
          const mapping = policy.levelFields[axis];
          const isKnown = mapping === null || fields.some(({ id }) => id === mapping.fieldId);
          return (
            <li key={axis}>
              <div className="pair">
                <span>{names.axis(axis)}</span>
                <Choice
                  label={say('levelFields.of', { axis: names.axis(axis) })}
                  value={mapping?.fieldId ?? ''}
                  options={[
                    ['', say('levelFields.own')],
                    ...(isKnown ? [] : [[mapping.fieldId, mapping.fieldId] as const]),
                    ...fields.map(({ id, name }) => [id, name] as const),
                  ]}
                  onChoose={(id) =>
                    draft.add({ kind: 'level-field', axis, field: fields.find((field) => field.id === id) ?? null })
                  }
                />
              </div>
              {mapping !== null && <Options axis={axis} fieldId={mapping.fieldId} chosen={mapping.options} />}
            </li>
          );
        })}
      </ul>
    </fieldset>
  );
}

function Options(props: {
  readonly axis: LevelAxis;
  readonly fieldId: string;
  readonly chosen: Readonly<Record<string, string>>;
}) {
  const { policy, words, names, draft } = useWorkspace();
  const { say } = words;
  const { axis, fieldId, chosen } = props;
  const { data, failure, retry } = useAsked(useCallback(() => call('fieldOptions', { fieldId }), [fieldId]));
  if (failure) return <ErrorState failure={failure} title={say('levelFields.failed')} onRetry={retry} />;
  if (data === null) return <p role="status">{say('kinds.reading')}</p>;
  const levels = axis === 'impact' ? policy.impacts : policy.urgencies;
  return (
    <ul className="pairs options">
      {data.options.map((option) => (
        <li key={option.id} className="pair">
          <span>{option.name}</span>
          <Choice
            label={say('levelFields.option', { axis: names.axis(axis), option: option.name })}
            value={chosen[option.id] ?? ''}
            options={[
              ['', say('levelFields.noLevel')],
              ...levels.map(({ key }) => [key, names.level(axis, key)] as const),
            ]}
            onChoose={(level) => draft.add({ kind: 'level-option', axis, option, level: level === '' ? null : level })}
          />
        </li>
      ))}
    </ul>
  );
}
