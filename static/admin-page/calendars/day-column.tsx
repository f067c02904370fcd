import { useState, type KeyboardEvent, type PointerEvent } from 'react';
import { DAY_MINUTES, type DayMinutes, type MinuteSpan } from '../../../src/core/time/open-hours';
import { draggedSpan, hoursOf, movedSpan, resizedSpan, withSpan } from './day-spans';
import { useCalendarWords } from './use-calendar-words';

/** What a drag or an arrow key moves by. */
const STEP: DayMinutes = 15;
/** How far from a block's lower edge a drag moves its end. */
const EDGE: DayMinutes = 40;

type Drag =
  | { readonly kind: 'draw'; readonly from: DayMinutes }
  | { readonly kind: 'move' | 'resize'; readonly from: DayMinutes; readonly index: number; readonly span: MinuteSpan };

/** One day of the week's picture. Dragging draws, moves and resizes; a block with the focus does the same by keys. */
export function DayColumn(props: {
  readonly day: string;
  readonly spans: readonly MinuteSpan[];
  /** The day before: what of it runs past midnight is shown here. */
  readonly before: readonly MinuteSpan[];
  readonly onChange: (spans: readonly MinuteSpan[]) => void;
}) {
  const { day, spans, before, onChange } = props;
  const { say, hoursText } = useCalendarWords();
  const [drag, setDrag] = useState<Drag | null>(null);
  const [shown, setShown] = useState<readonly MinuteSpan[] | null>(null);

  const begin = (event: PointerEvent<SVGSVGElement>): void => {
    if (event.button !== 0) return;
    const from = minutesAt(event);
    const index = spans.findIndex(({ start, end }) => start <= from && from < end);
    const span = spans[index];
    event.currentTarget.setPointerCapture(event.pointerId);
    if (span === undefined) setDrag({ kind: 'draw', from });
    else setDrag({ kind: span.end - from <= EDGE && from - span.start > EDGE ? 'resize' : 'move', from, index, span });
  };
  const follow = (event: PointerEvent<SVGSVGElement>): void => {
    if (drag !== null) setShown(dragged(spans, drag, minutesAt(event)));
  };
  const end = (): void => {
    if (shown !== null && JSON.stringify(shown) !== JSON.stringify(spans)) onChange(shown);
    cancel();
  };
  const cancel = (): void => {
    setDrag(null);
    setShown(null);
  };
  const press = (event: KeyboardEvent, index: number, span: MinuteSpan): void => {
    const changed = afterKey(event, spans, index, span);
    if (changed === null) return;
    event.preventDefault();
    onChange(changed);
  };
  return (
    <svg
      className="day-column"
      viewBox={`0 0 100 ${DAY_MINUTES}`}
      preserveAspectRatio="none"
      role="group"
      aria-label={day}
      onPointerDown={begin}
      onPointerMove={follow}
      onPointerUp={end}
      onPointerCancel={cancel}
    >
      {[360, 720, 1080].map((line) => (
        <line key={line} className="hour-line" x1="0" x2="100" y1={line} y2={line} />
      ))}
      {before.map((span) =>
        span.end > DAY_MINUTES ? (
          <rect key={span.start} className="runs-on" x="6" width="88" y="0" height={span.end - DAY_MINUTES}>
            <title>{say('runsOn', { day })}</title>
          </rect>
        ) : null,
      )}
      {(shown ?? spans).map((span, i) => (
        <rect
          // A moved block keeps its place in the list, and so the focus.
          key={i}
          className="open-block"
          role="button"
          tabIndex={0}
          aria-label={say('block', { day, hours: hoursText(hoursOf([span])) })}
          x="6"
          width="88"
          y={span.start}
          height={Math.min(span.end, DAY_MINUTES) - span.start}
          onKeyDown={(event) => press(event, i, span)}
        />
      ))}
    </svg>
  );
}

function dragged(spans: readonly MinuteSpan[], drag: Drag, to: DayMinutes): readonly MinuteSpan[] {
  switch (drag.kind) {
    case 'draw':
      return withSpan(spans, null, draggedSpan(drag.from, to, STEP));
    case 'move':
      return withSpan(spans, drag.index, movedSpan(drag.span, to - drag.from));
    case 'resize':
      return withSpan(spans, drag.index, resizedSpan(drag.span, to - drag.from, STEP));
  }
}

function afterKey(
  { key, shiftKey }: KeyboardEvent,
  spans: readonly MinuteSpan[],
  index: number,
  span: MinuteSpan,
): readonly MinuteSpan[] | null {
  if (key === 'Delete' || key === 'Backspace') return spans.filter((_, i) => i !== index);
  if (key !== 'ArrowUp' && key !== 'ArrowDown') return null;
  const by = key === 'ArrowUp' ? -STEP : STEP;
  return withSpan(spans, index, shiftKey ? resizedSpan(span, by, STEP) : movedSpan(span, by));
}

/** The time of day under the pointer, in steps; below the column it is the next day's. */
function minutesAt({ currentTarget, clientY }: PointerEvent<SVGSVGElement>): DayMinutes {
  const { top, height } = currentTarget.getBoundingClientRect();
  const exact = ((clientY - top) / height) * DAY_MINUTES;
  return Math.max(0, Math.round(exact / STEP) * STEP);
}
