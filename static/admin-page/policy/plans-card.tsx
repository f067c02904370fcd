import { EditableCard } from '../editor/editable-card';
import { useWorkspace } from '../workspace-context';
import { PlansEditor } from './plans-editor';
import { PlansTable } from './plans-table';

/** The plans: names, rank, price, what customers see; and what each includes. */
export function PlansCard() {
  const { policy, words } = useWorkspace();
  return (
    <EditableCard
      id="plans"
      title={words.say('plans.title')}
      isEmpty={policy.plans.length === 0}
      read={<PlansTable />}
      write={<PlansEditor />}
    />
  );
}
