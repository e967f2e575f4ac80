/**
 * Whether a failed `fetch` certainly sent nothing: it failed without a connection, so the carrier can't have the request. Any
 * unknown error may have reached the carrier.
 */
export function isNeverSent(error: unknown): boolean {
  const causes = causesOf(error);
  return causes.length > 0 && causes.every(isBeforeConnection);
}

/** The underlying errors: each attempt for one of a host's addresses fails with its own. */
function causesOf(error: unknown, depth = 0): Error[] {
  if (!(error instanceof Error) || depth > 4) return [];
  if (error instanceof AggregateError && error.errors.length > 0)
    return error.errors.flatMap((one: unknown) => causesOf(one, depth + 1));
  if (error.cause instanceof Error) return causesOf(error.cause, depth + 1);
  return [error];
}

/** The name could not be resolved, nobody listened, there was no route, or nobody answered in time. */
const codes = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EHOSTUNREACH',
  'EHOSTDOWN',
  'ENETUNREACH',
  'ENETDOWN',
  'EADDRNOTAVAIL',
  'UND_ERR_CONNECT_TIMEOUT',
]);

/**
 * Name resolution (`EAI_AGAIN`), and a certificate refused before anything is sent. Among TLS alerts, only those that end a
 * handshake: a server may send others, such as `internal_error`, after it has the request.
 */
const codePattern =
  /^(?:EAI_|CERT_|ERR_TLS_CERT_|ERR_TLS_HANDSHAKE_|DEPTH_ZERO_SELF_SIGNED_CERT$|SELF_SIGNED_CERT_IN_CHAIN$|UNABLE_TO_|HOSTNAME_MISMATCH$|INVALID_CA$|ERR_SSL_(?:WRONG_VERSION_NUMBER|TLSV1_ALERT_(?:PROTOCOL_VERSION|INSUFFICIENT_SECURITY)|TLSV1_UNRECOGNIZED_NAME|(?:SSLV3|SSL\/TLS)_ALERT_HANDSHAKE|NO_|UNSUPPORTED_PROTOCOL|PACKET_LENGTH_TOO_LONG))/;

/** Calls made before a connection exists. */
const systemCalls = new Set(['connect', 'getaddrinfo']);

/** Node's message for a connection that broke during the TLS handshake. Its code is that of any broken connection. */
const handshakeBroke = /before secure TLS connection was established/;

function isBeforeConnection(error: Error): boolean {
  const code = 'code' in error ? error.code : undefined;
  const systemCall = 'syscall' in error ? error.syscall : undefined;
  return (
    (typeof code === 'string' && (codes.has(code) || codePattern.test(code))) ||
    (typeof systemCall === 'string' && systemCalls.has(systemCall)) ||
    handshakeBroke.test(error.message)
  );
}
