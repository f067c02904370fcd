import type { ReportFigure } from '../../../src/core/report/results-behind';
import { figureName, type ReportWords } from './report-words';

/** A figure that opens to the tickets behind it; plain text where there are none. */
export function OpenFigure(props: {
  readonly words: ReportWords;
  readonly figure: ReportFigure;
  /** The figure as it is shown. */
  readonly text: string;
  /** How many stand behind it. */
  readonly behind: number;
  /** What it is of, by name. */
  readonly group: string;
  readonly onOpen: (figure: ReportFigure) => void;
}) {
  const { words, figure, text, behind, group, onOpen } = props;
  if (behind === 0) return text;
  return (
    <button
      type="button"
      className="figure-open"
      aria-label={words.translate('slaReport.table.open', { figure: text, name: figureName(words, figure), group })}
      onClick={() => {
        onOpen(figure);
      }}
    >
      {text}
    </button>
  );
}
