import { createHash } from 'node:crypto';
import type { Clock } from '../../kernel/clock.ts';
import { Fault } from '../../kernel/fault.ts';
import type { Random } from '../../kernel/random.ts';
import { createTransport, jsonOf } from '../transport/transport.ts';
import { x } from './client.ts';
import type { TokenStore, XTokens } from './ports.ts';
import { scopes, tokenAnswer } from './wire.ts';

export interface XApp {
  readonly clientId: string;
  /** Absent: a public client. */
  readonly clientSecret?: string | undefined;
  /** X's API, such as `https://api.x.com`, which has the token endpoint. */
  readonly base: string;
  readonly authorizeUrl: string;
}

/** Begins OAuth 2.0 with PKCE: returns the address for the operator's browser, and what to keep until it returns. */
export function beginAuthorization(
  app: XApp,
  { redirectUri, random }: { redirectUri: string; random: Random },
): { url: string; state: string; verifier: string } {
  const text = (length: number) => Buffer.from(random.bytes(length)).toString('base64url');
  const verifier = text(32);
  const state = text(16);
  const url = new URL(app.authorizeUrl);
  const parameters = {
    response_type: 'code',
    client_id: app.clientId,
    redirect_uri: redirectUri,
    scope: scopes.join(' '),
    state,
    code_challenge: createHash('sha256').update(verifier).digest('base64url'),
    code_challenge_method: 'S256',
  };
  for (const [name, value] of Object.entries(parameters)) url.searchParams.set(name, value);
  return { url: url.href, state, verifier };
}

interface Network {
  readonly fetch: typeof fetch;
  readonly clock: Clock;
}

/** Exchanges the returned code for tokens. @throws Fault `x_token_refused`, `x_not_reached`, `x_no_answer` */
export async function exchangeCode(
  app: XApp,
  given: { code: string; verifier: string; redirectUri: string },
  network: Network,
): Promise<XTokens> {
  return askTokens(
    app,
    {
      grant_type: 'authorization_code',
      code: given.code,
      redirect_uri: given.redirectUri,
      code_verifier: given.verifier,
    },
    network,
  );
}

async function askTokens(
  app: XApp,
  form: Record<string, string>,
  { fetch: network, clock }: Network,
): Promise<XTokens> {
  const secret = app.clientSecret;
  const answer = await createTransport(x, { fetch: network }).ask({
    url: new URL('/2/oauth2/token', app.base),
    method: 'POST',
    headers: {
      'content-type': 'application/x-www-form-urlencoded',
      ...(secret === undefined
        ? {}
        : {
            authorization: `Basic ${Buffer.from(`${app.clientId}:${secret}`).toString('base64')}`,
          }),
    },
    body: new URLSearchParams({ ...form, client_id: app.clientId }).toString(),
  });
  const { status } = answer;
  const parsed = tokenAnswer.safeParse(jsonOf(answer));
  if (status < 200 || status > 299 || !parsed.success) {
    throw new Fault({
      code: 'x_token_refused',
      message: `X returned no tokens (${status}). Run \`tmm x connect\` to connect the account again`,
      // X has a problem, or wants fewer calls: the tokens are still valid.
      retryable: status >= 500 || status === 429 || status === 408,
    });
  }
  const {
    access_token: accessToken,
    refresh_token: refreshToken,
    expires_in: seconds,
  } = parsed.data;
  return {
    accessToken,
    expiresAt: clock.now().add({ seconds }),
    ...(refreshToken === undefined ? {} : { refreshToken }),
  };
}

/** Provides an access token that stays valid for a while. */
export interface TokenSource {
  /** @throws Fault `x_not_connected`, `x_token_refused`, `x_not_reached`, `x_no_answer` */
  current(): Promise<string>;
  /** Call it after a 401: returns a token other than the refused one. */
  renew(refused: string): Promise<string>;
}

/** Refresh this long before expiry. */
const marginSeconds = 120;

/** Manages one account's tokens: one process refreshes at a time, and stores them before use. */
export function createTokenSource(app: XApp, store: TokenStore, network: Network): TokenSource {
  const isGood = (tokens: XTokens | undefined): tokens is XTokens =>
    tokens !== undefined &&
    Temporal.Instant.compare(
      tokens.expiresAt,
      network.clock.now().add({ seconds: marginSeconds }),
    ) > 0;
  const refresh = async (isStale: (tokens: XTokens) => boolean): Promise<string> => {
    const tokens = await store.replace(async (current) => {
      // Another process may have refreshed while we waited.
      if (current && !isStale(current)) return undefined;
      if (!current?.refreshToken) return undefined;
      const next = await askTokens(
        app,
        { grant_type: 'refresh_token', refresh_token: current.refreshToken },
        network,
      );
      return { ...next, refreshToken: next.refreshToken ?? current.refreshToken };
    });
    if (!tokens) {
      throw new Fault({
        code: 'x_not_connected',
        message: 'No X account is connected: run `tmm x connect`',
        retryable: false,
      });
    }
    return tokens.accessToken;
  };
  return {
    current: async () => {
      const tokens = await store.load();
      return isGood(tokens) ? tokens.accessToken : refresh((current) => !isGood(current));
    },
    renew: async (refused) => refresh((current) => current.accessToken === refused),
  };
}
