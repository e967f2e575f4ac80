import {
  allowInsecureRequests,
  ClientSecretBasic,
  ClientSecretPost,
  discovery,
  None,
  type ClientAuth,
  type Configuration,
} from 'openid-client';
import { isLoopback } from '../../kernel/issuer.ts';
import type { World } from '../../kernel/world.ts';
import type { OpenIdProvider } from './provider.ts';

/** How long we use what a provider published about itself. Its keys are looked up again when an unknown one signs. */
const freshMinutes = 10;

/** How long we wait for a provider, in seconds. */
const patienceSeconds = 10;

/** Finds a provider's addresses and keys. */
export type Discover = (provider: OpenIdProvider) => Promise<Configuration>;

/** Makes the finder of providers. It keeps what it found for ten minutes. */
export function createDiscovery({ clock }: Pick<World, 'clock'>): Discover {
  const known = new Map<
    string,
    { readonly at: Temporal.Instant; readonly found: Promise<Configuration> }
  >();
  return async (provider) => {
    const key = JSON.stringify([provider.issuer, provider.clientId, provider.clientSecret ?? null]);
    const now = clock.now();
    const before = known.get(key);
    if (before && Temporal.Instant.compare(before.at.add({ minutes: freshMinutes }), now) > 0)
      return before.found;
    const found = discover(provider);
    known.set(key, { at: now, found });
    found.catch(() => {
      if (known.get(key)?.found === found) known.delete(key);
    });
    return found;
  };
}

async function discover({
  issuer,
  clientId,
  clientSecret,
}: OpenIdProvider): Promise<Configuration> {
  const url = new URL(issuer);
  return discovery(
    url,
    clientId,
    clientSecret === undefined ? {} : { client_secret: clientSecret },
    authenticationOf(clientSecret),
    {
      timeout: patienceSeconds,
      // For a provider on this machine, as in tests. The settings allow http nowhere else.
      execute: isLoopback(url) ? [allowInsecureRequests] : [],
    },
  );
}

/** Sends the secret in the way that the provider takes. The standard's way is the header. */
function authenticationOf(clientSecret: string | undefined): ClientAuth {
  if (clientSecret === undefined) return None();
  const post = ClientSecretPost(clientSecret);
  const basic = ClientSecretBasic(clientSecret);
  return (server, client, body, headers) => {
    const ways = server.token_endpoint_auth_methods_supported;
    const way = ways && !ways.includes('client_secret_basic') ? post : basic;
    return way(server, client, body, headers);
  };
}
