import { present } from '../../kernel/assert.ts';
import type { Queries } from '../../database/database.ts';
import { findMemberByNumber } from '../../members/members.ts';
import { loadShares } from '../../shares/load-shares.ts';
import type { Share } from '../../shares/share.ts';
import type { Case } from '../../staff/case-rows.ts';
import type { StaffContext } from '../request-context.ts';

/** Lists the accounts of a dispute's member. */
export async function sharesOfMember(
  q: Queries,
  { institution }: StaffContext,
  { memberNumber }: Pick<Case, 'memberNumber'>,
): Promise<readonly Share[]> {
  const member = present(
    await findMemberByNumber(q, institution.id, memberNumber),
    'a dispute has its member',
  );
  return (await loadShares(q, institution.id, [member.id])).get(member.id) ?? [];
}
