import { beforeEach, expect, it } from 'vitest';
import { eventsOf } from '../../test/support/domain-events.ts';
import { onBothEngines } from '../../test/support/engines.ts';
import type { Queries } from '../database/database.ts';
import { within } from '../database/within.ts';
import { createWorld } from '../kernel/world.ts';
import type { DomainEvent } from '../kernel/vocabulary/domain-event.ts';
import { batchOf } from './batch.ts';
import { chainColumns, type ChainRow, hexOf } from './chain-row.ts';
import { joinLeaves, leafOf } from './leaf.ts';
import { rootOf } from './merkle.ts';

const world = createWorld();
const foreign: DomainEvent = { kind: 'foreign_message', channel: 'x', carrierId: 'a' };
const leaves = { a: leafOf('["a"]'), b: leafOf('["b"]'), c: leafOf('["c"]'), d: leafOf('["d"]') };

onBothEngines('a batch', (db) => {
  let institutionId = 300;
  beforeEach(() => {
    institutionId += 10;
  });
  const batch = (tx: Queries, institution = institutionId) =>
    batchOf(tx, { institutionId: institution, world });
  const rows = async (institution = institutionId) =>
    db().query<ChainRow>(
      `select ${chainColumns()} from chain where institution_id = $1 order by number`,
      [institution],
    );

  it('is one for all that add to it in a transaction, and is appended before the commit', async () => {
    const id = await db().transaction(async (tx) => {
      batch(tx).add('messages', [leaves.c]);
      batch(tx).add('books', [leaves.a, leaves.b]);
      batch(tx).add('messages', [leaves.d]);
      batch(tx).note({ texts: '0.1.0' });
      return batch(tx).id;
    });
    const [row, ...more] = await rows();
    expect(more).toEqual([]);
    expect(row).toMatchObject({
      format: 2,
      number: 1n,
      batchId: id,
      booksCount: 2,
      messagesCount: 2,
      changesCount: 0,
      versions: { books: 1, messages: 1, changes: 1, texts: '0.1.0' },
    });
    const ordered = [leaves.a, leaves.b, leaves.c, leaves.d];
    expect(hexOf(row?.leaves ?? null)).toBe(hexOf(joinLeaves(ordered)));
    expect(hexOf(row?.root ?? null)).toBe(hexOf(rootOf(ordered)));
  });

  it('appends nothing where nothing was added, and events alone without a row', async () => {
    await db().transaction(async (tx) => void batch(tx));
    await db().transaction(async (tx) => batch(tx).tell([foreign]));
    expect(await rows()).toEqual([]);
    expect(await eventsOf(db(), institutionId)).toMatchObject([{ number: 1n, chainNumber: null }]);
  });

  it('writes with its number what is known only at the end', async () => {
    let numbered: bigint | undefined;
    await db().transaction(async (tx) => {
      batch(tx).whenNumbered('changes', async (number) => {
        numbered = number;
        return [leaves.b];
      });
      batch(tx).add('books', [leaves.a]);
    });
    expect(numbered).toBe(1n);
    expect(await rows()).toMatchObject([{ booksCount: 1, changesCount: 1 }]);
  });

  it('is gone with its transaction or savepoint', async () => {
    const undo = new Error('undone');
    const failing = db().transaction(async (tx) => {
      batch(tx).add('books', [leaves.a]);
      throw undo;
    });
    await expect(failing).rejects.toBe(undo);
    await db().transaction(async (tx) => {
      const part = within(tx, db().engine);
      const failed = part.transaction(async (inner) => {
        batch(inner).add('books', [leaves.a]);
        throw undo;
      });
      await expect(failed).rejects.toBe(undo);
      await part.transaction(async (inner) => batch(inner).add('books', [leaves.b]));
    });
    expect((await rows()).map((row) => hexOf(row.leaves))).toEqual([hexOf(leaves.b)]);
  });

  it('ends where its room appends it: what comes after is another', async () => {
    await db().transaction(async (tx) => {
      const first = batch(tx);
      first.add('books', [leaves.a]);
      await first.append();
      expect(() => first.add('books', [leaves.b])).toThrow('in the chain');
      batch(tx).add('messages', [leaves.c]);
    });
    expect((await rows()).map((row) => hexOf(row.leaves))).toEqual([
      hexOf(leaves.a),
      hexOf(leaves.c),
    ]);
  });

  it('is one for each institution of a transaction, and two transactions don’t lock each other', async () => {
    const [one, two] = [institutionId + 1, institutionId + 2];
    const write = async (order: readonly number[]) =>
      db().transaction(async (tx) => {
        for (const institution of order) batch(tx, institution).add('books', [leaves.a]);
      });
    await Promise.all(
      Array.from({ length: 12 }, async (_, index) => write(index % 2 ? [one, two] : [two, one])),
    );
    for (const institution of [one, two])
      expect((await rows(institution)).map(({ number }) => number)).toEqual(
        Array.from({ length: 12 }, (_, index) => BigInt(index + 1)),
      );
  });

  it('is of a transaction, never of a pool', () => {
    expect(() => batch(db())).toThrow('transaction');
  });
});
