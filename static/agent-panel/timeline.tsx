import type { CSSProperties } from 'react';
import { Icon } from '../shared/icon';
import './timeline.css';
import { lowerLabels, upperLabels, type AxisLabel } from './timeline-labels';
import type { Span, Timeline } from './timeline-model';
import { placeOn } from './timeline-scale';
import type { Words } from './words';

/** A clock's life as a band: working hours shaded, nights folded, pauses hatched, thresholds, now and due. */
export function TimelinePicture(props: { readonly words: Words; readonly timeline: Timeline; readonly now: number }) {
  const { words, timeline, now } = props;
  const { translate, format } = words;
  const { axis } = timeline;
  const label = translate('ledger.timeline.label', {
    from: format.ledgerInstant(timeline.from, now),
    to: format.ledgerInstant(timeline.to, now),
  });
  const kinds = (['used', 'late', 'paused', 'ahead'] as const).filter((kind) =>
    timeline.bars.some((bar) => bar.kind === kind),
  );
  return (
    <figure className="timeline" role="img" aria-label={label}>
      <Labels labels={upperLabels(words, timeline, now)} />
      <div className="timeline-band">
        {axis
          .filter(({ open }) => open)
          .map((piece) => (
            <div key={piece.from} className="timeline-hours" style={spanStyle(piece)} />
          ))}
        {axis
          .filter(({ folded }) => folded)
          .map((piece) => (
            <div key={piece.from} className="timeline-fold" style={placeStyle(piece.left + piece.width / 2)} />
          ))}
        {timeline.bars.map((bar) => (
          <div key={`${bar.kind}${bar.left}`} className={`timeline-bar timeline-${bar.kind}`} style={spanStyle(bar)} />
        ))}
        {timeline.unavailable.map((span, index) => (
          <div key={index} className="timeline-unavailable" style={spanStyle(span)} />
        ))}
        {timeline.thresholds.map(({ left, passed }, index) => (
          <div
            key={index}
            className={`timeline-threshold ${passed ? '' : 'timeline-threshold-ahead'}`}
            style={placeStyle(left)}
          />
        ))}
        {timeline.events.map(({ left, icon }, index) => (
          <div key={index} className={`timeline-event timeline-event-${icon}`} style={insideStyle(left)}>
            <Icon name={icon} />
          </div>
        ))}
        {timeline.due !== null && <div className="timeline-due" style={placeStyle(placeOn(axis, timeline.due))} />}
        {timeline.now !== null && <div className="timeline-now" style={placeStyle(placeOn(axis, timeline.now))} />}
      </div>
      <Labels labels={lowerLabels(words, timeline)} />
      <p className="timeline-legend">
        {kinds.map((kind) => (
          <span key={kind} className="timeline-key">
            <i className={`timeline-swatch timeline-${kind}`} />
            {translate(`ledger.timeline.${kind}`)}
          </span>
        ))}
        <span className="timeline-key">
          <i className="timeline-swatch timeline-hours-swatch" />
          {translate('ledger.timeline.hours')}
        </span>
      </p>
    </figure>
  );
}

function Labels({ labels }: { readonly labels: readonly AxisLabel[] }) {
  return (
    <div className="timeline-labels">
      {labels.map(({ left, align, text, kind }) => (
        <span
          key={`${kind}${left}${align}`}
          className={`timeline-label timeline-label-${align} timeline-label-${kind}`}
          style={placeStyle(left)}
        >
          {text}
        </span>
      ))}
    </div>
  );
}

// Set through the style object, not in markup: the content security policy forbids style attributes, not this.
function placeStyle(left: number): CSSProperties {
  return { left: `${(left * 100).toFixed(2)}%` };
}

/** For what has a width of its own: half an icon from the picture's ends. */
function insideStyle(left: number): CSSProperties {
  return { left: `clamp(7px, ${(left * 100).toFixed(2)}%, 100% - 7px)` };
}

function spanStyle({ left, width }: Span): CSSProperties {
  return { ...placeStyle(left), width: `${(width * 100).toFixed(2)}%` };
}
