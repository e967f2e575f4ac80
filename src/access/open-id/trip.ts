import {
  authorizationCodeGrant,
  AuthorizationResponseError,
  buildAuthorizationUrl,
  calculatePKCECodeChallenge,
  fetchUserInfo,
  type Configuration,
} from 'openid-client';
import { z } from 'zod';
import type { Queries } from '../../database/database.ts';
import type { AccessContext } from '../access-context.ts';
import { beginStep, takeStep, type StepKind } from '../steps.ts';
import { randomToken } from '../tokens.ts';
import type { Discover } from './discovery.ts';
import type { OpenIdProvider } from './provider.ts';

/** What is kept between the two halves. The browser has only the name of this step. */
const kept = z.object({
  verifier: z.string(),
  state: z.string(),
  nonce: z.string(),
  purpose: z.unknown(),
});

/** A way to an identity provider and back. */
export interface Trip {
  readonly institutionId: number;
  readonly provider: OpenIdProvider;
  /** Where the provider sends the browser back. */
  readonly redirectUri: string;
  readonly discover: Discover;
  /** Whose sign-in it is. A token of one kind ends no trip of another. */
  readonly kind: Extract<StepKind, 'staff_single_sign_on' | 'member_single_sign_on'>;
}

/** Why a trip failed. */
export type Failed = {
  /** `away`: the provider can't be reached. `not_valid`: its answer makes no sense. `declined`: it said no, in its own `word`. */
  readonly refused: 'away' | 'over' | 'declined' | 'not_valid';
  readonly word?: string;
  readonly cause?: unknown;
};

/**
 * Begins a sign-in at the identity provider, by the code flow with PKCE, a state and a nonce.
 * @param given `purpose`: what JSON can hold; it is given back at the end. `parameters`: of this sign-in alone
 * @returns where to send the browser, and the token for its cookie
 */
export async function beginTrip(
  db: Queries,
  context: AccessContext,
  given: Trip & {
    readonly purpose: unknown;
    readonly parameters: Readonly<Record<string, string>>;
  },
): Promise<
  | { readonly url: string; readonly token: string; readonly expiresAt: Temporal.Instant }
  | (Failed & { readonly url?: undefined })
> {
  const { institutionId, provider, redirectUri, purpose, kind } = given;
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
    kind,
    content: JSON.stringify(content),
  });
  const url = buildAuthorizationUrl(configuration, {
    redirect_uri: redirectUri,
    code_challenge: await calculatePKCECodeChallenge(content.verifier),
    code_challenge_method: 'S256',
    state: content.state,
    nonce: content.nonce,
    ...given.parameters,
  });
  return { url: url.href, ...step };
}

/**
 * Ends a sign-in at the identity provider: takes the step of the browser's cookie, exchanges the code, and checks the ID token's
 * signature, issuer, audience, times and nonce.
 * @param given `search`: the query with which the provider sent the browser back. `maxAgeOf`: how recently the person must have
 * signed in there, in seconds. `wantsMore`: whether the user info is needed besides the ID token
 */
export async function endTrip<Purpose>(
  db: Queries,
  context: AccessContext,
  given: Trip & {
    readonly token: string;
    readonly search: string;
    readonly purposes: z.ZodType<Purpose>;
    readonly maxAgeOf?: (purpose: Purpose) => number | undefined;
    readonly wantsMore: (claims: Readonly<Record<string, unknown>>) => boolean;
  },
): Promise<
  | {
      readonly claims: Readonly<Record<string, unknown>>;
      readonly purpose: Purpose;
      readonly refused?: undefined;
    }
  | (Failed & { readonly claims?: undefined; readonly purpose?: Purpose })
> {
  const { institutionId, provider, token, kind } = given;
  const step = await takeStep(db, context, { institutionId, kind, token });
  if (step?.content === undefined) return { refused: 'over' };
  const { verifier, state, nonce, ...content } = kept.parse(JSON.parse(step.content));
  const purpose = given.purposes.parse(content.purpose);
  const back = new URL(given.redirectUri);
  back.search = given.search;
  const maxAge = given.maxAgeOf?.(purpose);
  let configuration: Configuration;
  try {
    configuration = await given.discover(provider);
  } catch (cause) {
    return { refused: 'away', cause, purpose };
  }
  try {
    const tokens = await authorizationCodeGrant(configuration, back, {
      pkceCodeVerifier: verifier,
      expectedState: state,
      expectedNonce: nonce,
      idTokenExpected: true,
      ...(maxAge === undefined ? {} : { maxAge }),
    });
    const claims = tokens.claims();
    if (!claims) return { refused: 'not_valid', purpose };
    const more =
      given.wantsMore(claims) && configuration.serverMetadata().userinfo_endpoint !== undefined
        ? await fetchUserInfo(configuration, tokens.access_token, claims.sub)
        : {};
    return { claims: { ...more, ...claims }, purpose };
  } catch (cause) {
    return cause instanceof AuthorizationResponseError
      ? { refused: 'declined', word: cause.error, cause, purpose }
      : { refused: 'not_valid', cause, purpose };
  }
}
