import type { ClockState } from '../../src/core/clock/clock';
import { dashes, figureSize, LARGE_DIAL, notchPath, SMALL_DIAL } from './dial-geometry';
import './dial.css';
import { IconShape } from './icon';

export interface DialProps {
  readonly state: ClockState;
  /** Used share of the target: twelve o'clock is due. Above 1 the rest is drawn as an outer arc. */
  readonly share: number;
  /** Thresholds as shares of the target, between 0 and 1. */
  readonly marks?: readonly number[];
  /** The whole clock in words: the picture itself is not read out. */
  readonly label: string;
  /** The large dial's figure and what it counts (`1 h 13`, `left`). Stopped clocks show their icon instead. */
  readonly figure?: { readonly value: string; readonly unit: string };
}

/** A clock as a dial with its figure in the middle. */
export function Dial({ state, share, marks = [], label, figure }: DialProps) {
  const { box, radius, stroke } = LARGE_DIAL;
  const middle = box / 2;
  const edge = radius + stroke / 2;
  const stopped = state === 'met' || state === 'missed';
  return (
    <svg className={`dial dial-large dial-${state}`} viewBox={`0 0 ${box} ${box}`} role="img" aria-label={label}>
      <Ring share={stopped ? 1 : share} size={LARGE_DIAL} />
      {!stopped && (
        <>
          {marks.map((mark) => (
            <g key={mark}>
              <path className="dial-gap" d={notchPath(mark, box, edge - stroke, edge)} />
              <path className="dial-mark" d={notchPath(mark, box, edge + 2, edge + 4)} />
            </g>
          ))}
          {share > 1 && (
            <circle
              className="dial-over"
              cx={middle}
              cy={middle}
              r={edge + 3}
              strokeDasharray={dashes(share - 1, edge + 3)}
              transform={`rotate(-90 ${middle} ${middle})`}
            />
          )}
        </>
      )}
      <path className="dial-due" d={notchPath(0, box, edge - stroke - 1, edge + 4)} />
      {stopped ? (
        <g className="dial-icon" transform={`translate(${middle - 20} ${middle - 20}) scale(2.5)`}>
          <IconShape name={state === 'met' ? 'check' : 'cross'} />
        </g>
      ) : (
        figure !== undefined && (
          <>
            <text className="dial-figure" x={middle} y={middle + 3} fontSize={figureSize(figure.value)}>
              {figure.value}
            </text>
            <text className="dial-unit" x={middle} y={middle + 19}>
              {figure.unit}
            </text>
          </>
        )
      )}
    </svg>
  );
}

/** The small dial of a clock that needs less care: no figure, an icon once it has stopped. */
export function SmallDial({ state, share, label }: Pick<DialProps, 'state' | 'share' | 'label'>) {
  const { box } = SMALL_DIAL;
  const stopped = state === 'met' || state === 'missed';
  return (
    <svg className={`dial dial-small dial-${state}`} viewBox={`0 0 ${box} ${box}`} role="img" aria-label={label}>
      <Ring share={stopped ? 1 : share} size={SMALL_DIAL} />
      {stopped && (
        <g className="dial-icon" transform="translate(8 8)">
          <IconShape name={state === 'met' ? 'check' : 'cross'} />
        </g>
      )}
    </svg>
  );
}

function Ring({ share, size }: { readonly share: number; readonly size: typeof LARGE_DIAL }) {
  const { box, radius, stroke } = size;
  const middle = box / 2;
  return (
    <>
      <circle className="dial-track" cx={middle} cy={middle} r={radius} strokeWidth={stroke} />
      <circle
        className="dial-arc"
        cx={middle}
        cy={middle}
        r={radius}
        strokeWidth={stroke}
        strokeDasharray={dashes(share, radius)}
        transform={`rotate(-90 ${middle} ${middle})`}
      />
    </>
  );
}
