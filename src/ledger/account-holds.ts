import type { Queries } from '../database/database.ts';
import { type Hold, holdColumns } from './hold.ts';

/** Reads holds of an account, ended ones too, newest first. */
export async function accountHolds(
  q: Queries,
  institutionId: number,
  asked: {
    readonly accountId: string;
    /** Only older ones than this. */
    readonly before?: string | undefined;
    readonly count: number;
  },
): Promise<Hold[]> {
  return q.query<Hold>(
    `select ${holdColumns} from holds
      where institution_id = $1 and account_id = $2 and ($3::uuid is null or id < $3)
      order by id desc limit $4`,
    [institutionId, asked.accountId, asked.before ?? null, asked.count],
  );
}

/** Reads one hold of an account. */
export async function accountHold(
  q: Queries,
  institutionId: number,
  asked: { readonly accountId: string; readonly holdId: string },
): Promise<Hold | undefined> {
  const [hold] = await q.query<Hold>(
    `select ${holdColumns} from holds where institution_id = $1 and id = $2 and account_id = $3`,
    [institutionId, asked.holdId, asked.accountId],
  );
  return hold;
}
