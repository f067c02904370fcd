import { useId } from 'react';
import type { DataTable } from '../../shared/data-table';

/** A table under its caption. Where it is wider than its place it scrolls by itself, with the keyboard too. */
export function DataTableView({ table }: { readonly table: DataTable }) {
  const { caption, head, rows, hasTotal = false } = table;
  const title = useId();
  return (
    <div className="month-part">
      <h2 id={title}>{caption}</h2>
      <div className="month-scroll" role="region" aria-labelledby={title} tabIndex={0}>
        <table className="month-table">
          <thead>
            <tr>
              {head.map(({ text, isFigure }) => (
                <th key={text} scope="col" className={isFigure === true ? 'month-figure' : undefined}>
                  {text}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row, index) => (
              <tr key={index} className={hasTotal && index === rows.length - 1 ? 'month-total' : undefined}>
                {row.map(({ text, isFigure }, column) =>
                  column === 0 ? (
                    <th key={column} scope="row">
                      {text}
                    </th>
                  ) : (
                    <td key={column} className={isFigure === true ? 'month-figure' : undefined}>
                      {text}
                    </td>
                  ),
                )}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </div>
  );
}
