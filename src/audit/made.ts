import type { Database, Queries } from '../database/database.ts';
import type { Keyring } from '../kernel/keyring.ts';
import type { World } from '../kernel/world.ts';
import { batchOf } from './batch.ts';
import { lockHead } from './chain.ts';
import { chainColumns, type ChainRow } from './chain-row.ts';
import { signatureOf } from './signed-batch.ts';

/** Of a batch: the ids of the institutions that were there when nothing of the installation was signed. */
const noteName = 'existing';

/**
 * Whether the record vouches for an institution, so that its rows may be signed: its own chain has a signature, a signed batch names it,
 * or nothing of the installation is signed yet. Anybody who can write the database can insert an institution; this keeps the service from
 * signing it.
 * @param keyring whose signatures count. Absent: any count, since they can't be checked
 */
export async function isMade(
  q: Queries,
  institutionId: number,
  keyring: Keyring | undefined,
): Promise<boolean> {
  if (await hasSigned(q, institutionId, keyring)) return true;
  return !(await isAnythingSigned(q)) || (await isNamed(q, institutionId, keyring));
}

/** Whether an institution's own chain has a signature that counts: the newest or the oldest. */
export async function hasSigned(
  q: Queries,
  institutionId: number,
  keyring: Keyring | undefined,
): Promise<boolean> {
  const own = await q.query<ChainRow>(
    `select ${chainColumns()} from chain where institution_id = $1 and seal is not null
      and number in (select max(number) from chain where institution_id = $1 and seal is not null
        union all select min(number) from chain where institution_id = $1 and seal is not null)`,
    [institutionId],
  );
  return own.some((row) => counts(row, keyring));
}

/** Whether a batch of any institution is signed in the format that this version writes. */
export async function isAnythingSigned(q: Queries): Promise<boolean> {
  const [row] = await q.query<{ found: boolean }>(
    'select exists (select from chain where format = 2 and seal is not null) as found',
  );
  return row?.found === true;
}

async function isNamed(
  q: Queries,
  institutionId: number,
  keyring: Keyring | undefined,
): Promise<boolean> {
  const notes = await q.query<ChainRow>(
    `select ${chainColumns()} from chain where format = 2 and seal is not null and versions ? '${noteName}'`,
  );
  return notes.some(
    (row) =>
      String(row.versions?.[noteName]).split(',').includes(String(institutionId)) &&
      counts(row, keyring),
  );
}

function counts(row: ChainRow, keyring: Keyring | undefined): boolean {
  return !keyring || signatureOf(row, keyring) === 'valid';
}

/**
 * Names all institutions in a signed batch, before the first signature of the installation: those that sign nothing for now are known
 * from then on. One institution alone needs no name, since its own first signature vouches for it.
 * @param given.keyringOf what signs an institution's batches
 */
export async function noteExisting(
  db: Database,
  given: {
    readonly world: World;
    readonly keyringOf: (
      institutionId: number,
      q: Queries,
    ) => Keyring | undefined | Promise<Keyring | undefined>;
  },
): Promise<void> {
  if (await isAnythingSigned(db)) return;
  await db.transaction(async (tx) => {
    const all = await tx.query<{ id: number }>('select id from institutions order by id');
    const [first, second] = all;
    if (!first || !second) return;
    const keyring = await given.keyringOf(first.id, tx);
    if (!keyring) return;
    await lockHead(tx, first.id);
    if (await isAnythingSigned(tx)) return;
    const batch = batchOf(tx, { institutionId: first.id, world: given.world, keyring });
    batch.note({ [noteName]: all.map(({ id }) => id).join(',') });
  });
}

/** Lists the institutions that have a chain, whether they are still there or not. */
export async function institutionsWithChain(q: Queries): Promise<number[]> {
  const rows = await q.query<{ id: number }>(
    'select institution_id as id from chain_heads order by institution_id',
  );
  return rows.map(({ id }) => id);
}
