import type { Queries } from '../../database/database.ts';

interface Watch {
  readonly institutionId: number;
  readonly conversationId: string;
  readonly who: string;
}

/** Lets a person follow a conversation, or no longer. */
export async function setWatch(
  tx: Queries,
  { institutionId, conversationId, who, watches }: Watch & { readonly watches: boolean },
): Promise<void> {
  await tx.query(
    watches
      ? `insert into handover_watchers (institution_id, conversation_id, who) values ($1, $2, $3) on conflict do nothing`
      : `delete from handover_watchers where institution_id = $1 and conversation_id = $2 and who = $3`,
    [institutionId, conversationId, who],
  );
}

/** Tells whether a person follows a conversation. */
export async function watches(
  q: Queries,
  { institutionId, conversationId, who }: Watch,
): Promise<boolean> {
  const found = await q.query(
    'select 1 from handover_watchers where institution_id = $1 and conversation_id = $2 and who = $3',
    [institutionId, conversationId, who],
  );
  return found.length > 0;
}
