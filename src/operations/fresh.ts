import type { FreshRule } from './fresh-conditions.ts';
import type { MemberContext, StaffContext } from './request-context.ts';
import { refuse, type Refused } from './refusals.ts';

/** How long a verification counts as fresh. */
const freshMinutes = 5;

/** What freshness is judged by. */
type Proven = Pick<MemberContext | StaffContext, 'principal' | 'world'>;

/** Whether the principal proved who they are within the last minutes, so that what wants that can be offered at once. */
export function isFresh({ principal, world }: Proven): boolean {
  const until = principal.provenAt.add({ minutes: freshMinutes });
  return Temporal.Instant.compare(world.clock.now(), until) <= 0;
}

/** Asks for fresh proof. @returns the refusal, or nothing where the proof is fresh */
export function wantsProof(request: Proven): Refused | undefined {
  return isFresh(request) ? undefined : refuse('verify_first');
}

/**
 * Asks for fresh proof where the operation's rule (`freshWhen`) holds for these facts, which only `run` knows.
 * @returns the refusal, or nothing where none is wanted or the proof is fresh
 */
export function wantsProofWhen<Facts>(
  request: Proven,
  rule: FreshRule<Facts>,
  facts: Facts,
): Refused | undefined {
  return rule.holds(facts) ? wantsProof(request) : undefined;
}

/**
 * Asks for a proof that came after a lock: who holds an open session with an older one may be whom the lock is meant to keep out.
 * @returns the refusal, or nothing where the member was verified since
 */
export function wantsProofSince(
  { principal }: Pick<MemberContext, 'principal'>,
  lockedAt: Temporal.Instant,
): Refused | undefined {
  const isSince = Temporal.Instant.compare(principal.provenAt, lockedAt) >= 0;
  return isSince ? undefined : refuse('verify_first');
}
