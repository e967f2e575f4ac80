import type { Queries } from '../database/database.ts';
import { isSame } from './same-terms.ts';
import type { World } from '../kernel/world.ts';
import type { DescribedAnswer, DescribedShare } from '../ledger/import/import-target.ts';
import { ensureMembers, type NewMember } from '../members/members.ts';
import { loadLoanTerms, setLoanTerms } from '../shares/loan-terms.ts';
import { addJointOwners } from '../shares/open-shares.ts';
import { ownersOf, setJointRights } from '../shares/owners.ts';
import { suggestSuffix } from '../shares/suggest-suffix.ts';

/**
 * Brings the joint owners and loan terms of shares to what a file says.
 * @param given.mayChange whether owners may leave, and terms that are there may change. Otherwise only what is missing is added
 */
export async function describeShares(
  tx: Queries,
  given: {
    readonly world: World;
    readonly institutionId: number;
    readonly rows: readonly DescribedShare[];
    readonly newMember: (number: string) => NewMember;
    readonly mayChange: boolean;
  },
): Promise<DescribedAnswer[]> {
  const { world, institutionId, rows } = given;
  const accountIds = rows.map(({ accountId }) => accountId);
  const owners = await ownersOf(tx, institutionId, accountIds);
  const numbers = rows.flatMap(({ details }) =>
    (details.joint ?? []).map((one) => one.memberNumber),
  );
  const members = await ensureMembers(
    tx,
    world,
    institutionId,
    [...new Set(numbers)].map(given.newMember),
  );
  const shareIds = [...owners.values()].map(({ shareId }) => shareId);
  const terms = await loadLoanTerms(tx, institutionId, shareIds);
  const answers: DescribedAnswer[] = [];
  for (const row of rows) {
    const share = owners.get(row.accountId);
    if (!share) {
      answers.push({ refused: 'its share could not be found' });
      continue;
    }
    const changes: string[] = [];
    const joint = await changeJoint(tx, { ...given, row, share, members });
    if ('refused' in joint) {
      answers.push(joint);
      continue;
    }
    changes.push(...joint.changes);
    const there = terms.get(row.accountId) ?? {};
    const wanted = { ...there, ...row.details.terms };
    const isNew = Object.keys(there).length === 0;
    if (row.details.terms && !isSame(wanted, there) && (isNew || given.mayChange)) {
      await setLoanTerms(tx, institutionId, [{ shareId: share.shareId, terms: wanted }]);
      changes.push(isNew ? 'loan terms recorded' : 'loan terms changed');
    }
    answers.push({ changes });
  }
  return answers;
}

async function changeJoint(
  tx: Queries,
  given: {
    readonly world: World;
    readonly institutionId: number;
    readonly row: DescribedShare;
    readonly share: { readonly shareId: string; readonly owners: readonly Owner[] };
    readonly members: ReadonlyMap<string, { readonly id: string }>;
    readonly mayChange: boolean;
  },
): Promise<DescribedAnswer> {
  const { world, institutionId, row, share, members, mayChange } = given;
  const wanted = row.details.joint;
  if (!wanted) return { changes: [] };
  if (wanted.some(({ memberNumber }) => memberNumber === row.memberNumber))
    return { refused: 'joint_owners names the owner of the account itself' };
  const there = new Map(share.owners.map((owner) => [owner.number, owner]));
  const changes: string[] = [];
  const now = world.clock.now();
  const leaving = share.owners.filter(
    ({ role, number, maySee }) =>
      role === 'joint' && maySee && !wanted.some(({ memberNumber }) => memberNumber === number),
  );
  if (mayChange && leaving.length > 0) {
    await setJointRights(tx, institutionId, {
      shareId: share.shareId,
      memberIds: leaving.map(({ memberId }) => memberId),
      kind: row.kind,
      isOwner: false,
    });
    changes.push(...leaving.map(({ number }) => `member ${number} is no longer a joint owner`));
  }
  for (const { memberNumber, suffix } of wanted) {
    const former = there.get(memberNumber);
    if (former) {
      // A joint owner who left and is back.
      if (former.maySee || !mayChange) continue;
      await setJointRights(tx, institutionId, {
        shareId: share.shareId,
        memberIds: [former.memberId],
        kind: row.kind,
        isOwner: true,
      });
      changes.push(`member ${memberNumber} is a joint owner again, as ${former.suffix}`);
      continue;
    }
    const memberId = members.get(memberNumber)?.id ?? '';
    const place = { institutionId, memberId };
    const named = suffix ?? (await suggestSuffix(tx, place, { kind: row.kind, now }));
    const refused = await suffixRefusal(tx, { ...place, suffix: named });
    if (refused) return { refused: `joint_owners: member ${memberNumber} ${refused}` };
    await addJointOwners(
      tx,
      institutionId,
      [{ memberId, shareId: share.shareId, kind: row.kind, suffix: named, mayMove: true }],
      now,
    );
    changes.push(`member ${memberNumber} is a joint owner, as ${named}`);
  }
  return { changes };
}

interface Owner {
  readonly memberId: string;
  readonly number: string;
  readonly role: string;
  readonly suffix: string;
  readonly maySee: boolean;
}

/** Why the member can't have this suffix for one more share; `undefined` if they can. */
async function suffixRefusal(
  tx: Queries,
  place: { readonly institutionId: number; readonly memberId: string; readonly suffix: string },
): Promise<string | undefined> {
  const [taken] = await tx.query<{ isRetired: boolean }>(
    `select false as "isRetired" from share_owners where institution_id = $1 and member_id = $2 and suffix = $3
      union all
      select true from retired_suffixes where institution_id = $1 and member_id = $2 and suffix = $3`,
    [place.institutionId, place.memberId, place.suffix],
  );
  if (!taken) return undefined;
  return taken.isRetired
    ? `had the suffix ${place.suffix} before: give another one`
    : `has another account with the suffix ${place.suffix}: give another one, or none`;
}
