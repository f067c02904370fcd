import { useId } from 'react';
import { Icon } from '../shared/icon';
import { RichText } from '../shared/rich-text';
import { reasonName, type Words } from './words';

/** The customer's part, on the priorities the policy names, and the notice while their resources are unavailable. */
export function DutySection({ words, now }: { readonly words: Words; readonly now: number }) {
  const { translate, format, view } = words;
  const { duty, unavailable } = view;
  const title = useId();
  if (!duty.applies && unavailable === null) return null;
  return (
    <section className="section stack" aria-labelledby={title}>
      <h2 id={title} className="label">
        {translate('agentPanel.duty.title')}
      </h2>
      {unavailable === null ? (
        <p className="small subtle">{duty.text[format.reader.language]}</p>
      ) : (
        <div className="banner banner-discovery small">
          <Icon name="unavailable" />
          <p>
            <RichText
              text={translate('agentPanel.duty.unavailable', {
                since: format.shortInstant(unavailable.since, now),
                reason: reasonName(words, unavailable.reasonCode),
              })}
            />
          </p>
        </div>
      )}
    </section>
  );
}
