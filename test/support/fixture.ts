import type { Database } from '../../src/database/database.ts';
import { present } from '../../src/kernel/assert.ts';
import { seededRandom, systemRandom } from '../../src/kernel/random.ts';
import { createKeyring, type MasterKey, type Keyring } from '../../src/kernel/keyring.ts';
import type { World } from '../../src/kernel/world.ts';
import { post } from '../../src/ledger/post.ts';
import type { Order } from '../../src/ledger/order.ts';
import { bindAddresses } from '../../src/messages/bind-addresses.ts';
import { issueCodes } from '../../src/members/codes.ts';
import { recordConsents } from '../../src/members/consents.ts';
import { createInstitution, type Institution } from '../../src/members/institution.ts';
import { ensureMembers } from '../../src/members/members.ts';
import { openShares } from '../../src/shares/open-shares.ts';

/** A credit union for tests: members 1…n, each with savings 0 ($500.00) and checking 7 ($1,000.00), enrolled on X. */
export interface Fixture {
  readonly institution: Institution;
  readonly keyring: Keyring;
  readonly members: readonly FixtureMember[];
  readonly cashAccountId: string;
}

export interface FixtureMember {
  readonly id: string;
  readonly number: string;
  /** X user id. */
  readonly address: string;
  readonly addressId: string;
  readonly savingsAccountId: string;
  readonly checkingAccountId: string;
}

/** The bank's X user id in tests. */
export const bankUserId = '1111111111';

/** One key for all tests, so that several processes share it. */
export function testKeyring(): Keyring {
  return createKeyring(testKeys(), systemRandom);
}

export function testKeys(): MasterKey[] {
  return [{ id: 1, key: seededRandom('test key').bytes(32) }];
}

let fixtures = 0;

/** @param options how many people; settings that differ from the defaults */
export async function buildFixture(
  db: Database,
  world: World,
  options: { people: number; settings?: object; slug?: string },
): Promise<Fixture> {
  const keyring = testKeyring();
  fixtures += 1;
  const institution = await db.transaction(async (tx) =>
    createInstitution(tx, world, {
      slug: options.slug ?? `fixture-${fixtures}`,
      name: 'Vantage Credit Union',
      zone: 'America/Chicago',
      currency: 'USD',
      demonstration: true,
      settings: {
        service: 'Tweet My Money',
        portalName: 'MyVantage',
        portalAddress: 'myvantage.example',
        phone: '800-522-6009',
        x: { userId: bankUserId, handle: 'myvcu' },
        ...options.settings,
      },
    }),
  );
  const numbers = Array.from({ length: options.people }, (_, index) => String(900_001 + index));
  const today = world.clock.now().toZonedDateTimeISO(institution.zone).toPlainDate();
  const cashAccountId = world.ids.next();
  const accounts = numbers.map((number) => ({
    number,
    savings: world.ids.next(),
    checking: world.ids.next(),
  }));
  await openAccounts(db, world, { institutionId: institution.id, today, cashAccountId, accounts });

  const people = await db.transaction(async (tx) => {
    const members = await ensureMembers(
      tx,
      world,
      institution.id,
      numbers.map((number) => ({ number, name: `Person ${number}` })),
    );
    const idOf = (number: string) => present(members.get(number), 'the member was made').id;
    await openShares(
      tx,
      world,
      institution.id,
      accounts.flatMap(({ number, savings, checking }) => [
        {
          memberId: idOf(number),
          accountId: savings,
          kind: 'savings',
          currency: 'USD',
          suffix: '0',
        },
        {
          memberId: idOf(number),
          accountId: checking,
          kind: 'checking',
          currency: 'USD',
          suffix: '7',
        },
      ]),
    );
    await tx.query(
      `update members m set
          default_share_id = (select s.id from share_owners o join shares s on s.institution_id = $1 and s.id = o.share_id
            where o.institution_id = $1 and o.member_id = m.id and o.suffix = '7'),
          transfer_source_share_id = (select s.id from share_owners o join shares s on s.institution_id = $1 and s.id = o.share_id
            where o.institution_id = $1 and o.member_id = m.id and o.suffix = '0')
        where institution_id = $1`,
      [institution.id],
    );
    const addresses = numbers.map((_, index) => String(2_000_000_000 + index));
    const addressIds = await bindAddresses(
      tx,
      { keyring, world },
      institution.id,
      numbers.map((number, index) => ({
        memberId: idOf(number),
        channel: 'x',
        address: addresses[index] ?? '',
        handle: `person${index}`,
        mayMoveMoney: true,
      })),
    );
    await issueCodes(tx, { keyring, world }, institution.id, addressIds);
    const at = world.clock.now();
    await recordConsents(
      tx,
      world,
      institution.id,
      numbers.map((number) => ({
        kind: 'regulation_e',
        version: '1',
        how: 'test',
        at,
        memberId: idOf(number),
      })),
    );
    return accounts.map(({ number, savings, checking }, index) => ({
      id: idOf(number),
      number,
      address: addresses[index] ?? '',
      addressId: addressIds[index] ?? '',
      savingsAccountId: savings,
      checkingAccountId: checking,
    }));
  });
  return { institution, keyring, members: people, cashAccountId };
}

async function openAccounts(
  db: Database,
  world: World,
  fixture: {
    institutionId: number;
    today: Temporal.PlainDate;
    cashAccountId: string;
    accounts: readonly { number: string; savings: string; checking: string }[];
  },
): Promise<void> {
  const { institutionId, today, cashAccountId } = fixture;
  const open = (accountId: string, kind: string): Order => ({
    order: 'open_account',
    key: `open:${accountId}`,
    accountId,
    class: kind === 'cash' ? 'asset' : 'liability',
    kind,
    currency: 'USD',
    internal: kind === 'cash',
    effectiveOn: today,
  });
  const fund = (accountId: string, amount: bigint): Order => ({
    order: 'entries',
    key: `fund:${accountId}`,
    kind: 'deposit',
    effectiveOn: today,
    entries: [
      { accountId: cashAccountId, amount, description: 'OPENING DEPOSIT' },
      { accountId, amount: -amount, description: 'OPENING DEPOSIT' },
    ],
  });
  await postAll(db, world, institutionId, [open(cashAccountId, 'cash')]);
  for (let at = 0; at < fixture.accounts.length; at += 1_000) {
    const part = fixture.accounts.slice(at, at + 1_000);
    await postAll(
      db,
      world,
      institutionId,
      part.flatMap(({ savings, checking }) => [
        open(savings, 'savings'),
        open(checking, 'checking'),
      ]),
    );
    await postAll(
      db,
      world,
      institutionId,
      part.flatMap(({ savings, checking }) => [fund(savings, 50_000n), fund(checking, 100_000n)]),
    );
  }
}

async function postAll(
  db: Database,
  world: World,
  institutionId: number,
  orders: readonly Order[],
): Promise<void> {
  const outcomes = await post(db, { institutionId, orders, world });
  const bad = outcomes.find(({ outcome }) => outcome !== 'posted');
  if (bad) throw new Error(`the fixture could not be built: ${JSON.stringify(bad)}`);
}
