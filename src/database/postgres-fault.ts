import { Fault } from '../kernel/fault.ts';

/** OpenSSL's codes for a certificate with an unknown issuer. */
const ofUnknownIssuer: ReadonlySet<string> = new Set([
  'SELF_SIGNED_CERT_IN_CHAIN',
  'DEPTH_ZERO_SELF_SIGNED_CERT',
  'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
  'UNABLE_TO_GET_ISSUER_CERT',
  'UNABLE_TO_GET_ISSUER_CERT_LOCALLY',
]);
const unknownAuthority =
  'its certificate comes from an authority that this machine does not know. Add sslrootcert=FILE with the provider’s CA to the address';
const wrongName =
  'its certificate is for another name. Give the host by the name in the certificate, or sslmode=verify-ca with sslrootcert=FILE';
const outOfDate =
  'its certificate has expired or is not valid yet. Renew it there, and check this machine’s clock';
const noPassword =
  'it asks for a password, and there is none. Give it in DATABASE_URL, in PGPASSWORD or in ~/.pgpass';
const noTls = 'it offers no TLS. Turn it on there, or use sslmode=disable on a private network';

/** Describes a connection failure as a retryable fault. */
export function unreachable(cause: unknown): Fault {
  return new Fault({
    code: 'database_unreachable',
    message: `PostgreSQL did not respond: ${reasonOf(cause)}`,
    retryable: true,
    cause,
  });
}

function reasonOf(cause: unknown): string {
  if (!(cause instanceof Error)) return String(cause);
  const code = 'code' in cause ? String(cause.code) : '';
  if (ofUnknownIssuer.has(code)) return unknownAuthority;
  if (code === 'ERR_TLS_CERT_ALTNAME_INVALID') return wrongName;
  if (code === 'CERT_HAS_EXPIRED' || code === 'CERT_NOT_YET_VALID') return outOfDate;
  if (/client password must be/i.test(cause.message)) return noPassword;
  if (/does not support SSL/i.test(cause.message)) return noTls;
  // The sum of several failed addresses has no message, so take the first failure.
  if (cause instanceof AggregateError && cause.message === '')
    return cause.errors.map((one: unknown) => reasonOf(one)).join('; ');
  return cause.message;
}

/** Whether a pooler refused settings on connection: PgBouncer's error says so. */
export function refusesSettings(cause: unknown): boolean {
  return cause instanceof Error && /unsupported startup parameter/i.test(cause.message);
}
