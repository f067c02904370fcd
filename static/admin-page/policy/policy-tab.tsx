import { calendarOf } from '../../../src/core/policy/lookup';
import { PolicyCheck } from '../check/policy-check';
import type { Decisions } from '../check/decisions';
import type { CheckedDraft } from '../check/use-check';
import '../editor/editor.css';
import { Fold } from '../editor/fold';
import { ListsCard } from './lists-card';
import { MatrixCard } from './matrix-card';
import { StartChoice } from '../set-up/start-choice';
import { useWorkspace } from '../workspace-context';
import { PlaceCalendarsCard } from './place-calendars-card';
import { PlansCard } from './plans-card';
import './policy.css';
import { TargetsCard } from './targets-card';
import { TextsCard } from './texts-card';

/** The policy as the document it is: what is undecided, the matrix, the targets, the plans, the texts, the lists. */
export function PolicyTab(props: { readonly decisions: Decisions; readonly checked: CheckedDraft }) {
  const { policy, words } = useWorkspace();
  const hasHours = calendarOf(policy, policy.defaultCalendar) !== undefined;
  return (
    <>
      <PolicyCheck {...props} />
      {!hasHours && <PlaceCalendarsCard />}
      <div className="columns">
        <MatrixCard />
        <TargetsCard findings={props.checked.findings} />
      </div>
      <PlansCard />
      <TextsCard />
      <ListsCard />
      <Fold title={words.say('start.again')}>
        <StartChoice />
      </Fold>
    </>
  );
}
