import type { Database } from '../../src/database/database.ts';
import { canonicalRows } from '../../src/exchange/files/canonical-rows.ts';
import { csvRows } from '../../src/exchange/files/csv-rows.ts';
import { formatOf, type Mapping, ownMapping } from '../../src/exchange/files/mapping.ts';
import {
  importFiles,
  type FilesImport,
  type FilesReport,
} from '../../src/exchange/import-files.ts';
import { ownPostings } from '../../src/exchange/postings/own-postings.ts';
import type { TableName } from '../../src/exchange/files/tables.ts';
import { createKeyring, type Keyring } from '../../src/kernel/keyring.ts';
import { seededRandom } from '../../src/kernel/random.ts';
import { createWorld, type World } from '../../src/kernel/world.ts';
import { createInstitution, type Institution } from '../../src/members/institution.ts';
import { staffActor } from './actor.ts';

type Table = TableName;

/** The text of some files. */
export type Texts = Partial<Record<Table, string | Uint8Array>>;

/** A new institution whose books come from files. */
export async function institutionFromFiles(db: Database): Promise<{
  readonly institution: Institution;
  readonly world: World;
  readonly keyring: Keyring;
  readonly bring: BringFiles;
  readonly balances: () => Promise<Record<string, bigint>>;
}> {
  const world = createWorld();
  const keyring = createKeyring([{ id: 1, key: new Uint8Array(32).fill(7) }], seededRandom(7));
  const institution = await db.transaction(async (tx) =>
    createInstitution(tx, world, {
      slug: `f${world.ids.next().slice(-11)}`,
      name: 'North',
      zone: 'America/Chicago',
      currency: 'USD',
      who: 'Kim',
    }),
  );
  return {
    institution,
    world,
    keyring,
    bring: bringingFiles(db, { institution, world, keyring }),
    balances: async () => balancesOf(db, institution.id),
  };
}

/** Imports texts as files. */
type BringFiles = (
  texts: Texts,
  rest?: Partial<FilesImport['how']> & Bring,
) => Promise<FilesReport>;

/** Gives an institution a way to import texts as files. */
export function bringingFiles(
  db: Database,
  {
    institution,
    world,
    keyring,
  }: Pick<FilesImport, 'institution' | 'world'> & { readonly keyring: Keyring },
): BringFiles {
  return async (
    texts,
    { mapping = ownMapping, isDryRun = false, isOld, keys, digests, ...how } = {},
  ) => {
    const open = (table: Table) => {
      const text = texts[table];
      if (text === undefined) return undefined;
      return canonicalRows(
        csvRows(bytes(text), formatOf(mapping, table)),
        table,
        mapping,
        table === 'shares' ? { currency: 'USD' } : {},
      );
    };
    return importFiles(db, {
      institution,
      world,
      keyring: keys === 'none' ? undefined : keyring,
      actor: staffActor('Kim', 'import of files'),
      files: {
        members: open('members'),
        shares: open('shares'),
        transactions: open('transactions'),
        holds: open('holds'),
        rejected: open('rejected'),
      },
      digests: digests ?? {},
      isOld: isOld ?? { members: false, shares: false, holds: false },
      isDryRun,
      country: 'US',
      how: { currencies: ['USD'], ours: ownPostings({ institution, world }), ...how },
    });
  };
}

/** Ledger balances by account, in cents: `104/1`. */
async function balancesOf(db: Database, institutionId: number): Promise<Record<string, bigint>> {
  const rows = await db.query<{ name: string; balance: bigint }>(
    `select m.number || '/' || o.suffix as name, a.ledger_balance as balance
      from members m
      join share_owners o on o.institution_id = $1 and o.member_id = m.id and o.role = 'owner'
      join shares s on s.institution_id = $1 and s.id = o.share_id
      join accounts a on a.institution_id = $1 and a.id = s.account_id
      where m.institution_id = $1 order by 1`,
    [institutionId],
  );
  return Object.fromEntries(rows.map(({ name, balance }) => [name, balance]));
}

interface Bring {
  readonly mapping?: Mapping;
  readonly isDryRun?: boolean;
  readonly isOld?: FilesImport['isOld'];
  readonly keys?: 'none';
  readonly digests?: FilesImport['digests'];
}

async function* bytes(text: string | Uint8Array): AsyncGenerator<Uint8Array> {
  yield await Promise.resolve(typeof text === 'string' ? new TextEncoder().encode(text) : text);
}
