import { expect, it } from 'vitest';
import { changesPart } from '../../src/audit/changes/changes-part.ts';
import type { Queries } from '../../src/database/database.ts';
import { messagesPart } from '../../src/service/messages-part.ts';
import { post } from '../../src/ledger/post.ts';
import { booksPart } from '../../src/ledger/verify/books-part.ts';
import { verify, verifyIn } from '../../src/ledger/verify/verify.ts';
import { chainColumns, type ChainRow, genesis, hashOf } from '../../src/audit/chain-row.ts';
import { joinLeaves, leafOf } from '../../src/audit/leaf.ts';
import { rootOf } from '../../src/audit/merkle.ts';
import { present } from '../../src/kernel/assert.ts';
import { openTestDatabase } from '../support/engines.ts';
import { startService } from '../support/service.ts';

/** Someone who can write the database, but has no key, writes the record again: every leaf, root and hash is right, and no signature is left. */
async function rewrite(tx: Queries, institutionId: number): Promise<void> {
  const rows = await tx.query<ChainRow>(
    `select ${chainColumns()} from chain where institution_id = $1 order by number`,
    [institutionId],
  );
  const batches = rows.map(({ batchId: id, number }) => ({ id, number, leafFormat: 1 }));
  const books = await booksPart.contents(tx, institutionId, batches);
  const messages = await messagesPart.contents(tx, institutionId, batches);
  const changes = await changesPart.contents(tx, institutionId, batches);
  let previousHash: Uint8Array = genesis;
  for (const row of rows) {
    const leaves = [books, messages, changes].flatMap((part) =>
      (part.get(row.batchId) ?? []).map((content) => leafOf(content)),
    );
    const root = rootOf(leaves);
    const hash = hashOf({ ...row, root, previousHash, isSigned: false });
    await tx.query(
      `update chain set leaves = $3, root = $4, previous_hash = $5, hash = $6, seal = null
        where institution_id = $1 and number = $2`,
      [institutionId, row.number, joinLeaves(leaves), root, previousHash, hash],
    );
    previousHash = hash;
  }
  await tx.query('update chain_heads set hash = $2 where institution_id = $1', [
    institutionId,
    previousHash,
  ]);
}

it('verify detects a chain rewritten without the key by messages without a signature', async () => {
  await using db = await openTestDatabase('pglite');
  const service = await startService(db);
  const { fixture } = service;
  const { id: institutionId } = fixture.institution;
  const options = { institutionId, keyring: fixture.keyring, parts: [messagesPart] };
  await service.say(0, '#trans 50 7 0');
  await service.say(0, '#bal');
  const before = await verify(db, options);
  expect(before.problems).toEqual([]);
  // We built the fixture without a key, before its first message. The first signature covers that
  // part too.
  expect(before.record.signatures).toMatchObject({ good: 2, unvouched: 0 });
  const { number } = present(before.record.head, 'the record has a head');
  await db.transaction(async (tx) => {
    await tx.query(`update inbound set text = '#trans 5 7 0' where intent = 'transfer'`);
    await rewrite(tx, institutionId);
  });
  const what = 'it wrote messages but has no signature';
  for (const keyring of [fixture.keyring, undefined]) {
    const { problems } = await verify(db, { ...options, keyring });
    expect(problems).toEqual([
      { where: `batch ${number - 1n}`, what },
      { where: `batch ${number}`, what },
    ]);
  }
});

it('an unsigned posting after the first signature is an error, whatever head was kept outside', async () => {
  await using db = await openTestDatabase('pglite');
  const service = await startService(db);
  const { fixture, world } = service;
  const { id: institutionId } = fixture.institution;
  const options = { institutionId, keyring: fixture.keyring, parts: [messagesPart] };
  const deposit = async () => {
    const [outcome] = await post(db, {
      institutionId,
      world,
      orders: [
        {
          order: 'entries',
          key: world.ids.next(),
          kind: 'deposit',
          effectiveOn: Temporal.PlainDate.from('2026-11-23'),
          entries: [
            { accountId: fixture.cashAccountId, amount: 100n, description: 'CASH' },
            {
              accountId: present(fixture.members[0], 'a member').savingsAccountId,
              amount: -100n,
              description: 'CASH',
            },
          ],
        },
      ],
    });
    expect(outcome?.outcome).toBe('posted');
  };
  const built = (await verify(db, options)).record;
  expect(built.signatures).toMatchObject({
    good: 0,
    unsigned: built.batches,
    unvouched: built.batches,
  });
  await service.say(0, '#bal');
  const first = present(built.head, 'the fixture has a record').number;
  expect((await verify(db, options)).record.signatures).toMatchObject({
    unsigned: built.batches,
    unsignedAt: [{ first: 1n, last: first }],
    unvouched: 0,
  });
  await deposit();
  await service.say(0, '#bal');
  await deposit();
  await deposit();
  const { problems, record } = await verify(db, options);
  const late = (where: string) => ({
    where,
    what: expect.stringContaining(`not signed, although signing began with batch ${first + 1n}`),
  });
  expect(problems).toEqual([
    late(`batch ${first + 2n}`),
    late(`batches ${first + 4n} to ${first + 5n}`),
  ]);
  expect(record.signatures).toMatchObject({
    good: 2,
    unvouched: 3,
    unvouchedAt: [
      { first: first + 2n, last: first + 2n },
      { first: first + 4n, last: first + 5n },
    ],
  });
  await deposit();
  const later = await db.transaction(async (tx) => verifyIn(tx, { ...options, head: record.head }));
  expect(later.problems).toEqual([
    late(`batch ${first + 2n}`),
    late(`batches ${first + 4n} to ${first + 6n}`),
  ]);
  // Following the chain without a key finds it too.
  const unkeyed = await verify(db, { institutionId, parts: [messagesPart] });
  expect(unkeyed.problems).toEqual(later.problems);
  // Any other fault comes after it.
  const both = await db.transaction(async (tx) => {
    await tx.query('update accounts set held = held + 1 where institution_id = $1 and internal', [
      institutionId,
    ]);
    return verifyIn(tx, options);
  });
  expect(both.problems[0]).toEqual(late(`batch ${first + 2n}`));
  expect(both.problems.length).toBeGreaterThan(2);
  expect(later.record.signatures.unvouchedAt).toEqual([{ first: first + 6n, last: first + 6n }]);
});
