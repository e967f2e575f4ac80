import type { Queries } from '../database/database.ts';
import type { Member } from '../members/member.ts';
import type { MemberKey } from './access-context.ts';

/** A member as this room's statements return them. */
export type MemberRow = {
  readonly [Name in keyof Omit<Member, 'id' | 'institutionId' | 'number' | 'name'>]-?:
    | Member[Name]
    | null;
} & Pick<Member, 'number' | 'name'> & { readonly memberId: string };

/** The columns of the table `members`, with the alias `m`. */
export const memberColumns = `m.id as "memberId", m.number, m.name, m.language, m.zone, m.default_share_id as "defaultShareId",
  m.transfer_source_share_id as "transferSourceShareId", m.locked_at as "lockedAt", m.disclosed_at as "disclosedAt"`;

/** Converts a row to a member. */
export function memberOf(row: MemberRow, institutionId: number): Member {
  return {
    id: row.memberId,
    institutionId,
    number: row.number,
    name: row.name,
    ...(row.language ? { language: row.language } : {}),
    ...(row.zone ? { zone: row.zone } : {}),
    ...(row.defaultShareId ? { defaultShareId: row.defaultShareId } : {}),
    ...(row.transferSourceShareId ? { transferSourceShareId: row.transferSourceShareId } : {}),
    ...(row.lockedAt ? { lockedAt: row.lockedAt } : {}),
    ...(row.disclosedAt ? { disclosedAt: row.disclosedAt } : {}),
  };
}

/** @returns `undefined` if nobody has this id */
export async function findMember(
  q: Queries,
  { institutionId, memberId }: MemberKey,
): Promise<Member | undefined> {
  const [row] = await q.query<MemberRow>(
    `select ${memberColumns} from members m where m.institution_id = $1 and m.id = $2`,
    [institutionId, memberId],
  );
  return row && memberOf(row, institutionId);
}
