import { router } from '@forge/bridge';
import { useWorkspace } from '../workspace-context';
import type { FindingWay } from './finding-way';

/** Goes to where a finding is mended. */
export function WayButton({ way }: { readonly way: FindingWay }) {
  const { words, openTab, openGuide } = useWorkspace();
  const { translate, say } = words;
  const go = (): void => {
    if (way.kind === 'tab') openTab(way.tab);
    else if (way.kind === 'add-fields') openGuide('fields');
    else void router.open(way.page);
  };
  return (
    <button type="button" className="button" onClick={go}>
      {way.kind === 'tab' && translate(`health.open.${way.tab}`)}
      {way.kind === 'add-fields' && translate('health.open.fields')}
      {way.kind === 'project' && say('guide.fields.open', { project: way.project })}
    </button>
  );
}
