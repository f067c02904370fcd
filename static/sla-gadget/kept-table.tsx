import type { GadgetMonth } from '../../src/contract/sla-gadget';
import { SLA_METRICS } from '../../src/core/policy/document';
import { useFormat, useTranslate } from '../shared/surface-context';
import { keptWords, monthName } from './kept-words';
import type { SlaGadgetMessages } from './messages';

/** The share of promises kept this month, a row a promise. */
export function KeptTable({ month }: { readonly month: GadgetMonth }) {
  const translate = useTranslate<SlaGadgetMessages>();
  const format = useFormat();
  switch (month.kind) {
    case 'making':
      return (
        <p className="small subtle" role="status">
          {translate('slaGadget.making')}
        </p>
      );
    case 'not-shown':
      return (
        <p className="small subtle">
          {translate(month.to === 'agents' ? 'slaGadget.notShown' : 'slaGadget.notShownElse')}
        </p>
      );
    case 'ready':
      return (
        <section aria-labelledby="kept">
          <h3 id="kept">{translate('slaGadget.month', { month: monthName(format, month.month) })}</h3>
          <dl className="gadget-kept">
            {SLA_METRICS.map((metric) => {
              const words = keptWords({ translate, format }, month.figures[metric]);
              return (
                <div key={metric}>
                  <dt>{translate(`clock.metric.${metric}`)}</dt>
                  <dd>
                    <span className="gadget-number">{words.share}</span>
                    {words.count !== null && <span className="small subtle">{words.count}</span>}
                    {words.without !== null && <span className="small subtle">{words.without}</span>}
                  </dd>
                </div>
              );
            })}
          </dl>
        </section>
      );
  }
}
