import {
  authorizationCodeGrant,
  AuthorizationResponseError,
  buildAuthorizationUrl,
  calculatePKCECodeChallenge,
  fetchUserInfo,
  type Configuration,
} from 'openid-client';
import { z } from 'zod';
import type { AccessContext } from '../../access/access-context.ts';
import { beginStep, takeStep } from '../../access/steps.ts';
import { randomToken } from '../../access/tokens.ts';
import type { Queries } from '../../database/database.ts';
import { staffLimits } from '../staff-limits.ts';
import { claimsOf, type Claims } from './claims.ts';
import type { Discover } from './discovery.ts';
import type { Provider } from './provider.ts';

/** Why somebody is sent to the identity provider. */
const purposes = z.discriminatedUnion('for', [
  z.object({ for: z.literal('sign_in'), next: z.string() }),
  z.object({ for: z.literal('activation'), token: z.string() }),
  z.object({ for: z.literal('verification'), sessionId: z.string(), next: z.string() }),
  z.object({ for: z.literal('binding'), sessionId: z.string() }),
]);

export type Purpose = z.output<typeof purposes>;

/** What is kept between the two halves. The browser has only the name of this step. */
const kept = z.object({
  verifier: z.string(),
  state: z.string(),
  nonce: z.string(),
  purpose: purposes,
});

/** How recently the person must have signed in at the provider, in seconds, when they verify again. */
const recentSeconds = 60;

interface RoundTrip {
  readonly institutionId: number;
  readonly provider: Provider;
  /** Where the provider sends the browser back: a page of the console. */
  readonly redirectUri: string;
  readonly discover: Discover;
}

/** The outcome of asking a provider: what it is for; or why it failed. */
export type Failed = {
  /** The provider can't be reached, or its answer makes no sense. */
  readonly refused: 'away' | 'over' | 'declined' | 'not_valid';
  readonly cause?: unknown;
};

/**
 * Begins a sign-in at the identity provider, by the code flow with PKCE.
 * @returns where to send the browser, and the token for its cookie
 */
export async function beginRoundTrip(
  db: Queries,
  context: AccessContext,
  given: RoundTrip & { readonly purpose: Purpose },
): Promise<
  | { readonly url: string; readonly token: string; readonly expiresAt: Temporal.Instant }
  | (Failed & { readonly url?: undefined })
> {
  const { institutionId, provider, redirectUri, purpose } = given;
  let configuration: Configuration;
  try {
    configuration = await given.discover(provider);
  } catch (cause) {
    return { refused: 'away', cause };
  }
  const [verifier, state, nonce] = [0, 1, 2].map(() => randomToken(context.world.random));
  const content = kept.parse({ verifier, state, nonce, purpose });
  const step = await beginStep(db, context, {
    institutionId,
    kind: 'staff_single_sign_on',
    content: JSON.stringify(content),
  });
  const url = buildAuthorizationUrl(configuration, {
    redirect_uri: redirectUri,
    scope: 'openid profile email',
    code_challenge: await calculatePKCECodeChallenge(content.verifier),
    code_challenge_method: 'S256',
    state: content.state,
    nonce: content.nonce,
    ...(isRecent(purpose)
      ? { prompt: 'login', max_age: String(recentSeconds) }
      : // A provider that is asked for an age must say when the person signed in there.
        { max_age: String(3_600 * staffLimits.session.absoluteHours) }),
  });
  return { url: url.href, ...step };
}

/**
 * Ends a sign-in at the identity provider: takes the step of the browser's cookie, exchanges the code, and checks the ID token's
 * signature, issuer, audience, times and nonce.
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
  const { institutionId, provider, token } = given;
  const step = await takeStep(db, context, { institutionId, kind: 'staff_single_sign_on', token });
  if (step?.content === undefined) return { refused: 'over' };
  const { verifier, state, nonce, purpose } = kept.parse(JSON.parse(step.content));
  const back = new URL(given.redirectUri);
  back.search = given.search;
  try {
    const configuration = await given.discover(provider);
    const tokens = await authorizationCodeGrant(configuration, back, {
      pkceCodeVerifier: verifier,
      expectedState: state,
      expectedNonce: nonce,
      idTokenExpected: true,
      ...(isRecent(purpose) ? { maxAge: recentSeconds } : {}),
    });
    const claims = tokens.claims();
    if (!claims) return { refused: 'not_valid', purpose };
    const more =
      claims['email'] === undefined &&
      configuration.serverMetadata().userinfo_endpoint !== undefined
        ? await fetchUserInfo(configuration, tokens.access_token, claims.sub)
        : {};
    return { claims: claimsOf({ ...more, ...claims }, provider), purpose };
  } catch (cause) {
    const isDeclined = cause instanceof AuthorizationResponseError;
    return { refused: isDeclined ? 'declined' : 'not_valid', cause, purpose };
  }
}

/** A proof that counts for what staff do next must be from now, not from this morning. */
function isRecent(purpose: Purpose): boolean {
  return purpose.for === 'verification' || purpose.for === 'binding';
}
