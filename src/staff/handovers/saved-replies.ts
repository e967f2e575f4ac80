import type { Queries } from '../../database/database.ts';
import type { Language } from '../../kernel/vocabulary/language.ts';

/** A text that a reply starts from. */
export interface SavedReply {
  readonly id: string;
  /** Whose own it is. Null: everybody's. */
  readonly owner: string | null;
  readonly name: string;
  readonly texts: Readonly<Partial<Record<Language, string>>>;
  readonly changedAt: Temporal.Instant;
  readonly changedBy: string;
}

const columns = `id, owner, name, texts, changed_at as "changedAt", changed_by as "changedBy"`;

/** Lists those that everybody shares and a person's own, by name. */
export async function listSavedReplies(
  q: Queries,
  { institutionId, who }: { readonly institutionId: number; readonly who: string },
): Promise<SavedReply[]> {
  return q.query<SavedReply>(
    `select ${columns} from saved_replies
      where institution_id = $1 and removed_at is null and (owner is null or owner = $2)
      order by lower(name), id limit 500`,
    [institutionId, who],
  );
}

/** Reads one and locks it; `undefined` where it is somebody else's own, or removed. */
export async function lockSavedReply(
  tx: Queries,
  {
    institutionId,
    id,
    who,
  }: { readonly institutionId: number; readonly id: string; readonly who: string },
): Promise<SavedReply | undefined> {
  const [row] = await tx.query<SavedReply>(
    `select ${columns} from saved_replies
      where institution_id = $1 and id = $2 and removed_at is null and (owner is null or owner = $3) for update`,
    [institutionId, id, who],
  );
  return row;
}

/** Writes a saved reply, new or changed. */
export async function writeSavedReply(
  tx: Queries,
  institutionId: number,
  reply: SavedReply,
): Promise<void> {
  await tx.query(
    `insert into saved_replies (institution_id, id, owner, name, texts, changed_at, changed_by)
      values ($1, $2, $3, $4, $5::jsonb, $6, $7)
      on conflict (institution_id, id) do update set owner = $3, name = $4, texts = $5::jsonb, changed_at = $6, changed_by = $7`,
    [
      institutionId,
      reply.id,
      reply.owner,
      reply.name,
      reply.texts,
      reply.changedAt,
      reply.changedBy,
    ],
  );
}

/** Takes a saved reply out of the lists. What was sent from it stays. */
export async function removeSavedReply(
  tx: Queries,
  {
    institutionId,
    id,
    at,
  }: { readonly institutionId: number; readonly id: string; readonly at: Temporal.Instant },
): Promise<void> {
  await tx.query('update saved_replies set removed_at = $3 where institution_id = $1 and id = $2', [
    institutionId,
    id,
    at,
  ]);
}
