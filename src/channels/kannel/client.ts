import { Fault } from '../../kernel/fault.ts';
import { septets } from '../../kernel/gsm7.ts';
import { receiptMask } from './wire.ts';

/** What smsbox answered: its status and its sentence. */
export interface KannelAnswer {
  readonly status: number;
  readonly text: string;
}

export interface KannelText {
  readonly institutionId: number;
  /** Our id of the message: Kannel's receipts bring it back. */
  readonly id: string;
  /** E.164. */
  readonly to: string;
  readonly from: string;
  readonly text: string;
  readonly validityMinutes: number;
}

export interface KannelClient {
  /** @throws Fault `kannel_not_reached` (smsbox never got it), `kannel_no_answer` (it may have) */
  send(text: KannelText): Promise<KannelAnswer>;
}

export interface KannelClientOptions {
  /** Where smsbox listens, such as `http://127.0.0.1:13013`. */
  readonly base: string;
  /** Of a `sendsms-user` in Kannel's configuration. */
  readonly credentials: { readonly username: string; readonly password: string };
  /** Where receipts come back: our webhook, without `/dlr`, such as `http://127.0.0.1:8080/kannel`. */
  readonly callbackUrl: string;
  /** The secret that receipts must bring: the first of the webhook's. */
  readonly secret: string;
  readonly fetch: typeof fetch;
  /** How long an answer is waited for; absent: ten seconds. */
  readonly timeoutMilliseconds?: number;
}

/** Speaks to smsbox. */
export function createKannelClient(options: KannelClientOptions): KannelClient {
  return {
    send: async (text) => ask(options, addressOf(options, text)),
  };
}

/** The call of `sendsms`; `%d` in the receipt's address is for Kannel to fill in. */
function addressOf(
  { base, credentials, callbackUrl, secret }: KannelClientOptions,
  text: KannelText,
) {
  const { institutionId, id } = text;
  const back = new URLSearchParams({
    key: secret,
    institution: String(institutionId),
    message: id,
  });
  const url = new URL('/cgi-bin/sendsms', base);
  url.search = new URLSearchParams({
    username: credentials.username,
    password: credentials.password,
    from: text.from,
    to: text.to,
    text: text.text,
    coding: septets(text.text) === undefined ? '2' : '0',
    charset: 'UTF-8',
    validity: String(text.validityMinutes),
    'dlr-mask': String(receiptMask),
    'dlr-url': `${callbackUrl.replace(/\/$/, '')}/dlr?${back.toString()}&status=%d`,
  }).toString();
  return url;
}

async function ask(
  { fetch: network, timeoutMilliseconds = 10_000 }: KannelClientOptions,
  url: URL,
): Promise<KannelAnswer> {
  try {
    const response = await network(url.href, { signal: AbortSignal.timeout(timeoutMilliseconds) });
    return { status: response.status, text: (await response.text()).slice(0, 200) };
  } catch (cause) {
    const neverLeft = isNeverSent(cause);
    // The cause is not kept: the address in it holds the password, the number and the text.
    throw new Fault({
      code: neverLeft ? 'kannel_not_reached' : 'kannel_no_answer',
      message: neverLeft
        ? 'Kannel’s smsbox could not be reached'
        : 'Kannel’s smsbox did not answer',
      retryable: true,
    });
  }
}

/** Failures before a connection stood: what was to be sent surely was not. */
const beforeSending = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'UND_ERR_CONNECT_TIMEOUT',
]);

function isNeverSent(error: unknown): boolean {
  const cause = error instanceof Error ? error.cause : undefined;
  const code = cause instanceof Error && 'code' in cause ? cause.code : undefined;
  return typeof code === 'string' && beforeSending.has(code);
}
