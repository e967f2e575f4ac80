import type { Database } from '../../src/database/database.ts';
import type { Keyring } from '../../src/kernel/keyring.ts';
import type { World } from '../../src/kernel/world.ts';
import { createInstitution, type Institution } from '../../src/members/institution.ts';
import { openMembersAccounts } from './fixture/books.ts';
import { consentToTransfers, enroll } from './fixture/enroll.ts';
import { testKeyring } from './fixture/keys.ts';
import { createMembers } from './fixture/members.ts';

export { testKeyring, testKeys } from './fixture/keys.ts';

/**
 * A credit union for tests: members 1…n, each with savings 0 ($500.00) and checking 7 ($1,000.00),
 * enrolled on X.
 */
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

let fixtures = 0;

/**
 * Builds a credit union in three steps, which tests can also take alone: its books, its members
 * with their shares, and their enrollment on X.
 * @param options how many people, and settings that differ from the defaults
 */
export async function buildFixture(
  db: Database,
  world: World,
  options: { people: number; settings?: object; slug?: string },
): Promise<Fixture> {
  const keyring = testKeyring();
  const institution = await foundInstitution(db, world, options);
  const institutionId = institution.id;
  const today = world.clock.now().toZonedDateTimeISO(institution.zone).toPlainDate();
  const { cash, accounts } = await openMembersAccounts(
    { db, world, institutionId },
    { count: options.people, today },
  );
  const members = await db.transaction(async (tx) => {
    const made = await createMembers(tx, world, { institutionId, accounts });
    const addresses = made.map(({ id }, index) => ({
      memberId: id,
      channel: 'x' as const,
      address: String(2_000_000_000 + index),
      handle: `person${index}`,
    }));
    const context = { keyring, world, institutionId };
    const addressIds = await enroll(tx, context, addresses);
    await consentToTransfers(
      tx,
      context,
      made.map(({ id }) => id),
    );
    return made.map((member, index) => ({
      ...member,
      address: addresses[index]?.address ?? '',
      addressId: addressIds[index] ?? '',
      savingsAccountId: accounts[index]?.savings ?? '',
      checkingAccountId: accounts[index]?.checking ?? '',
    }));
  });
  return { institution, keyring, members, cashAccountId: cash };
}

async function foundInstitution(
  db: Database,
  world: World,
  { settings, slug }: { settings?: object; slug?: string },
): Promise<Institution> {
  fixtures += 1;
  return db.transaction(async (tx) =>
    createInstitution(tx, world, {
      slug: slug ?? `fixture-${fixtures}`,
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
        ...settings,
      },
    }),
  );
}
