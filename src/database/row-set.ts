import { column, type Column, type ElementType } from './column.ts';
import type { Parameter } from './database.ts';

/** What one column of the rows is called in SQL, its type, and what a row has there. */
export type RowColumn<Row> = readonly [
  name: string,
  type: ElementType,
  of: (row: Row) => Parameter,
];

/** Rows that go into a statement as parameters, a column each. */
export interface RowSet<Row> {
  /** Stands after `from`: `(…) as n`, with the columns under their names; they keep no order of their own. */
  readonly text: string;
  /** Of the statement, from the first that was told. */
  parameters(rows: readonly Row[]): Column[];
}

/**
 * Rows as parameters of a statement, one array for each column. A column in which all rows are alike goes in with one element,
 * which stands for all: a batch's rows share their time, their kind and much else, and reading a parameter is most of
 * what an inserted row costs.
 * @param options.from number of the first parameter, 2 for `$2`
 * @param options.columns the first of them tells how many rows there are: it always goes in whole
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

/** The same string, number, instant and so on: what is alike but another object goes in whole. */
function areAlike(values: readonly Parameter[]): boolean {
  const [first] = values;
  return values.every((value) => value === first);
}
