import type { Queries } from '../database/database.ts';
import type { World } from '../kernel/world.ts';
import { addBusinessDays } from './business-days.ts';
import type { Institution } from './institution.ts';
import { insertWithReference } from './insert-with-reference.ts';

export interface NewCase {
  readonly memberId: string;
  readonly receivedAt: Temporal.Instant;
  /** The message that opened it. */
  readonly inboundKey?: string;
}

export interface OpenedCase {
  readonly reference: string;
  /** Investigated by then, or provisionally credited (10 business days, 12 CFR 1005.11(c)). */
  readonly due: Temporal.PlainDate;
  /** With provisional credit the investigation ends by then (45 days). */
  readonly provisionalDue: Temporal.PlainDate;
}

/** Opens disputes; each with its dates, counted from the day it came in, in the institution's zone. In the order given. */
export async function openCases(
  tx: Queries,
  world: World,
  institution: Pick<Institution, 'id' | 'zone'>,
  wanted: readonly NewCase[],
): Promise<OpenedCase[]> {
  const opened: OpenedCase[] = [];
  for (const one of wanted) {
    const day = one.receivedAt.toZonedDateTimeISO(institution.zone).toPlainDate();
    const due = addBusinessDays(day, 10);
    const provisionalDue = day.add({ days: 45 });
    const reference = await insertWithReference('D', day, world, async (candidate) =>
      tx.query(
        `insert into cases (institution_id, reference, member_id, kind, state, inbound_key, received_at, due_on, provisional_due_on)
          values ($1, $2, $3, 'dispute', 'open', $4, $5, $6, $7)
          on conflict do nothing returning 1`,
        [
          institution.id,
          candidate,
          one.memberId,
          one.inboundKey ?? null,
          one.receivedAt,
          due,
          provisionalDue,
        ],
      ),
    );
    opened.push({ reference, due, provisionalDue });
  }
  return opened;
}
