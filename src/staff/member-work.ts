import type { Queries } from '../database/database.ts';

/** A member's tasks and disputes without the member's words, for the member file. */
export interface MemberWork {
  readonly tasks: readonly {
    readonly reference: string;
    readonly kind: string;
    readonly open: boolean;
    readonly urgent: boolean;
    readonly at: Temporal.Instant;
    readonly dueOn: Temporal.PlainDate | null;
  }[];
  readonly cases: readonly {
    readonly reference: string;
    readonly open: boolean;
    readonly at: Temporal.Instant;
    readonly dueOn: Temporal.PlainDate;
  }[];
}

const shownMax = 20;

/** Reads the newest tasks and disputes of a member, open ones first. */
export async function memberWork(
  q: Queries,
  institutionId: number,
  memberId: string,
): Promise<MemberWork> {
  const tasks = await q.query<MemberWork['tasks'][number]>(
    `select reference, kind, state = 'open' as open, urgent, created_at as at, due_on as "dueOn" from tasks
      where institution_id = $1 and member_id = $2
      order by state = 'open' desc, created_at desc limit ${shownMax}`,
    [institutionId, memberId],
  );
  const cases = await q.query<MemberWork['cases'][number]>(
    `select reference, state = 'open' as open, received_at as at, due_on as "dueOn" from cases
      where institution_id = $1 and member_id = $2
      order by state = 'open' desc, received_at desc limit ${shownMax}`,
    [institutionId, memberId],
  );
  return { tasks, cases };
}
