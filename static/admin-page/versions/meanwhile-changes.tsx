import { isWholeStep } from '../draft/step';
import { useWorkspace } from '../workspace-context';
import { DifferenceList } from './difference-list';

/** What others published since the draft was begun, with what the draft changes too; nothing while nobody did. */
export function MeanwhileChanges() {
  const { draft, words } = useWorkspace();
  const { begunOn, movedTo, laid } = draft;
  if (begunOn === null || movedTo === null) return null;
  return (
    <details open>
      <summary>{words.say('versions.meanwhile')}</summary>
      {laid.steps.some(isWholeStep) && <p>{words.say('versions.whole')}</p>}
      <DifferenceList from={begunOn} to={movedTo} draft={laid.steps} />
    </details>
  );
}
