import { column, type Column, type ElementType } from './column.ts';
import type { Parameter } from './database.ts';

/** A column of the rows: its SQL name, its type and its value in a row. */
export type RowColumn<Row> = readonly [
  name: string,
  type: ElementType,
  of: (row: Row) => Parameter,
];

/** Rows passed to a statement as parameters, one per column. */
export interface RowSet<Row> {
  /**
   * SQL for after `from`: `(…) as n`, with the columns under their names, in no particular order.
   */
  readonly text: string;
  /** The parameters, in order from `options.from`. */
  parameters(rows: readonly Row[]): Column[];
}

/**
 * Passes rows to a statement, one array for each column. If all rows share a column's value, its
 * array has one element. A batch's rows share their time, kind and more, and reading parameters is
 * most of the cost of an inserted row.
 * @param options.from number of the first parameter, 2 for `$2`
 * @param options.columns the first array sets the number of rows, so it always has all elements
 */
export function rowSet<Row>(options: {
  readonly from: number;
  readonly columns: readonly [RowColumn<Row>, ...RowColumn<Row>[]];
}): RowSet<Row> {
  const { from, columns } = options;
  const arrays = columns.map(([, type], index) => `$${from + index}::${type}[]`);
  const names = columns.map(([name]) => name);
  const shown = columns.map(([name], index) => {
    const array = arrays[index] ?? '';
    return index === 0
      ? `u.${name}`
      : `case when cardinality(${array}) = 1 then (${array})[1] else u.${name} end as ${name}`;
  });
  return {
    text: `(select ${shown.join(', ')}
      from unnest(${arrays.join(', ')}) as u (${names.join(', ')})) as n`,
    parameters: (rows) =>
      columns.map(([, type, of], index) => {
        const values = rows.map(of);
        return column(type, index > 0 && areAlike(values) ? values.slice(0, 1) : values);
      }),
  };
}

/**
 * Whether all are the same string, number, instant and so on. Equal but distinct objects don't
 * count.
 */
function areAlike(values: readonly Parameter[]): boolean {
  const [first] = values;
  return values.every((value) => value === first);
}
