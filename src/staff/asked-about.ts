import type { Queries } from '../database/database.ts';
import type { CaseState, TaskState } from '../kernel/vocabulary/staff-work.ts';
import type { EntryPlace } from './new-case.ts';

/** What a member may ask about an entry. A dispute is a case, a question a task. */
export const askedKinds = ['dispute', 'question'] as const;

export type AskedKind = (typeof askedKinds)[number];

/** A dispute or a question of a member about one entry. */
interface AskedAbout {
  readonly kind: AskedKind;
  readonly reference: string;
  readonly state: CaseState | TaskState;
  readonly at: Temporal.Instant;
}

/** Lists what a member asked about an entry, newest first. A question that became a dispute is that dispute. */
export async function askedAbout(
  q: Queries,
  institutionId: number,
  { memberId, about }: { readonly memberId: string; readonly about: EntryPlace },
): Promise<AskedAbout[]> {
  return q.query<AskedAbout>(
    `select * from (
      select 'dispute' as kind, c.reference, c.state, c.received_at as at from cases c
        where c.institution_id = $1 and c.member_id = $2 and c.account_id = $3 and c.entry_sequence = $4
      union all
      select 'question' as kind, t.reference, t.state, t.created_at as at from tasks t
        where t.institution_id = $1 and t.member_id = $2 and t.account_id = $3 and t.entry_sequence = $4
          and t.case_reference is null
    ) asked order by at desc, reference limit 50`,
    [institutionId, memberId, about.accountId, about.sequence],
  );
}
