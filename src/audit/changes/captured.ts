import type { Queries } from '../../database/database.ts';
import { column } from '../../database/column.ts';
import { jsonText } from '../../database/parameters.ts';
import { type Leaf, leafOf } from '../leaf.ts';
import { type Change, contentOfLeaf } from './change.ts';

/** A change with the institution whose row it is. */
interface Captured extends Change {
  readonly institutionId: number;
}

/**
 * What a transaction wrote in recorded tables and is not in the chain yet, in order. What is undone by going back to a savepoint is
 * dropped.
 */
export class CapturedChanges {
  #waiting: Captured[] = [];
  readonly #savepoints: { readonly name: string; readonly waiting: readonly Captured[] }[] = [];

  add(change: Captured): void {
    this.#waiting.push(change);
  }

  isEmpty(): boolean {
    return this.#waiting.length === 0;
  }

  /** Takes an institution's changes: the caller puts them into the chain. */
  take(institutionId: number): Change[] {
    const taken = this.#waiting.filter((one) => one.institutionId === institutionId);
    this.#waiting = this.#waiting.filter((one) => one.institutionId !== institutionId);
    return taken;
  }

  /** Follows the transaction's savepoints. @param text a statement that writes no recorded table */
  follow(text: string): void {
    const [, verb, name = ''] = savepoint.exec(text) ?? [];
    if (verb === undefined) return;
    if (verb.startsWith('save')) {
      this.#savepoints.push({ name, waiting: [...this.#waiting] });
      return;
    }
    const at = this.#savepoints.findLastIndex((one) => one.name === name);
    const found = this.#savepoints[at];
    if (!found) return;
    this.#savepoints.length = at;
    if (!verb.startsWith('rollback')) return;
    this.#waiting = [...found.waiting];
    this.#savepoints.push(found);
  }
}

const savepoint = /^\s*(savepoint|release\s+savepoint|rollback\s+to\s+savepoint)\s+(\w+)/i;

const insertStatement = {
  name: 'changes_insert',
  text: `insert into changes (institution_id, chain_number, position, table_name, row_key, kind, content, sets)
    select $1, $2, n.position, n.table_name, n.row_key, n.kind, n.content, string_to_array(n.sets, ',')
    from unnest($3::int[], $4::text[], $5::text[], $6::text[], $7::jsonb[], $8::text[])
      as n (position, table_name, row_key, kind, content, sets)`,
};

/**
 * Writes changes under the number of their batch.
 * @returns their leaves, in order, and when they are written
 */
export function insertChanges(
  tx: Queries,
  place: { readonly institutionId: number; readonly number: bigint },
  changes: readonly Change[],
): { readonly leaves: readonly Leaf[]; readonly written: Promise<unknown> } {
  if (changes.length === 0) return { leaves: [], written: Promise.resolve() };
  const written = tx.query(insertStatement, [
    place.institutionId,
    place.number,
    column(
      'int',
      changes.map((_, index) => index + 1),
    ),
    column(
      'text',
      changes.map(({ table }) => table),
    ),
    column(
      'text',
      changes.map(({ key }) => key),
    ),
    column(
      'text',
      changes.map(({ kind }) => kind),
    ),
    column(
      'jsonb',
      changes.map(({ content }) => jsonText(content)),
    ),
    column(
      'text',
      changes.map(({ sets }) => sets?.join(',') ?? null),
    ),
  ]);
  // Hashed while the database writes.
  const leaves = changes.map((change, index) =>
    leafOf(contentOfLeaf(place.institutionId, { ...change, position: index + 1 })),
  );
  return { leaves, written };
}
