/** What a cell shows, and how a spreadsheet takes it: a number without its unit, an instant that sorts. */
export interface DataCell {
  readonly text: string;
  readonly csv: string;
  /** Figures stand at the end of their column. */
  readonly isFigure?: boolean;
}

/** A table that is shown and saved from one and the same rows. */
export interface DataTable {
  readonly caption: string;
  readonly head: readonly { readonly text: string; readonly isFigure?: boolean }[];
  readonly rows: readonly (readonly DataCell[])[];
  /** The last row sums the others up. */
  readonly hasTotal?: boolean;
}

/** The rows of a table's CSV, headings first. */
export function csvRows({ head, rows }: DataTable): readonly (readonly string[])[] {
  return [head.map(({ text }) => text), ...rows.map((row) => row.map(({ csv }) => csv))];
}

export function textCell(text: string): DataCell {
  return { text, csv: text };
}
