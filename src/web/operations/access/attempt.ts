import {
  countAttempt,
  countBeginning,
  returnAttempt,
  type Attempt,
  type Locked,
} from '../../../access/attempts.ts';
import type { Act } from '../../act.ts';
import { refuse, type Refused } from '../../refusals.ts';

/** An attempt of this visitor, on the account of this member number as it was typed. */
export function attemptOf({ institution, from }: Act, memberNumber?: string): Attempt {
  return {
    institutionId: institution.id,
    from,
    ...(memberNumber === undefined ? {} : { account: accountOf(memberNumber) }),
  };
}

function accountOf(memberNumber: string): string {
  return memberNumber.trim().toLowerCase();
}

/** Counts an attempt before its proof is looked at. @returns the refusal where it may not be made */
export async function refuseGuessing(act: Act, attempt: Attempt): Promise<Refused | undefined> {
  const { locked } = await countAttempt(act.db, act, attempt);
  return locked && refusalOf(act, locked);
}

/** The same for the first of two factors. @returns what gives the attempt back once the factor was right */
export async function countFirstFactor(
  act: Act,
  memberNumber: string,
): Promise<Refused | { giveBack(): Promise<void> }> {
  const attempt = { ...attemptOf(act), account: accountOf(memberNumber) };
  const counted = await countAttempt(act.db, act, attempt);
  if (counted.locked) return refusalOf(act, counted.locked);
  const { inRow } = counted;
  return { giveBack: async () => returnAttempt(act.db, act, { ...attempt, inRow }) };
}

/** Counts a beginning, which costs us a row. @returns the refusal where there are too many */
export async function refuseFlood(act: Act): Promise<Refused | undefined> {
  const locked = await countBeginning(act.db, act, {
    institutionId: act.institution.id,
    from: act.from,
  });
  return locked && refuse('too_many', 'until' in locked ? { retryAt: locked.until } : {});
}

function refusalOf({ institution, language, world }: Act, locked: Locked): Refused {
  if ('closed' in locked) return refuse('sign_in_closed');
  const zone = institution.zone;
  const until = locked.until.toZonedDateTimeISO(zone);
  const today = world.clock.now().toZonedDateTimeISO(zone).toPlainDate();
  const time = until.toPlainTime().toLocaleString(language, { timeStyle: 'short' });
  const day = until.toPlainDate().toLocaleString(language, { day: 'numeric', month: 'long' });
  return refuse('sign_in_locked', {
    facts: { until: until.toPlainDate().equals(today) ? time : `${day}, ${time}` },
    retryAt: locked.until,
  });
}
