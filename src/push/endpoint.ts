import { isIP } from 'node:net';

/** The longest endpoint that we keep. Those of today's push services have fewer than 400 characters. */
export const endpointMax = 1_000;

/**
 * Whether we may send to this endpoint, which a browser names: https on its usual port, and a host of the institution's list. The
 * address behind the host is checked when we connect (`post-push.ts`).
 * @param services hosts such as `fcm.googleapis.com`; `*.push.apple.com` means all hosts below
 */
export function isAllowedEndpoint(endpoint: string, services: readonly string[]): boolean {
  if (endpoint.length > endpointMax || !URL.canParse(endpoint)) return false;
  const { protocol, hostname, port, username, password } = new URL(endpoint);
  // A name, not an address: only names are looked up and checked when we connect.
  if (isIP(hostname.replace(/^\[|\]$/g, '')) !== 0) return false;
  if (protocol !== 'https:' || port !== '' || username !== '' || password !== '') return false;
  return services.some((service) =>
    service.startsWith('*.') ? hostname.endsWith(service.slice(1)) : hostname === service,
  );
}
