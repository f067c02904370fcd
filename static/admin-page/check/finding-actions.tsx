import type { Finding } from '../../../src/core/policy/finding';
import type { Fix } from '../../../src/core/policy/fix';
import { Icon } from '../../shared/icon';
import type { Decision } from './decisions';
import { fixLabel } from './fix-words';
import { valueWords } from './reading-words';
import { useWorkspace } from '../workspace-context';

/** What can be done about a finding: buttons that name their result; once done, what was done and a way back. */
export function FindingActions(props: { readonly decision: Decision; readonly findings: readonly Finding[] }) {
  const { words, names, draft, openTab } = useWorkspace();
  const { say } = words;
  const { decision, findings } = props;
  const { lead } = decision.group;

  const undoButton = (
    <button type="button" className="button" onClick={() => draft.undo(decision.steps)}>
      {say('check.undo')}
    </button>
  );
  if (decision.state !== 'open') {
    return (
      <div className="finding-actions">
        <span className="small change">
          <Icon name="change" />
          {say(decision.state === 'changed' ? 'check.changedInDraft' : 'check.keptInDraft')}
        </span>
        {undoButton}
      </div>
    );
  }
  const fixes = distinct([lead.fix, ...lead.readings.map(({ fix }) => fix)]);
  const keep = (): void => draft.add(...findings.map(({ id }) => ({ kind: 'accept', finding: id, on: true }) as const));
  // With readings to choose from and none suggested, the one in force is the first choice.
  const keepFirst = lead.severity === 'warning' && lead.fix === null && lead.readings.length > 0;
  const keepButton = lead.severity === 'warning' && (
    <button type="button" className={keepFirst ? 'button button-primary' : 'button'} onClick={keep}>
      {keepLabel(lead, words, names)}
    </button>
  );
  return (
    <div className="finding-actions">
      {lead.family === 'setup' && (
        <button type="button" className="button" onClick={() => openTab('set-up')}>
          {say('check.goToSetUp')}
        </button>
      )}
      {keepFirst && keepButton}
      {fixes.map((fix) => (
        <button
          key={JSON.stringify(fix)}
          type="button"
          className={isSame(fix, lead.fix) ? 'button button-primary' : 'button'}
          onClick={() => draft.add({ kind: 'fix', fix })}
        >
          {fixLabel(fix, words, names)}
        </button>
      ))}
      {!keepFirst && keepButton}
      {decision.steps.length > 0 && undoButton}
    </div>
  );
}

type Workspace = ReturnType<typeof useWorkspace>;

/** Names what stays where it is one short value among others; else it only says that nothing changes. */
function keepLabel({ readings }: Finding, words: Workspace['words'], names: Workspace['names']): string {
  const inForce = readings.filter((reading) => reading.inForce);
  const [reading] = inForce;
  if (reading === undefined || inForce.length > 1) return words.say('check.keepAsIs');
  const value = valueWords(reading.value, words, names);
  if (value.length > 20) return words.say('check.keepAsIs');
  return words.say('check.keep', { value: reading.value.kind === 'text' ? words.quote(value) : value });
}

function distinct(fixes: readonly (Fix | null)[]): readonly Fix[] {
  const byText = new Map(fixes.flatMap((fix) => (fix ? [[JSON.stringify(fix), fix] as const] : [])));
  return [...byText.values()];
}

function isSame(a: Fix, b: Fix | null): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
