import type { Queries } from '../database/database.ts';
import type { World } from '../kernel/world.ts';
import {
  type ImportTarget,
  type ImportedShare,
  type ShareAnswer,
  differenceFrom,
} from '../ledger/import/import-target.ts';
import { ensureMembers, type NewMember } from '../members/members.ts';
import { describeShares } from './describe-shares.ts';
import { shareOf } from '../ledger/import/import-rows.ts';
import { listAccounts } from './listed-accounts.ts';
import type { MemberLine } from './member-lines.ts';
import { redactDescription } from '../messages/redact.ts';
import { loadShares } from '../shares/load-shares.ts';
import { openShares } from '../shares/open-shares.ts';
import { retiredSuffixes } from '../shares/retired-suffixes.ts';
import { isNickname } from '../shares/nicknames.ts';

/**
 * Finds the members and shares of imported accounts, and makes missing ones.
 * @param options.members what a file says of members, by number; the others are named by their number
 * @param options.mayChange whether owners and terms that are there already may change
 */
export function createImportTarget(
  world: World,
  institutionId: number,
  options: {
    readonly members?: ReadonlyMap<string, Pick<MemberLine, 'name' | 'language'>>;
    readonly mayChange?: boolean;
  } = {},
): ImportTarget {
  const newMember = (number: string) => ({
    number,
    name: options.members?.get(number)?.name ?? `Member ${number}`,
    language: options.members?.get(number)?.language,
  });
  return {
    ensureShares: async (tx, rows) => ensureShares(tx, { world, institutionId, rows, newMember }),
    describeShares: async (tx, rows) =>
      describeShares(tx, {
        world,
        institutionId,
        rows,
        newMember,
        mayChange: options.mayChange ?? false,
      }),
    clean: redactDescription,
  };
}

async function ensureShares(
  tx: Queries,
  {
    world,
    institutionId,
    rows,
    newMember,
  }: {
    readonly world: World;
    readonly institutionId: number;
    readonly rows: readonly ImportedShare[];
    readonly newMember: (number: string) => NewMember;
  },
): Promise<ShareAnswer[]> {
  const numbers = [...new Set(rows.map((row) => row.memberNumber))];
  const members = await ensureMembers(tx, world, institutionId, numbers.map(newMember));
  const ids = [...members.values()].map(({ id }) => id);
  const owned = await loadShares(tx, institutionId, ids);
  const retired = await retiredSuffixes(tx, institutionId, {
    memberIds: ids,
    now: world.clock.now(),
  });
  const coreNames = await coreNamesOf(
    tx,
    institutionId,
    [...owned.values()].flat().map(({ accountId }) => accountId),
  );
  const fresh: ImportedShare[] = [];
  const results = rows.map((row): ShareAnswer => {
    const member = members.get(row.memberNumber);
    if (!member) return { refused: 'its member could not be created' };
    const suffix = row.suffix.toUpperCase();
    const existing = owned.get(member.id)?.find((share) => share.suffix === suffix);
    if (existing) {
      // A member may have renamed it here, so its suffix alone doesn't say which account of the core it is.
      const coreName = coreNames.get(existing.accountId);
      if (coreName !== undefined && coreName.toUpperCase() !== shareOf(row).toUpperCase())
        return {
          refused: `the member calls another account ${suffix} here, which is the core’s ${coreName}: give that one another suffix first`,
        };
      const refused = differenceFrom(row, existing);
      return refused === undefined ? { accountId: existing.accountId } : { refused };
    }
    if (retired.get(member.id)?.has(suffix) === true)
      return { refused: `suffix ${suffix} was in use recently and can't be given again yet` };
    if (!/^(?:\d{1,2}|[A-Z]\d{1,3})$/.test(suffix))
      return { refused: 'a suffix is one or two digits, or a letter with digits' };
    fresh.push(row);
    if (row.nickname === undefined || isNickname(row.nickname, row.kind))
      return { accountId: row.accountId };
    return {
      accountId: row.accountId,
      note: 'its nickname is not allowed, and was left out',
    };
  });
  await openShares(
    tx,
    world,
    institutionId,
    fresh.map((row) => ({
      memberId: members.get(row.memberNumber)?.id ?? '',
      accountId: row.accountId,
      kind: row.kind,
      currency: row.currency,
      suffix: row.suffix.toUpperCase(),
      nickname: row.nickname,
    })),
  );
  return results;
}

/** How the core names accounts that an import opened, by account. */
async function coreNamesOf(
  q: Queries,
  institutionId: number,
  accountIds: readonly string[],
): Promise<Map<string, string>> {
  const accounts = await listAccounts(q, institutionId, accountIds);
  return new Map(accounts.map(({ accountId, share }) => [accountId, share]));
}
