import type { MemberContext } from './request-context.ts';
import { refuse, type Refused } from './refusals.ts';

/** How long a verification counts as fresh. */
const freshMinutes = 5;

/** Whether the member proved to be it within the last minutes, so that what wants that can be offered at once. */
export function isFresh({ session, world }: Pick<MemberContext, 'session' | 'world'>): boolean {
  const until = session.verifiedAt.add({ minutes: freshMinutes });
  return Temporal.Instant.compare(world.clock.now(), until) <= 0;
}

/**
 * Asks for fresh proof where a condition wants it that only `run` can see; such an operation says so in `freshWhen`.
 * @returns the refusal, or nothing where the proof is fresh
 */
export function wantsProof(request: Pick<MemberContext, 'session' | 'world'>): Refused | undefined {
  return isFresh(request) ? undefined : refuse('verify_first');
}

/**
 * Asks for a proof that came after a lock: who holds an open session with an older one may be whom the lock is meant to keep out.
 * @returns the refusal, or nothing where the member was verified since
 */
export function wantsProofSince(
  { session }: Pick<MemberContext, 'session'>,
  lockedAt: Temporal.Instant,
): Refused | undefined {
  const isSince = Temporal.Instant.compare(session.verifiedAt, lockedAt) >= 0;
  return isSince ? undefined : refuse('verify_first');
}
