import type { Queries } from '../../database/database.ts';
import { addressesOf } from '../../members/bind-address.ts';
import type { Member } from '../../members/member.ts';
import type { Shown, ShownLine } from '../../staff/approvals/approval.ts';
import { shownHandle } from '../shown-handle.ts';
import type { StaffContext } from '../request-context.ts';
import { lockText } from './money-lock.ts';
import { momentShown } from './moment-shown.ts';
import { restrictionsOf } from './restrictions.ts';

/** Says what unlocking a member changes: since when and why the service and each address are locked. */
export async function locksShown(request: StaffContext, member: Member): Promise<Shown> {
  const { db, institution } = request;
  const addresses = await addressesOf(db, institution.id, member.id);
  const restrictions = await restrictionsOf(db, request, member.id);
  const money = addresses.flatMap(({ id, channel, handle, moneyLockedAt }): ShownLine[] => {
    if (!moneyLockedAt) return [];
    const reason = restrictions.get(id)?.reason ?? null;
    return [
      {
        what: ['transfers on', channel, shownHandle(channel, handle) ?? ''].join(' ').trim(),
        before: `locked since ${momentShown(request, moneyLockedAt)}: ${lockText(reason)}`,
        after: reason === 'confirmation_failures' ? 'unlocked' : 'locked: only the member lifts it',
      },
    ];
  });
  const service = member.lockedAt
    ? `locked since ${momentShown(request, member.lockedAt)}${await whyLocked(db, request, member)}`
    : 'not locked';
  return {
    subject: member.number,
    lines: [{ what: 'service', before: service, after: 'not locked' }, ...money],
  };
}

/** The reason that staff gave for the lock. A member who locked the service gave none. */
async function whyLocked(
  q: Queries,
  { institution }: StaffContext,
  { number, lockedAt }: Member,
): Promise<string> {
  if (!lockedAt) return '';
  const [act] = await q.query<{ who: string; why: string }>(
    `select who, why from acts where institution_id = $1 and subject = $2 and what = 'member_lock' and at >= $3
      order by at, id limit 1`,
    [institution.id, number, lockedAt],
  );
  return act ? `, by ${act.who}: ${act.why}` : '';
}
