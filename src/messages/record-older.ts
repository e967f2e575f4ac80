import { batchOf } from '../audit/batch.ts';
import { lockHead } from '../audit/chain.ts';
import { isMade } from '../audit/made.ts';
import { chainRowNumbered } from '../audit/signed-batch.ts';
import type { Database, Queries } from '../database/database.ts';
import type { Keyring } from '../kernel/keyring.ts';
import type { World } from '../kernel/world.ts';
import { outboundLeaf } from './leaves.ts';
import { outboundColumns, type StoredOutbound } from './verify-messages.ts';

const atOnce = 1_000;

/** Before each other id. */
const nilId = '00000000-0000-0000-0000-000000000000';

/**
 * Takes messages into the record that versions before queued outside of any batch, such as notices: what waits still leaves, and what left
 * is known as ours. Done once for each institution that the version before made: its chain began in the first format, has no row yet, or
 * has only what staff's commands of this version wrote before. The row of the chain that says so is signed, so what is put into the
 * database afterwards is not taken in. Call it before rows from before the record are found: nothing is taken in after that.
 * @returns how many
 */
export async function recordOlderMessages(
  db: Database,
  context: { readonly institutionId: number; readonly keyring: Keyring; readonly world: World },
): Promise<number> {
  const { institutionId } = context;
  if (!(await isDue(db, institutionId))) return 0;
  // What somebody put in with a whole institution is not taken in.
  if (!(await isMade(db, institutionId, context.keyring))) return 0;
  return db.transaction(async (tx) => {
    await lockHead(tx, institutionId);
    if (!(await isDue(tx, institutionId))) return 0;
    let count = 0;
    let after = nilId;
    for (;;) {
      const rows = await tx.query<StoredOutbound>(
        `select ${outboundColumns('o')} from outbound o
          where o.institution_id = $1 and o.batch_id is null and o.id > $2 order by o.id limit ${atOnce}`,
        [institutionId, after],
      );
      const batch = batchOf(tx, context);
      batch.add(
        'messages',
        rows.map((row) => outboundLeaf(row)),
      );
      await tx.query(
        'update outbound set batch_id = $2 where institution_id = $1 and id = any($3::uuid[])',
        [institutionId, batch.id, rows.map(({ id }) => id)],
      );
      count += rows.length;
      after = rows.at(-1)?.id ?? after;
      const isLast = rows.length < atOnce;
      if (isLast) batch.note({ older: count });
      await batch.append();
      if (isLast) return count;
    }
  });
}

/** Ask again under the lock of the chain's head: others may do it, or begin the chain. */
async function isDue(q: Queries, institutionId: number): Promise<boolean> {
  const first = await chainRowNumbered(q, institutionId, 1n);
  if (first?.format !== 1 && !(await isWaiting(q, institutionId))) return false;
  if (!first) return true;
  const done = await q.query(
    `select 1 from chain where institution_id = $1 and versions ? 'older'`,
    [institutionId],
  );
  if (done.length > 0) return false;
  return first.format === 1 || isNotBegun(q, institutionId);
}

async function isWaiting(q: Queries, institutionId: number): Promise<boolean> {
  const waiting = await q.query(
    'select 1 from outbound where institution_id = $1 and batch_id is null limit 1',
    [institutionId],
  );
  return waiting.length > 0;
}

/**
 * Whether staff's commands alone began the chain of an institution of the version before: this version has neither made the institution
 * nor begun to find its rows, which the record would say. Where changes are missing that the chain counts, nobody can tell.
 */
async function isNotBegun(q: Queries, institutionId: number): Promise<boolean> {
  const begun = await q.query(
    `select from changes where institution_id = $1 and table_name = 'recorded_tables'
      union all select from chain c where institution_id = $1 and changes_count is distinct from
        (select count(*) from changes n where n.institution_id = $1 and n.chain_number = c.number)
      limit 1`,
    [institutionId],
  );
  return begun.length === 0;
}
