import { z } from 'zod';
import type { Queries } from '../database/database.ts';

/** The lines of a postal address, without the name. */
export const addressLines = z.array(z.string().trim().min(1).max(60)).max(6);

/** Reads where a member's mail goes, line by line; no line if it is not recorded. */
export async function readMailingAddress(
  q: Queries,
  member: { readonly institutionId: number; readonly id: string },
): Promise<readonly string[]> {
  const [row] = await q.query<{ address: string | null }>(
    'select mailing_address as address from members where institution_id = $1 and id = $2',
    [member.institutionId, member.id],
  );
  return row?.address?.split('\n') ?? [];
}

/** Records where a member's mail goes. No line removes the address. */
export async function setMailingAddress(
  tx: Queries,
  member: { readonly institutionId: number; readonly id: string },
  lines: readonly string[],
): Promise<void> {
  await tx.query('update members set mailing_address = $3 where institution_id = $1 and id = $2', [
    member.institutionId,
    member.id,
    lines.length === 0 ? null : lines.join('\n'),
  ]);
}
