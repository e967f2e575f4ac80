import { expect, it } from 'vitest';
import { isNeverSent } from './never-sent.ts';

/** An error as `fetch` throws it. */
function failed(code: string): Error {
  return new TypeError('fetch failed', { cause: Object.assign(new Error(code), { code }) });
}

it.each([
  'ECONNREFUSED',
  'EAI_AGAIN',
  'CERT_HAS_EXPIRED',
  'ERR_TLS_CERT_ALTNAME_INVALID',
  'ERR_SSL_TLSV1_ALERT_PROTOCOL_VERSION',
  'ERR_SSL_SSL/TLS_ALERT_HANDSHAKE_FAILURE',
  'ERR_SSL_WRONG_VERSION_NUMBER',
])('knows that nothing was sent before %s', (code) => {
  expect(isNeverSent(failed(code))).toBe(true);
});

it.each([
  // A server may send these after it has the request.
  'ERR_SSL_TLSV1_ALERT_INTERNAL_ERROR',
  'ERR_SSL_TLSV1_ALERT_DECRYPT_ERROR',
  'ERR_SSL_TLSV1_ALERT_USER_CANCELLED',
  'ERR_SSL_TLSV13_ALERT_CERTIFICATE_REQUIRED',
  'ERR_TLS_RENEGOTIATION_DISABLED',
  'ECONNRESET',
  'EPIPE',
  'UND_ERR_SOCKET',
  'UND_ERR_HEADERS_TIMEOUT',
])('does not count %s as a request that was never sent', (code) => {
  expect(isNeverSent(failed(code))).toBe(false);
});
