import type { TaskState } from '../kernel/vocabulary/staff-work.ts';
import type { Queries } from '../database/database.ts';
import type { Institution } from '../members/institution.ts';
import type { NewCase, OpenedCase } from './new-case.ts';

interface Row {
  readonly state: TaskState;
  readonly receivedAt: Temporal.Instant;
  readonly inboundKey: string | null;
  /** The open case that it became. */
  readonly reference: string | null;
  readonly caseReceivedAt: Temporal.Instant | null;
  readonly due: Temporal.PlainDate | null;
  readonly provisionalDue: Temporal.PlainDate | null;
}

/**
 * Finds the earliest message that may have reported the error: the member's open notices, and the
 * message that confirms them. Staff may have worked on a notice while its question waited for OK.
 * One that they closed still counts. One that they made a case is that case.
 * A notice about another entry is a matter of its own.
 */
export async function firstNotice(
  tx: Queries,
  { id, settings }: Pick<Institution, 'id' | 'settings'>,
  one: NewCase,
): Promise<{ readonly notice: NewCase } | { readonly joined: OpenedCase }> {
  const asked = one.receivedAt.subtract({ seconds: settings.confirmationSeconds });
  const rows = await tx.query<Row>(
    `select t.state, t.received_at as "receivedAt", t.inbound_key as "inboundKey", c.reference,
        c.received_at as "caseReceivedAt", c.due_on as due, c.provisional_due_on as "provisionalDue"
      from tasks t left join cases c
        on c.institution_id = $1 and c.reference = t.case_reference and c.state = 'open'
      where t.institution_id = $1 and t.member_id = $2 and t.kind = 'possible_error' and t.received_at <= $3
        and (t.account_id is null or (t.account_id = $6::uuid and t.entry_sequence = $7::bigint))
        and (t.state = 'open' or ($5::boolean and t.done_at >= $4 and (t.case_reference is null or c.reference is not null)))
      order by t.received_at, t.reference for update of t`,
    [
      id,
      one.memberId,
      one.receivedAt,
      asked,
      one.inboundKey !== undefined,
      one.about?.accountId ?? null,
      one.about?.sequence ?? null,
    ],
  );
  const first = rows.find(({ reference }) => reference === null);
  if (first)
    return {
      notice: {
        memberId: one.memberId,
        receivedAt: first.receivedAt,
        ...(first.inboundKey === null ? {} : { inboundKey: first.inboundKey }),
      },
    };
  const [made] = rows;
  if (made?.reference && made.caseReceivedAt && made.due && made.provisionalDue)
    return {
      joined: {
        reference: made.reference,
        receivedAt: made.caseReceivedAt,
        due: made.due,
        provisionalDue: made.provisionalDue,
      },
    };
  return { notice: one };
}
