import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Provider, type ClientMetadata } from 'oidc-provider';

/** A person at the identity provider, by the subject of their account there. */
export interface Account {
  readonly email?: string;
  readonly email_verified?: boolean;
  readonly roles?: readonly string[];
  readonly member_number?: unknown;
}

/** A real OpenID provider on the loopback. It signs everybody in as `now`, without a page. */
export interface IdentityProvider extends AsyncDisposable {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  readonly accounts: Map<string, Account>;
  /** Who sits before the browser. */
  now: string;
  /** When they signed in there, in seconds. Absent: as they are asked. */
  signedInAt?: number | undefined;
  /** How safely they signed in there. */
  acr?: string | undefined;
  /**
   * Follows the browser from the authorization's address to where the provider sends it back.
   * @param jar the cookies of a browser that has been there before; a new browser if absent
   * @returns the address of ours with its query
   */
  follow(url: string, jar?: Map<string, string>): Promise<string>;
}

const clientId = 'tweet-my-money';
const clientSecret = 'a secret of the test, long enough for HMAC';

/** @param redirectUri the address of ours to which the provider may send browsers back */
export async function openIdentityProvider(redirectUri: string): Promise<IdentityProvider> {
  const accounts = new Map<string, Account>();
  let handle: (
    request: IncomingMessage,
    response: ServerResponse,
  ) => Promise<void> = async () => {};
  const server = createServer((request, response) => void handle(request, response));
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- it listens on a port
  const { port } = server.address() as AddressInfo;
  const issuer = `http://127.0.0.1:${port}`;
  const provider = new Provider(issuer, {
    clients: [clientFor(redirectUri)],
    acrValues: ['two-factors'],
    claims: {
      openid: ['sub', 'roles', 'member_number'],
      email: ['email', 'email_verified'],
      profile: ['name'],
    },
    features: { devInteractions: { enabled: false } },
    pkce: { required: () => true },
    cookies: { keys: ['a key of the test'] },
    findAccount: (_context, sub) => ({
      accountId: sub,
      claims: async () => ({ sub, ...accounts.get(sub) }),
    }),
    interactions: { url: (_context, interaction) => `/interaction/${interaction.uid}` },
  });
  const self: Pick<IdentityProvider, 'now' | 'signedInAt' | 'acr'> = { now: '' };
  handle = async (request, response) => {
    if (!request.url?.startsWith('/interaction/')) {
      await provider.callback()(request, response);
      return;
    }
    const { prompt, params, session } = await provider.interactionDetails(request, response);
    if (prompt.name === 'login') {
      await provider.interactionFinished(request, response, { login: loginOf(self) });
      return;
    }
    const grant = new provider.Grant({
      accountId: session?.accountId ?? self.now,
      clientId: String(params['client_id']),
    });
    grant.addOIDCScope('openid profile email');
    const grantId = await grant.save();
    await provider.interactionFinished(
      request,
      response,
      { consent: { grantId } },
      { mergeWithLastSubmission: true },
    );
  };
  return Object.assign(self, {
    issuer,
    clientId,
    clientSecret,
    accounts,
    follow: async (url: string, jar = new Map<string, string>()) => followTo(url, redirectUri, jar),
    [Symbol.asyncDispose]: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  });
}

/** This service, as the provider knows it. */
function clientFor(redirectUri: string): ClientMetadata {
  return {
    client_id: clientId,
    client_secret: clientSecret,
    redirect_uris: [redirectUri],
    grant_types: ['authorization_code'],
    response_types: ['code'],
  };
}

function loginOf({ now, signedInAt, acr }: Pick<IdentityProvider, 'now' | 'signedInAt' | 'acr'>) {
  return {
    accountId: now,
    ...(signedInAt === undefined ? {} : { ts: signedInAt }),
    ...(acr === undefined ? {} : { acr }),
  };
}

/** Goes where a browser with these cookies is sent. */
async function followTo(
  url: string,
  redirectUri: string,
  cookies: Map<string, string>,
): Promise<string> {
  let place = url;
  for (let hops = 0; hops < 12; hops += 1) {
    if (place.startsWith(redirectUri)) return place;
    const response = await fetch(place, {
      redirect: 'manual',
      headers: { cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; ') },
    });
    for (const line of response.headers.getSetCookie()) {
      const [name = '', value = ''] = (line.split(';')[0] ?? '').split('=');
      cookies.set(name, value);
    }
    const location = response.headers.get('location');
    if (location === null) throw new Error(`${place}: ${response.status} ${await response.text()}`);
    place = new URL(location, place).href;
  }
  throw new Error('the provider sends the browser around in circles');
}
