import {
  countAttempt,
  countBeginning,
  refundAttempt,
  type Attempt,
  type Locked,
} from '../../access/attempts.ts';
import { findKnownDevice, findSharedDevice } from '../../access/known-devices.ts';
import type { RequestContext, MemberContext } from '../request-context.ts';
import { refuse, type Refused } from '../refusals.ts';

/** Builds an attempt by this visitor on the account of this member number, as typed. */
export function attemptOf({ institution, from }: RequestContext, memberNumber?: string): Attempt {
  return {
    institutionId: institution.id,
    from,
    ...(memberNumber === undefined ? {} : { account: accountOf(memberNumber) }),
  };
}

/**
 * Builds the same attempt, counted for this browser alone if the member has signed in with it
 * before.
 */
export async function deviceAttemptOf(
  request: RequestContext,
  given: { readonly memberId: string | undefined; readonly memberNumber: string },
): Promise<Attempt & { readonly account: string }> {
  const account = accountOf(given.memberNumber);
  const { db, cookies, institution } = request;
  const id = await findKnownDevice(db, request, {
    institutionId: institution.id,
    memberId: given.memberId,
    token: cookies.read('device'),
  });
  return { ...attemptOf(request), account, ...(id ? { proven: { by: 'device', id } } : {}) };
}

/**
 * Builds an attempt in a session. We count by session, so that no outsider can block the member's
 * verification.
 */
export function sessionAttemptOf(request: MemberContext): Attempt {
  return {
    ...attemptOf(request, request.member.number),
    proven: { by: 'session', id: request.session.id },
  };
}

function accountOf(memberNumber: string): string {
  return memberNumber.trim().toLowerCase();
}

/** Counts an attempt before its proof is checked. @returns the refusal if there were too many */
export async function refuseGuessing(
  request: RequestContext,
  attempt: Attempt,
): Promise<Refused | undefined> {
  const { locked } = await countAttempt(request.db, request, attempt);
  return locked && refusalOf(request, locked);
}

/**
 * Counts an attempt at the first of two factors.
 * @returns a function that gives the attempt back once the factor was right
 */
export async function countFirstFactor(
  request: RequestContext,
  given: { readonly memberId: string | undefined; readonly memberNumber: string },
): Promise<Refused | { refund(): Promise<void> }> {
  const attempt = await deviceAttemptOf(request, given);
  const counted = await countAttempt(request.db, request, attempt);
  if (counted.locked) return refusalOf(request, counted.locked);
  const { inRow } = counted;
  return { refund: async () => refundAttempt(request.db, request, { ...attempt, inRow }) };
}

/** Counts a started sign-in, which costs us a row. @returns the refusal if there are too many */
export async function refuseFlood(request: RequestContext): Promise<Refused | undefined> {
  const institutionId = request.institution.id;
  const locked = await countBeginning(request.db, request, { institutionId, from: request.from });
  const token = request.cookies.read('device');
  // A flood from its network must not block a browser that we know.
  if (locked && (await findSharedDevice(request.db, request, { institutionId, token })))
    return undefined;
  return locked && refuse('too_many', 'until' in locked ? { retryAt: locked.until } : {});
}

function refusalOf({ institution, language, world }: RequestContext, locked: Locked): Refused {
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
