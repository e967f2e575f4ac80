import { createHash } from 'node:crypto';
import type { Clock } from '../../kernel/clock.ts';
import { Fault } from '../../kernel/fault.ts';
import type { Random } from '../../kernel/random.ts';
import type { TokenStore, XTokens } from './ports.ts';
import { scopes, tokenAnswer } from './wire.ts';

export interface XApp {
  readonly clientId: string;
  /** Absent: a public client. */
  readonly clientSecret?: string | undefined;
  /** X's API, such as `https://api.x.com`: the token endpoint lies there. */
  readonly base: string;
  readonly authorizeUrl: string;
}

/** Begins OAuth 2.0 with PKCE: where the operator's browser must go, and what must be kept until it comes back. */
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

/** Trades the code that came back for tokens. @throws Fault `x_token_refused`, `x_unreachable` */
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
  const body = new URLSearchParams({ ...form, client_id: app.clientId });
  let response: Response;
  try {
    response = await network(new URL('/2/oauth2/token', app.base).href, {
      method: 'POST',
      headers: {
        'content-type': 'application/x-www-form-urlencoded',
        ...(app.clientSecret === undefined
          ? {}
          : {
              authorization: `Basic ${Buffer.from(`${app.clientId}:${app.clientSecret}`).toString('base64')}`,
            }),
      },
      body: body.toString(),
      signal: AbortSignal.timeout(10_000),
    });
  } catch (cause) {
    throw new Fault({ code: 'x_unreachable', message: 'X did not answer', retryable: true, cause });
  }
  const parsed = tokenAnswer.safeParse(await response.json().catch(() => undefined));
  if (!response.ok || !parsed.success) {
    throw new Fault({
      code: 'x_token_refused',
      message: `X gave no tokens (${response.status}). \`tmm x connect\` joins the account again`,
      retryable: response.status >= 500,
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

/** Gives an access token that is good for a while yet. */
export interface TokenSource {
  /** @throws Fault `x_not_connected`, `x_token_refused`, `x_unreachable` */
  current(): Promise<string>;
  /** The token was refused with 401: the next is another one. */
  renew(refused: string): Promise<string>;
}

/** Refreshed this long before its end. */
const marginSeconds = 120;

/** Tokens of one account, refreshed by one at a time, stored before they are used. */
export function createTokenSource(app: XApp, store: TokenStore, network: Network): TokenSource {
  const isGood = (tokens: XTokens | undefined): tokens is XTokens =>
    tokens !== undefined &&
    Temporal.Instant.compare(
      tokens.expiresAt,
      network.clock.now().add({ seconds: marginSeconds }),
    ) > 0;
  const refresh = async (isStale: (tokens: XTokens) => boolean): Promise<string> => {
    const tokens = await store.replace(async (current) => {
      // Someone else may have refreshed while we waited.
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
        message: 'No X account is connected: `tmm x connect`',
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
