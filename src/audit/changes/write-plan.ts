import type { Statement } from '../../database/database.ts';
import { Bug } from '../../kernel/assert.ts';
import type { ChangeKind } from '../../kernel/vocabulary/change-kind.ts';
import type { Change } from './change.ts';
import { type RecordedTable, type RecordedTables, tableNamed } from './recorded-columns.ts';
import { recordedTables } from './recorded-tables.ts';
import { contentOf, imageOf, institutionText, keyOf, type RowImage } from './row-image.ts';
import { type WriteShape, writeShape } from './statement-shape.ts';

/** A statement that writes a recorded table, with a hidden column that shows what it wrote. */
export interface WritePlan {
  readonly statement: Statement | string;
  /** The caller asked for rows. */
  readonly hasReturning: boolean;
  /** Inserts into `institutions`: its tables are recorded from here on. */
  readonly makesInstitution: boolean;
  changeOf(shown: ShownRow): Change;
}

/** What the hidden column shows of a row. */
export interface ShownRow {
  readonly institution: number;
  readonly row: RowImage;
}

export const hiddenColumn = 'recorded change';

/** Statements' texts are few and are asked for again and again; a text made of values must not fill the memory. */
const plansMax = 5_000;

/** Plans statements against the tables as they are in this database. */
export function createPlanner(
  tables: RecordedTables,
): (statement: Statement | string) => WritePlan | undefined {
  const plans = new Map<string, WritePlan | undefined>();
  return (statement) => {
    const text = typeof statement === 'string' ? statement : statement.text;
    if (plans.has(text)) return plans.get(text);
    if (plans.size >= plansMax) plans.clear();
    const plan = planOf(statement, tables);
    plans.set(text, plan);
    return plan;
  };
}

function planOf(statement: Statement | string, tables: RecordedTables): WritePlan | undefined {
  const text = typeof statement === 'string' ? statement : statement.text;
  const shape = writeShape(text, recordedTables);
  if (!shape) return undefined;
  const table = tableNamed(tables, shape.table);
  assertKeyStays(shape, table);
  const kind = kindOf(shape);
  const covered = kind === 'updated' ? columnsSet(shape, table) : table.columns;
  const image = `json_build_object('institution', ${institutionText(table.name, shape.alias)}, 'row', ${imageOf(covered, shape.alias)})`;
  const shown = `${text.trimEnd().replace(/;$/, '')}\n${shape.hasReturning ? ', ' : 'returning '}${image} as "${hiddenColumn}"`;
  const sets = kind === 'saved' ? [...(shape.sets ?? [])].sort() : null;
  return {
    statement:
      typeof statement === 'string' ? shown : { name: `${statement.name} recorded`, text: shown },
    hasReturning: shape.hasReturning,
    makesInstitution: kind === 'inserted' && table.name === 'institutions',
    changeOf: ({ row }) => ({
      table: table.name,
      key: keyOf(table, row),
      kind,
      // An update says what became null.
      content: kind === 'updated' ? row : contentOf(table, row),
      sets,
    }),
  };
}

function kindOf({ verb, sets }: WriteShape): ChangeKind {
  if (verb === 'delete') return 'deleted';
  if (verb === 'update') return 'updated';
  return sets ? 'saved' : 'inserted';
}

function columnsSet({ sets = [] }: WriteShape, { columns }: RecordedTable) {
  return columns.filter(({ name, isKey }) => isKey || sets.includes(name));
}

/** By its key a row is known from one change to the next. */
function assertKeyStays({ sets = [], table }: WriteShape, { key }: RecordedTable): void {
  if (key.some(({ name }) => sets.includes(name)))
    throw new Bug(`a row of ${table} keeps its key: delete it and insert another`);
}
