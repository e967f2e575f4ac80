import { z } from 'zod';
import type { AccessContext } from '../../access/access-context.ts';
import { beginTrip, endTrip, type Failed, type Trip } from '../../access/open-id/trip.ts';
import type { Queries } from '../../database/database.ts';
import { staffLimits } from '../staff-limits.ts';
import { claimsOf, type Claims } from './claims.ts';
import type { Provider } from './provider.ts';

/** Why somebody is sent to the identity provider. */
const purposes = z.discriminatedUnion('for', [
  z.object({ for: z.literal('sign_in'), next: z.string() }),
  z.object({ for: z.literal('activation'), token: z.string() }),
  z.object({ for: z.literal('verification'), sessionId: z.string(), next: z.string() }),
  z.object({ for: z.literal('binding'), sessionId: z.string() }),
]);

export type Purpose = z.output<typeof purposes>;

/** How recently the person must have signed in at the provider, in seconds, when they verify again. */
const recentSeconds = 60;

const kind = 'staff_single_sign_on';

interface RoundTrip extends Omit<Trip, 'kind' | 'provider'> {
  readonly provider: Provider;
}

/**
 * Begins a sign-in of staff at their identity provider.
 * @returns where to send the browser, and the token for its cookie
 */
export async function beginRoundTrip(
  db: Queries,
  context: AccessContext,
  given: RoundTrip & { readonly purpose: Purpose },
): ReturnType<typeof beginTrip> {
  return beginTrip(db, context, {
    ...given,
    kind,
    parameters: {
      scope: 'openid profile email',
      ...(isRecent(given.purpose)
        ? { prompt: 'login', max_age: String(recentSeconds) }
        : // A provider that is asked for an age must say when the person signed in there.
          { max_age: String(3_600 * staffLimits.session.absoluteHours) }),
    },
  });
}

/**
 * Ends a sign-in of staff at their identity provider.
 * @param given.search the query with which the provider sent the browser back
 */
export async function endRoundTrip(
  db: Queries,
  context: AccessContext,
  given: RoundTrip & { readonly token: string; readonly search: string },
): Promise<
  | { readonly claims: Claims; readonly purpose: Purpose; readonly refused?: undefined }
  | (Failed & { readonly claims?: undefined; readonly purpose?: Purpose })
> {
  const ended = await endTrip(db, context, {
    ...given,
    kind,
    purposes,
    maxAgeOf: (purpose) => (isRecent(purpose) ? recentSeconds : undefined),
    wantsMore: ({ email }) => email === undefined,
  });
  if (!ended.claims) return ended;
  return { claims: claimsOf(ended.claims, given.provider), purpose: ended.purpose };
}

/** A proof that counts for what staff do next must be from now, not from this morning. */
function isRecent(purpose: Purpose): boolean {
  return purpose.for === 'verification' || purpose.for === 'binding';
}
