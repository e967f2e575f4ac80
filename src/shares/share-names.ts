import type { Queries } from '../database/database.ts';

/** How long a suffix that was given up names nothing. */
const retiredDays = 90;

/** A digit or two, or a letter with one to three digits. */
const suffixPattern = /^(?:\d{1,2}|[A-Z]\d{1,3})$/;

export type NameRefusal =
  | 'suffix_malformed'
  | 'suffix_taken'
  | 'suffix_retired'
  | 'nickname_malformed'
  | 'nickname_taken';

/**
 * Calls a share by another suffix. The old one is retired for 90 days.
 * @returns the refusal, or nothing
 */
export async function changeSuffix(
  tx: Queries,
  place: { institutionId: number; memberId: string; shareId: string },
  change: { suffix: string; now: Temporal.Instant },
): Promise<NameRefusal | undefined> {
  const suffix = change.suffix.trim().toUpperCase();
  if (!suffixPattern.test(suffix)) return 'suffix_malformed';
  const owned = await tx.query<{ shareId: string; suffix: string }>(
    `select share_id as "shareId", suffix from share_owners
      where institution_id = $1 and member_id = $2 order by share_id for update`,
    [place.institutionId, place.memberId],
  );
  const own = owned.find(({ shareId }) => shareId === place.shareId);
  if (!own || own.suffix === suffix) return undefined;
  if (owned.some((one) => one.suffix === suffix)) return 'suffix_taken';
  const since = change.now.subtract({ hours: 24 * retiredDays });
  const retired = await tx.query(
    `select 1 from retired_suffixes
      where institution_id = $1 and member_id = $2 and suffix = $3 and retired_at > $4`,
    [place.institutionId, place.memberId, suffix, since],
  );
  if (retired.length > 0) return 'suffix_retired';
  await tx.query(
    `insert into retired_suffixes (institution_id, member_id, suffix, retired_at) values ($1, $2, $3, $4)
      on conflict (institution_id, member_id, suffix) do update set retired_at = excluded.retired_at`,
    [place.institutionId, place.memberId, own.suffix, change.now],
  );
  await tx.query(
    'update share_owners set suffix = $4 where institution_id = $1 and member_id = $2 and share_id = $3',
    [place.institutionId, place.memberId, place.shareId, suffix],
  );
  return undefined;
}

/** One line of letters, digits, spaces and a few marks; not only digits, so that it is never read as a suffix or an amount. */
const nicknamePattern = /^(?=.*\p{L}\p{L})[\p{L}\p{M}\p{N} '&.-]{2,20}$/u;

/** Whether a nickname may be given; imported ones that may not are left out. */
export function isNickname(nickname: string): boolean {
  return nicknamePattern.test(nickname) && !/\d{5,}/.test(nickname);
}

/** Gives a share another nickname, or (null) none. @returns the refusal, or nothing */
export async function changeNickname(
  tx: Queries,
  place: { institutionId: number; memberId: string; shareId: string },
  nickname: string | null,
): Promise<NameRefusal | undefined> {
  const name = nickname?.trim().replace(/\s+/g, ' ') ?? null;
  if (name !== null && !isNickname(name)) return 'nickname_malformed';
  const taken = await tx.query(
    `select 1 from share_owners
      where institution_id = $1 and member_id = $2 and share_id <> $3 and lower(nickname) = lower($4)`,
    [place.institutionId, place.memberId, place.shareId, name],
  );
  if (taken.length > 0) return 'nickname_taken';
  await tx.query(
    'update share_owners set nickname = $4 where institution_id = $1 and member_id = $2 and share_id = $3',
    [place.institutionId, place.memberId, place.shareId, name],
  );
  return undefined;
}
