import type { CustomerPlan, CustomerTicketView } from '../../src/contract/customer-panel';
import type { LevelView } from '../../src/contract/level';
import { Icon } from '../shared/icon';
import { LevelMatrix } from '../shared/level-matrix';
import { useReading } from './sentence';

/** The levels with what each means, and the matrix that makes the priority of them, this request's cell marked. */
export function Definitions({ view, plan }: { readonly view: CustomerTicketView; readonly plan: CustomerPlan }) {
  const { words } = useReading();
  const { language } = words.format.reader;
  const { impacts, urgencies, priorities, matrix } = plan.definitions;
  const axis = (levels: readonly LevelView[]) => levels.map(({ key, label }) => ({ key, label: label[language] }));
  return (
    <details className="fold definitions">
      <summary>
        <Icon name="chevron" className="fold-mark" />
        {words.message('plan.everyLevel')}
      </summary>
      <Levels title={words.message('measures.impact')} levels={impacts} />
      <Levels title={words.message('measures.urgency')} levels={urgencies} />
      <LevelMatrix
        label={words.message('plan.matrix')}
        corner={words.message('plan.corner')}
        impacts={axis(impacts)}
        urgencies={axis(urgencies)}
        priorityOf={({ impact, urgency }) => {
          const key = matrix[impact]?.[urgency] ?? '';
          return { key, label: priorities.find((priority) => priority.key === key)?.label[language] ?? '' };
        }}
        priorityOrder={priorities.map(({ key }) => key)}
        current={{ impact: view.impact?.key ?? null, urgency: view.urgency?.key ?? null }}
        chosen={null}
        onChoose={null}
      />
    </details>
  );
}

function Levels({ title, levels }: { readonly title: string; readonly levels: readonly LevelView[] }) {
  const { language } = useReading().words.format.reader;
  return (
    <div className="levels">
      <h4>{title}</h4>
      <dl>
        {levels.map(({ key, label, description }) => (
          <div key={key}>
            <dt>{label[language]}</dt>
            <dd className="small subtle">{description[language]}</dd>
          </div>
        ))}
      </dl>
    </div>
  );
}
