import type { Queries } from '../../database/database.ts';
import type { StaffContext } from '../request-context.ts';

/** The restrictions of an address: no money movement, or no messages. */
export interface Restriction {
  /** Why its money is locked. */
  readonly reason: string | null;
  /** We must not send anything there. */
  readonly stopped: boolean;
}

/** For each address of a member: why its money is locked, and whether messages are blocked. */
export async function restrictionsOf(
  q: Queries,
  { institution }: Pick<StaffContext, 'institution'>,
  memberId: string,
): Promise<ReadonlyMap<string, Restriction>> {
  const institutionId = institution.id;
  const rows = await q.query<Restriction & { id: string }>(
    `select a.id, a.money_locked_reason as reason,
        (c.opted_out_at is not null or exists (select from member_opt_outs o
          where o.institution_id = $1 and o.member_id = a.member_id)) as stopped
      from addresses a left join conversations c
        on c.institution_id = $1 and c.id = a.conversation_id
      where a.institution_id = $1 and a.member_id = $2`,
    [institutionId, memberId],
  );
  return new Map(rows.map(({ id, reason, stopped }) => [id, { reason, stopped }]));
}
