import type { Queries } from '../database/database.ts';
import type { TaskKind } from '../kernel/vocabulary/staff-work.ts';
import type { World } from '../kernel/world.ts';
import type { Institution } from '../members/institution.ts';
import type { EntryPlace } from './new-case.ts';
import { insertWithReference } from './insert-with-reference.ts';

export interface NewTask {
  readonly kind: TaskKind;
  readonly subject: string;
  readonly detail?: string;
  readonly memberId?: string;
  readonly inboundKey?: string;
  readonly at: Temporal.Instant;
  /** When the message that starts a deadline came; the earliest of several is kept. */
  readonly receivedAt?: Temporal.Instant;
  readonly dueOn?: Temporal.PlainDate;
  /** The entry that it is about. */
  readonly about?: EntryPlace;
  /** Never merged with an open task. */
  readonly onItsOwn?: true;
  /** Comes before all others, since an hour matters. */
  readonly urgent?: true;
}

/** The most text that an open task collects. The message log has all of it. */
const detailMax = 4_000;

/**
 * Opens tasks for staff. It does not duplicate an open task of the same kind, member and subject:
 * it returns its reference and adds the new details.
 */
export async function openTasks(
  tx: Queries,
  world: World,
  institution: Pick<Institution, 'id' | 'zone'>,
  wanted: readonly NewTask[],
): Promise<{ reference: string }[]> {
  const opened: { reference: string }[] = [];
  for (const one of wanted) {
    const same = one.onItsOwn ? undefined : await addedTo(tx, institution.id, one);
    if (same) {
      opened.push(same);
      continue;
    }
    const day = one.at.toZonedDateTimeISO(institution.zone).toPlainDate();
    const reference = await insertWithReference('T', day, world, async (candidate) =>
      tx.query(
        `insert into tasks (institution_id, reference, kind, state, member_id, subject, detail, inbound_key, created_at, urgent,
            received_at, due_on, account_id, entry_sequence)
          values ($1, $2, $3, 'open', $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)
          on conflict (institution_id, reference) do nothing returning 1`,
        [
          institution.id,
          candidate,
          one.kind,
          one.memberId ?? null,
          one.subject,
          one.detail ?? null,
          one.inboundKey ?? null,
          one.at,
          one.urgent ?? false,
          one.receivedAt ?? null,
          one.dueOn ?? null,
          one.about?.accountId ?? null,
          one.about?.sequence ?? null,
        ],
      ),
    );
    opened.push({ reference });
  }
  return opened;
}

/** @returns the matching open task, with the detail added; `undefined` if there is none */
async function addedTo(
  tx: Queries,
  institutionId: number,
  { kind, subject, memberId, detail, receivedAt, dueOn, about }: NewTask,
): Promise<{ reference: string } | undefined> {
  const [same] = await tx.query<{ reference: string }>(
    `select reference from tasks
      where institution_id = $1 and kind = $2 and state = 'open' and subject = $3
        and member_id is not distinct from $4::uuid
        and account_id is not distinct from $5::uuid and entry_sequence is not distinct from $6::bigint
      order by created_at, reference limit 1`,
    [
      institutionId,
      kind,
      subject,
      memberId ?? null,
      about?.accountId ?? null,
      about?.sequence ?? null,
    ],
  );
  if (same && detail !== undefined)
    await tx.query(
      `update tasks set detail = left(concat_ws(E'\\n', detail, $3::text), ${detailMax})
        where institution_id = $1 and reference = $2 and position($3::text in coalesce(detail, '')) = 0`,
      [institutionId, same.reference, detail],
    );
  if (same && receivedAt)
    await tx.query(
      `update tasks set received_at = least(received_at, $3), due_on = least(due_on, $4)
        where institution_id = $1 and reference = $2`,
      [institutionId, same.reference, receivedAt, dueOn ?? null],
    );
  return same;
}
