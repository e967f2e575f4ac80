import { lookup } from 'node:dns/promises';
import { connect, type TLSSocket } from 'node:tls';
import { findingsOf, type Finding } from '../../kernel/finding.ts';

const { ok, warning, problem } = findingsOf('site');

/** Caddy and certbot renew a month before the end. */
const daysLeftMin = 14;
const patienceMilliseconds = 8_000;

const unreached = 'Members and carriers can’t reach the service.';

/**
 * Checks that an address of the service is found (DNS), has a valid certificate, and leads to a service of ours.
 * @param given `certificates` are further authorities to trust, as PEM
 */
export async function checkSite(
  publicUrl: string,
  {
    now,
    certificates,
    isServing = true,
    signal,
  }: {
    readonly now: () => Temporal.Instant;
    readonly certificates?: readonly string[] | undefined;
    /** Whether a service should answer there already. */
    readonly isServing?: boolean;
    readonly signal?: AbortSignal | undefined;
  },
): Promise<Finding[]> {
  const url = new URL(publicUrl);
  if (url.protocol === 'http:')
    return [
      warning({
        what: `${publicUrl} is this machine’s own address.`,
        why: 'Nobody else reaches it.',
        act: 'Set TMM_PUBLIC_URL to the address that members will type, before they use it.',
      }),
    ];
  const host = url.hostname.replace(/^\[(.*)\]$/, '$1');
  const addresses = await lookup(host, { all: true }).catch(() => []);
  if (addresses.length === 0)
    return [
      problem({
        what: `DNS knows no address of ${host}.`,
        why: unreached,
        act: `Add an A or AAAA record for ${host} that points to your proxy.`,
      }),
    ];
  const port = Number(url.port || '443');
  const found = await certificateAt({ host, port, certificates, signal });
  if ('fault' in found)
    return [
      problem({
        what: `${publicUrl} has no valid certificate or doesn’t answer: ${found.fault}.`,
        why: unreached,
        act: 'Look at the proxy’s log. It must listen there and get a certificate for this name.',
      }),
    ];
  const left = Math.floor((found.validTo - now().epochMilliseconds) / 86_400_000);
  const findings = [
    left < daysLeftMin
      ? warning({
          what: `The certificate of ${host} ends in ${left} days.`,
          why: 'From then on browsers and carriers refuse it.',
          act: 'Find out why the proxy doesn’t renew it.',
        })
      : ok(`${host} is found, and its certificate is valid for ${left} days.`),
  ];
  return isServing
    ? [...findings, ...(await checkHealth(publicUrl, { certificates, signal }))]
    : findings;
}

/** Asks what answers there. Our own certificate authorities can’t be given to `fetch`. */
async function checkHealth(
  publicUrl: string,
  {
    certificates,
    signal,
  }: {
    readonly certificates: readonly string[] | undefined;
    readonly signal: AbortSignal | undefined;
  },
): Promise<Finding[]> {
  if (certificates) return [];
  const timeout = AbortSignal.timeout(patienceMilliseconds);
  const until = signal ? AbortSignal.any([timeout, signal]) : timeout;
  const answer = await fetch(`${publicUrl}/health`, { signal: until, redirect: 'manual' })
    .then(async (response) => ({ status: response.status, text: await response.text() }))
    .catch(() => undefined);
  if (answer && /"status":"(?:ok|degraded|failing|starting)"/.test(answer.text))
    return [ok(`${publicUrl} leads to the service.`)];
  return [
    problem({
      what: `${publicUrl}/health ${answer ? `answers ${answer.status}, and not as the service does` : 'doesn’t answer'}.`,
      why: unreached,
      act: 'Start `tmm serve`, and let the proxy forward this host to TMM_HOST:TMM_PORT.',
    }),
  ];
}

/** Reads the certificate at an address; `fault` says why there is no valid one. */
async function certificateAt({
  host,
  port,
  certificates,
  signal,
}: {
  readonly host: string;
  readonly port: number;
  readonly certificates: readonly string[] | undefined;
  readonly signal: AbortSignal | undefined;
}): Promise<{ readonly validTo: number } | { readonly fault: string }> {
  return new Promise((resolve) => {
    const socket: TLSSocket = connect(
      {
        host,
        port,
        servername: host,
        timeout: patienceMilliseconds,
        ...(certificates ? { ca: [...certificates] } : {}),
      },
      () => {
        const validTo = Date.parse(socket.getPeerCertificate().valid_to);
        socket.destroy();
        resolve({ validTo });
      },
    );
    signal?.addEventListener('abort', () => socket.destroy(new Error('it was ended')));
    socket.once('timeout', () => socket.destroy(new Error('it took too long')));
    socket.once('error', (error: NodeJS.ErrnoException) =>
      resolve({ fault: error.code ?? error.message }),
    );
  });
}
