import type { FreshRule } from './fresh-conditions.ts';
import type { MemberContext, StaffContext } from './request-context.ts';
import { refuse, type Refused } from './refusals.ts';

/** How long a verification counts as fresh. */
const freshMinutes = 5;

/** The facts by which we decide freshness. */
type Proven = Pick<MemberContext | StaffContext, 'principal' | 'world'>;

/**
 * Tells whether the principal proved their identity within the last minutes, so that pages can
 * offer what needs it.
 */
export function isFresh({ principal, world }: Proven): boolean {
  const until = principal.provenAt.add({ minutes: freshMinutes });
  return Temporal.Instant.compare(world.clock.now(), until) <= 0;
}

/**
 * Asks for a fresh proof. A staff token is never one: it lies on a machine for days, so it says
 * nothing about who uses it now.
 * @returns the refusal, or nothing if the proof is fresh
 */
export function wantsProof(request: Proven): Refused | undefined {
  if (request.principal.provenBy === 'token') return refuse('token_not_fresh');
  return isFresh(request) ? undefined : refuse('verify_first');
}

/**
 * Asks for a fresh proof if the operation's rule (`freshWhen`) holds for these facts, which only
 * `run` knows.
 * @returns the refusal, or nothing if no proof is needed or it is fresh
 */
export function wantsProofWhen<Facts>(
  request: Proven,
  rule: FreshRule<Facts>,
  facts: Facts,
): Refused | undefined {
  return rule.holds(facts) ? wantsProof(request) : undefined;
}

/**
 * Asks for a proof that is newer than a lock. The lock may be meant for the person at an open
 * session with an older proof.
 * @returns the refusal, or nothing if the member has verified since
 */
export function wantsProofSince(
  { principal }: Pick<MemberContext, 'principal'>,
  lockedAt: Temporal.Instant,
): Refused | undefined {
  const isSince = Temporal.Instant.compare(principal.provenAt, lockedAt) >= 0;
  return isSince ? undefined : refuse('verify_first');
}
