import type { Queries } from '../database/database.ts';

/** Sets the conversations of these addresses. */
export async function linkAddresses(
  tx: Queries,
  institutionId: number,
  links: readonly { readonly addressId: string; readonly conversationId: string }[],
): Promise<void> {
  await tx.query(
    `update addresses a set conversation_id = n.conversation_id
      from unnest($2::uuid[], $3::uuid[]) as n (id, conversation_id)
      where a.institution_id = $1 and a.id = n.id`,
    [
      institutionId,
      links.map(({ addressId }) => addressId),
      links.map(({ conversationId }) => conversationId),
    ],
  );
}

/** Moves addresses to another conversation after a merge. */
export async function moveAddresses(
  tx: Queries,
  institutionId: number,
  { to, from }: { readonly to: string; readonly from: readonly string[] },
): Promise<void> {
  await tx.query(
    'update addresses set conversation_id = $2 where institution_id = $1 and conversation_id = any($3::uuid[])',
    [institutionId, to, from],
  );
}

/** Reads addresses without a conversation, removed ones too, in order of id after a given one. */
export async function addressesWithoutConversation(
  q: Queries,
  institutionId: number,
  { after, most }: { readonly after: string | undefined; readonly most: number },
): Promise<string[]> {
  const rows = await q.query<{ id: string }>(
    `select id from addresses
      where institution_id = $1 and conversation_id is null and ($2::uuid is null or id > $2) order by id limit $3`,
    [institutionId, after ?? null, most],
  );
  return rows.map(({ id }) => id);
}
