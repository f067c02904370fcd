import { useWorkspace } from '../workspace-context';
import { AlertChannels } from './alert-channels';
import { FlagPreviewCard } from './flag-preview-card';
import { ThresholdsField } from './thresholds-field';
import './alerts.css';

/** When people are warned, how, and what that would have been in the last week. */
export function AlertsTab() {
  const { policy, words } = useWorkspace();
  const { say, translate } = words;
  return (
    <>
      <section className="card" aria-labelledby="alert-thresholds">
        <h2 id="alert-thresholds">{say('setting.thresholds')}</h2>
        <p className="subtle">{translate('assumptions.thresholds.explanation')}</p>
        <ThresholdsField thresholds={policy.thresholds} />
      </section>
      <AlertChannels />
      <FlagPreviewCard />
    </>
  );
}
