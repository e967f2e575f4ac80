import { disclosuresFor, disclosureVersion } from '../../src/enrollment/disclosures.ts';
import type { Database, Transaction } from '../../src/database/database.ts';
import { demoLoanTerms } from './loan-terms.ts';
import { demoHistory, type DemoRow } from './history.ts';
import { demoInstitution, demoPeople, type DemoPerson } from './people.ts';
import { assert, present } from '../../src/kernel/assert.ts';
import type { Keyring } from '../../src/kernel/keyring.ts';
import type { World } from '../../src/kernel/world.ts';
import { importBooks } from '../../src/ledger/import/import-books.ts';
import { readRecords } from '../../src/ledger/import/read-csv.ts';
import type { ImportProgress } from '../../src/ledger/import/import-options.ts';
import { post } from '../../src/ledger/post.ts';
import { bindAddresses } from '../../src/messages/bind-addresses.ts';
import { issueCodes } from '../../src/members/codes.ts';
import { recordConsents } from '../../src/members/consents.ts';
import {
  createInstitution,
  listInstitutions,
  type Institution,
} from '../../src/members/institution.ts';
import { setMailingAddress } from '../../src/members/mailing-address.ts';
import { changeMember, ensureMembers } from '../../src/members/members.ts';
import type { Member } from '../../src/members/member.ts';
import { loadShares } from '../../src/shares/load-shares.ts';
import { setLoanTerms } from '../../src/shares/loan-terms.ts';
import { addJointOwners } from '../../src/shares/open-shares.ts';
import { createImportTarget } from '../../src/exchange/import-target.ts';

/**
 * Makes the demonstration credit union at the first start, with two years of history. The history
 * is imported like any other system's books. An interrupted first start resumes: each step runs
 * once, and the holds come last.
 */
export async function ensureDemonstration(
  db: Database,
  {
    world,
    keyring,
    onProgress,
  }: { world: World; keyring: Keyring; onProgress?: (progress: ImportProgress) => void },
): Promise<{ institution: Institution; isNew: boolean }> {
  const existing = (await listInstitutions(db)).find(({ slug }) => slug === demoInstitution.slug);
  if (existing && (await isComplete(db, existing.id)))
    return { institution: existing, isNew: false };
  const institution =
    existing ?? (await db.transaction(async (tx) => createInstitution(tx, world, demoInstitution)));
  const today = await firstDay(db, institution);
  const members = await db.transaction(async (tx) => {
    const made = await ensureMembers(tx, world, institution.id, demoPeople);
    for (const { number, address } of demoPeople)
      await setMailingAddress(tx, present(made.get(number), 'it was made'), address);
    return made;
  });
  const { rows, holds } = demoHistory(today);
  const report = await importBooks(db, {
    institutionId: institution.id,
    accounts: readRecords(pieces(accountsFile())),
    transactions: readRecords(pieces(transactionsFile(rows))),
    target: createImportTarget(world, institution.id),
    today,
    world,
    keyring,
    currencies: [institution.currency],
    ...(onProgress ? { onProgress } : {}),
  });
  assert(
    report.errors.length === 0 && report.differences.length === 0,
    'the demonstration’s books are imported without a difference',
  );
  await db.transaction(async (tx) => {
    const [enrolled] = await tx.query('select 1 from addresses where institution_id = $1 limit 1', [
      institution.id,
    ]);
    if (!enrolled) await enroll(tx, { institution, members, world, keyring });
    await setTerms(tx, { institution, members, rows, today });
  });
  const accounts = await accountsOf(db, institution, members);
  const now = world.clock.now();
  const outcomes = await post(db, {
    institutionId: institution.id,
    world,
    keyring,
    orders: holds.map((hold, index) => ({
      order: 'place_hold',
      key: `${holdKey} ${index}`,
      effectiveOn: today,
      accountId: present(
        accounts.get(`${hold.memberNumber}/${hold.suffix}`),
        'the share of a hold exists',
      ),
      amount: BigInt(hold.amount),
      description: hold.description,
      expiresAt: now.add({ hours: 24 * hold.days }),
    })),
  });
  assert(
    outcomes.every(({ outcome }) => outcome === 'posted'),
    'the demonstration’s holds can be placed',
  );
  return { institution, isNew: true };
}

/** Gives the loans their terms, as of the last row of each. */
async function setTerms(
  tx: Transaction,
  {
    institution,
    members,
    rows,
    today,
  }: {
    readonly institution: Institution;
    readonly members: ReadonlyMap<string, Member>;
    readonly rows: readonly DemoRow[];
    readonly today: Temporal.PlainDate;
  },
): Promise<void> {
  const ids = [...members.values()].map(({ id }) => id);
  const shares = await loadShares(tx, institution.id, ids);
  const loans = demoPeople.flatMap((person) =>
    person.shares.flatMap((share) => {
      const own = shares
        .get(members.get(person.number)?.id ?? '')
        ?.find(({ suffix }) => suffix === share.suffix);
      if (share.kind !== 'loan' || share.loan === undefined || !own) return [];
      const last = rows.findLast(
        (row) => row.memberNumber === person.number && row.suffix === share.suffix,
      );
      const owed = BigInt(last?.balance ?? share.opening);
      return [{ shareId: own.id, terms: demoLoanTerms(share, { owed, today }) }];
    }),
  );
  await setLoanTerms(tx, institution.id, loans);
}

const holdKey = 'demonstration hold';

/** Tells whether the last step is done. */
async function isComplete(db: Database, institutionId: number): Promise<boolean> {
  const holds = await db.query(
    'select 1 from transactions where institution_id = $1 and starts_with(key, $2) limit 1',
    [institutionId, holdKey],
  );
  return holds.length > 0;
}

/** The day on which it was made, so that a resumed start makes the same history. */
async function firstDay(db: Database, institution: Institution): Promise<Temporal.PlainDate> {
  const [made] = await db.query<{ at: Temporal.Instant }>(
    'select created_at as at from institutions where id = $1',
    [institution.id],
  );
  return present(made, 'the institution was made')
    .at.toZonedDateTimeISO(institution.zone)
    .toPlainDate();
}

function accountsFile(): string {
  const lines = demoPeople.flatMap((person) =>
    person.shares
      .filter((share) => !share.jointWith)
      .map(
        (share) =>
          `${person.number},${share.suffix},${share.kind},USD,${share.nickname ?? ''},${cents(share.overdraftLimit ?? 0)}`,
      ),
  );
  return ['member_number,suffix,kind,currency,nickname,overdraft_limit', ...lines, ''].join('\n');
}

function transactionsFile(rows: readonly DemoRow[]): string {
  const lines = rows.map((row) =>
    [
      row.externalId,
      row.memberNumber,
      row.suffix,
      row.effectiveOn.toString(),
      cents(row.amount),
      row.kind,
      row.checkNumber,
      row.description,
      cents(row.balance),
    ].join(),
  );
  return [
    'external_id,member_number,suffix,effective_on,amount,kind,check_number,description,balance',
    ...lines,
    '',
  ].join('\n');
}

function cents(amount: number): string {
  return (amount / 100).toFixed(2);
}

async function* pieces(text: string): AsyncIterable<string> {
  yield text;
}

async function accountsOf(
  db: Database,
  institution: Institution,
  members: ReadonlyMap<string, Member>,
): Promise<Map<string, string>> {
  const shares = await loadShares(
    db,
    institution.id,
    [...members.values()].map(({ id }) => id),
  );
  return new Map(
    demoPeople.flatMap(({ number }) =>
      (shares.get(members.get(number)?.id ?? '') ?? []).map((share): [string, string] => [
        `${number}/${share.suffix}`,
        share.accountId,
      ]),
    ),
  );
}

async function enroll(
  tx: Parameters<typeof bindAddresses>[0],
  {
    institution,
    members,
    world,
    keyring,
  }: {
    institution: Institution;
    members: ReadonlyMap<string, Member>;
    world: World;
    keyring: Keyring;
  },
): Promise<void> {
  const memberOf = (person: Pick<DemoPerson, 'number'>) =>
    present(members.get(person.number), 'the member was made');
  const shares = await loadShares(
    tx,
    institution.id,
    [...members.values()].map(({ id }) => id),
  );
  const shareOf = (number: string, suffix: string | undefined) =>
    shares.get(memberOf({ number }).id)?.find((share) => share.suffix === suffix);
  await addJointOwners(
    tx,
    institution.id,
    demoPeople.flatMap((person) =>
      person.shares.flatMap((share) => {
        if (!share.jointWith) return [];
        const joint = present(
          shareOf(share.jointWith.number, share.jointWith.suffix),
          'the joint share exists',
        );
        return [
          {
            memberId: memberOf(person).id,
            shareId: joint.id,
            kind: share.kind,
            suffix: share.suffix,
            nickname: share.nickname,
            mayMove: true,
          },
        ];
      }),
    ),
  );
  for (const person of demoPeople) {
    await changeMember(tx, memberOf(person), {
      language: person.language,
      defaultShareId: shareOf(person.number, person.defaultShare)?.id ?? null,
      transferSourceShareId: shareOf(person.number, person.transferSource)?.id ?? null,
    });
  }
  await enrollOnX(tx, { institution, memberOf, world, keyring });
}

/** Binds each person's X account with its code, and records that they agreed to the disclosures. */
async function enrollOnX(
  tx: Parameters<typeof bindAddresses>[0],
  {
    institution,
    memberOf,
    world,
    keyring,
  }: {
    readonly institution: Institution;
    readonly memberOf: (person: Pick<DemoPerson, 'number'>) => Member;
    readonly world: World;
    readonly keyring: Keyring;
  },
): Promise<void> {
  const addressIds = await bindAddresses(
    tx,
    { keyring, world },
    institution.id,
    demoPeople.map((person) => ({
      memberId: memberOf(person).id,
      channel: 'x',
      address: person.userId,
      handle: person.handle,
      mayMoveMoney: true,
    })),
  );
  await issueCodes(tx, { keyring, world }, institution.id, addressIds);
  const at = world.clock.now();
  await recordConsents(
    tx,
    world,
    institution.id,
    demoPeople.flatMap((person) =>
      disclosuresFor().map((kind) => ({
        kind,
        version: disclosureVersion(kind, institution, at),
        how: 'demonstration',
        at,
        memberId: memberOf(person).id,
      })),
    ),
  );
}
