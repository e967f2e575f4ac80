import { addWords, onceAtATime, openCaseAbout } from './open-case-about.ts';
import type { EntryPlace, NewCase, OpenedCase } from './new-case.ts';
import type { Queries } from '../database/database.ts';
import type { World } from '../kernel/world.ts';
import type { Institution } from '../members/institution.ts';
import { rulesBetween } from './business-days.ts';
import { decideAtLastBy, decideOrCreditBy, noticeDay, ordinary } from './clocks.ts';
import { firstNotice } from './first-notice.ts';
import { insertWithReference } from './insert-with-reference.ts';

/**
 * Opens disputes in the given order. Due dates count from the day of receipt in the institution's
 * time zone. One about an entry that the member disputes already joins the open case.
 */
export async function openCases(
  tx: Queries,
  world: World,
  institution: Pick<Institution, 'id' | 'zone' | 'settings'>,
  wanted: readonly NewCase[],
): Promise<OpenedCase[]> {
  const opened: OpenedCase[] = [];
  for (const one of wanted) {
    const same = await joined(tx, world, institution.id, one);
    if (same) {
      opened.push(same);
      continue;
    }
    const found = await firstNotice(tx, institution, one);
    if ('joined' in found) {
      opened.push(found.joined);
      continue;
    }
    const { notice } = found;
    const day = noticeDay(notice.receivedAt, institution.zone);
    const transfer = one.transfer ?? ordinary;
    const due = decideOrCreditBy(institution.settings, day, transfer);
    const provisionalDue = decideAtLastBy(day, transfer);
    const reference = await insertWithReference('D', day, world, async (candidate) =>
      tx.query(
        `insert into cases (institution_id, reference, member_id, kind, state, inbound_key, received_at, due_on, provisional_due_on,
            new_account, point_of_sale, outside_us, written_asked, business_days, account_id, entry_sequence, words)
          values ($1, $2, $3, 'dispute', 'open', $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)
          on conflict (institution_id, reference) do nothing returning 1`,
        [
          institution.id,
          candidate,
          one.memberId,
          notice.inboundKey ?? null,
          notice.receivedAt,
          due,
          provisionalDue,
          transfer.newAccount,
          transfer.pointOfSale,
          transfer.outsideUs,
          one.writtenAsked ?? false,
          rulesBetween(institution.settings, day, due),
          one.about?.accountId ?? null,
          one.about?.sequence ?? null,
          one.words ?? null,
        ],
      ),
    );
    await closeNotices(tx, institution.id, {
      memberId: one.memberId,
      reference,
      at: world.clock.now(),
      about: one.about,
    });
    opened.push({ reference, receivedAt: notice.receivedAt, due, provisionalDue });
  }
  return opened;
}

/** Adds a dispute about one entry to the member's open case about it. @returns `undefined` if there is none */
async function joined(
  tx: Queries,
  world: World,
  institutionId: number,
  { memberId, about, words }: NewCase,
): Promise<OpenedCase | undefined> {
  if (!about) return undefined;
  await onceAtATime(tx, about);
  const same = await openCaseAbout(tx, institutionId, { memberId, about });
  if (!same) return undefined;
  const { reference } = same;
  if (words !== undefined) await addWords(tx, institutionId, { reference, words });
  await closeNotices(tx, institutionId, { memberId, reference, at: world.clock.now(), about });
  return { ...same, joined: true };
}

/**
 * Closes the tasks of notices that became a case, and refers them to it. A notice about another
 * entry stays open, since it has deadlines of its own.
 */
async function closeNotices(
  tx: Queries,
  institutionId: number,
  {
    memberId,
    reference,
    at,
    about,
  }: {
    memberId: string;
    reference: string;
    at: Temporal.Instant;
    about: EntryPlace | undefined;
  },
): Promise<void> {
  await tx.query(
    `update tasks set state = 'done', done_at = $4, case_reference = $3
      where institution_id = $1 and member_id = $2 and kind = 'possible_error' and state = 'open'
        and (account_id is null or (account_id = $5::uuid and entry_sequence = $6::bigint))`,
    [institutionId, memberId, reference, at, about?.accountId ?? null, about?.sequence ?? null],
  );
}
