import type { Queries } from '../database/database.ts';
import { isNickname, namesAnother, tidyNickname, type NamedShare } from './nicknames.ts';
import { retiredSuffixes } from './retired-suffixes.ts';

/** One or two digits, or a letter with one to three digits. */
const suffixPattern = /^(?:\d{1,2}|[A-Z]\d{1,3})$/;

/** Whether a share may have this suffix; in capitals. */
export function isSuffix(suffix: string): boolean {
  return suffixPattern.test(suffix);
}

export type NameRefusal =
  | 'suffix_malformed'
  | 'suffix_taken'
  | 'suffix_retired'
  | 'nickname_malformed'
  | 'nickname_taken';

/**
 * Changes a share's suffix. The old one stays unused for 90 days.
 * @returns the refusal, or nothing
 */
export async function changeSuffix(
  tx: Queries,
  place: { institutionId: number; memberId: string; shareId: string },
  change: { suffix: string; now: Temporal.Instant },
): Promise<NameRefusal | undefined> {
  const suffix = change.suffix.trim().toUpperCase();
  if (!isSuffix(suffix)) return 'suffix_malformed';
  const owned = await tx.query<{ shareId: string; suffix: string }>(
    `select share_id as "shareId", suffix from share_owners
      where institution_id = $1 and member_id = $2 order by share_id for update`,
    [place.institutionId, place.memberId],
  );
  const own = owned.find(({ shareId }) => shareId === place.shareId);
  if (!own || own.suffix === suffix) return undefined;
  if (owned.some((one) => one.suffix === suffix)) return 'suffix_taken';
  const retired = await retiredSuffixes(tx, place.institutionId, {
    memberIds: [place.memberId],
    now: change.now,
  });
  if (retired.get(place.memberId)?.has(suffix) === true) return 'suffix_retired';
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

interface OwnedName extends NamedShare {
  readonly shareId: string;
}

/**
 * Changes a share's nickname, or (null) removes it.
 * @returns the refusal, or nothing
 */
export async function changeNickname(
  tx: Queries,
  place: { institutionId: number; memberId: string; shareId: string },
  nickname: string | null,
): Promise<NameRefusal | undefined> {
  const owned = await tx.query<OwnedName>(
    `select o.share_id as "shareId", o.suffix, o.nickname, s.kind
      from share_owners o join shares s on s.institution_id = $1 and s.id = o.share_id
      where o.institution_id = $1 and o.member_id = $2 order by o.share_id for update of o`,
    [place.institutionId, place.memberId],
  );
  const own = owned.find(({ shareId }) => shareId === place.shareId);
  if (!own) return undefined;
  const name = nickname === null ? null : tidyNickname(nickname);
  if (name !== null) {
    if (!isNickname(name, own.kind)) return 'nickname_malformed';
    const others = owned.filter((one) => one !== own);
    if (others.some((one) => namesAnother(name, one))) return 'nickname_taken';
  }
  await tx.query(
    'update share_owners set nickname = $4 where institution_id = $1 and member_id = $2 and share_id = $3',
    [place.institutionId, place.memberId, place.shareId, name],
  );
  return undefined;
}
