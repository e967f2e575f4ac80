import type { Database } from '../../../src/database/database.ts';
import type { World } from '../../../src/kernel/world.ts';
import { buildFixture, type Fixture } from '../../../test/support/fixture.ts';
import { enrollMembers } from '../../../test/support/fixture/enroll.ts';
import { say } from '../say.ts';

const firstNames =
  'Ada Ben Cora Dev Elena Femi Grace Hugo Ines Jamal Karen Luis Maya Noah Olga Paul Quinn Rosa Sam Tara Uma Víctor Wendy Xavier Yara Zoë';
const middles =
  'Al Bar Car Dun El Fitz Gal Har Is Jan Kel Lan Mac Nor Os Pel Ros San Tor Ul Van Wal';
const ends =
  'bert berg by dale den field ford gate ham kins land ley man mont ner rick son ston ton vale ward well win worth';

/** Each so many-th member has a phone as well. */
const phoneEvery = 3;

/**
 * Makes the members of a credit union with their accounts in the books and their addresses, encrypted and with their blind indexes, as the
 * service makes them. Then gives them names as people have them, and phones to every third.
 */
export async function fillPeople(
  db: Database,
  { world, members }: { readonly world: World; readonly members: number },
): Promise<Fixture> {
  say(`opening the accounts of ${members} members`);
  const fixture = await buildFixture(db, world, { people: members, slug: 'console' });
  say('phones');
  await enrollMembers(
    { db, world, fixture },
    fixture.members.flatMap(({ id }, index) =>
      index % phoneEvery === 0
        ? [{ memberId: id, channel: 'sms' as const, address: phoneOf(index) }]
        : [],
    ),
  );
  await db.query(
    `update members set
        name = (string_to_array($2, ' '))[1 + number::int % 26] || ' '
          || (string_to_array($3, ' '))[1 + number::int / 26 % 22] || (string_to_array($4, ' '))[1 + number::int / 572 % 24],
        disclosed_at = created_at
      where institution_id = $1`,
    [fixture.institution.id, firstNames, middles, ends],
  );
  await db.query(
    `update addresses set handle = handle || '_' || (string_to_array($2, ' '))[1 + length(handle) * 7 % 26]
      where institution_id = $1 and channel = 'x'`,
    [fixture.institution.id, firstNames.toLowerCase().normalize('NFKD').replaceAll(/\p{M}/gu, '')],
  );
  return fixture;
}

/** The phone of the member at a place. */
export function phoneOf(index: number): string {
  return `+1314${String(2_000_000 + index)}`;
}

/** Transfers of each member. */
const transfersEach = 5;

/** Gives each member some transfers from checking to savings, after the deposits that opened them. */
export async function fillTransfers(db: Database, institutionId: number): Promise<void> {
  say('transfers');
  await db.query(
    `create unlogged table bench_transfers as
      select i, md5('transfers ' || row_number() over () / 20)::uuid as batch_id, bench_uuid(now() - make_interval(days => 6 - i), c.id || ' ' || i) as id, now() - make_interval(days => 6 - i) as at,
        c.id as from_id, s.account_id as to_id
      from (select a.id, o.member_id from accounts a
          join shares h on h.institution_id = a.institution_id and h.account_id = a.id
          join share_owners o on o.institution_id = a.institution_id and o.share_id = h.id
          where a.institution_id = $1 and a.kind = 'checking') c
      join share_owners o on o.institution_id = $1 and o.member_id = c.member_id
      join shares s on s.institution_id = $1 and s.id = o.share_id and s.kind = 'savings'
      cross join generate_series(1, ${transfersEach}) i`,
    [institutionId],
  );
  await db.query(
    `insert into transactions (institution_id, id, batch_id, key, content, kind, memo, effective_on, posted_at, forced)
      select $1, id, batch_id, 'bench:' || id, sha256(id::text::bytea), 'transfer', '', at::date, at, false
      from bench_transfers`,
    [institutionId],
  );
  await db.query(
    `insert into entries (institution_id, account_id, sequence, transaction_id, batch_id, amount, balance_after, effective_on, posted_at,
        below_floor, kind, description, counter_account_id)
      select $1, side.account_id, 1 + i, id, batch_id, side.sign * 2000, side.sign * 2000 * i, at::date, at, false,
        'transfer', 'TRANSFER', side.counter_id
      from bench_transfers cross join lateral (values (from_id, to_id, 1), (to_id, from_id, -1)) side (account_id, counter_id, sign)`,
    [institutionId],
  );
  await db.query(
    `update accounts set version = ${transfersEach + 1} where institution_id = $1 and kind in ('checking', 'savings')`,
    [institutionId],
  );
}
