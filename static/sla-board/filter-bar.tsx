import { useState } from 'react';
import type { BoardFilter, BoardOrder } from '../../src/contract/sla-board';
import { ChoiceFilter } from './choice-filter';
import type { BoardSight } from './remembered';
import { SearchField } from './search-field';
import { useChoices } from './use-choices';
import type { Words } from './words';

/** Which incidents are shown, and in which order. Names are asked for when somebody comes near the filters. */
export function FilterBar(props: {
  readonly words: Words;
  readonly sight: BoardSight;
  readonly onFilter: (change: Partial<BoardFilter>) => void;
  readonly onOrder: (order: BoardOrder) => void;
  readonly onClear: () => void;
}) {
  const { words, sight, onFilter, onOrder, onClear } = props;
  const { translate, format, view } = words;
  const { filter, order } = sight;
  const { language } = format.reader;
  const isNamed = filter.organizationId !== null || ![null, 'me', 'nobody'].includes(filter.assignee);
  const [isNear, setNear] = useState(false);
  const { choices, failed } = useChoices(isNear || isNamed);
  const come = (): void => {
    setNear(true);
  };
  const isAny = Object.values(filter).some((choice) => choice !== null && choice !== '');
  const people = [
    { value: 'me', label: translate('slaBoard.filter.me') },
    { value: 'nobody', label: translate('slaBoard.filter.nobody') },
    ...(choices?.assignees ?? []).map(({ accountId, name }) => ({ value: accountId, label: name })),
  ];
  const organizations = (choices?.organizations ?? []).map(({ id, name }) => ({ value: id, label: name }));
  return (
    <div className="filters" onPointerEnter={come} onFocus={come}>
      <div className="segment" role="group" aria-label={translate('slaBoard.list.order')}>
        {(['handling', 'breach'] as const).map((choice) => (
          <button
            key={choice}
            type="button"
            aria-pressed={order === choice}
            title={translate(`slaBoard.list.${choice}Help`)}
            onClick={() => {
              onOrder(choice);
            }}
          >
            {translate(`slaBoard.list.${choice}`)}
          </button>
        ))}
      </div>
      <SearchField
        label={translate('slaBoard.filter.search')}
        value={filter.search}
        onSearch={(search) => {
          onFilter({ search });
        }}
      />
      <ChoiceFilter
        label={translate('slaBoard.filter.priority')}
        all={translate('slaBoard.filter.allPriorities')}
        options={view.priorities.map(({ key, label }) => ({ value: key, label: label[language] }))}
        value={filter.priority}
        onChoose={(priority) => {
          onFilter({ priority });
        }}
      />
      <ChoiceFilter
        label={translate('slaBoard.filter.plan')}
        all={translate('slaBoard.filter.allPlans')}
        options={view.plans.map(({ key, label }) => ({ value: key, label: label[language] }))}
        value={filter.plan}
        onChoose={(plan) => {
          onFilter({ plan });
        }}
      />
      <ChoiceFilter
        label={translate('slaBoard.filter.organization')}
        all={translate('slaBoard.filter.allOrganizations')}
        options={organizations}
        value={filter.organizationId}
        onChoose={(organizationId) => {
          onFilter({ organizationId });
        }}
      />
      <ChoiceFilter
        label={translate('slaBoard.filter.assignee')}
        all={translate('slaBoard.filter.anyone')}
        options={people}
        value={filter.assignee}
        onChoose={(assignee) => {
          onFilter({ assignee });
        }}
      />
      {isAny && (
        <button type="button" className="button button-subtle" onClick={onClear}>
          {translate('slaBoard.filter.clear')}
        </button>
      )}
      {failed && <p className="small subtle">{translate('slaBoard.filter.failed')}</p>}
    </div>
  );
}
