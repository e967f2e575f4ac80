import { septets } from '../../kernel/gsm7.ts';
import { createTransport, type TransportOptions } from '../transport/transport.ts';
import { receiptMask } from './wire.ts';

/** The answer of smsbox: its status and its text. */
export interface KannelAnswer {
  readonly status: number;
  readonly text: string;
}

export interface KannelText {
  readonly institutionId: number;
  /** Our id of the message, which Kannel's receipts return. */
  readonly id: string;
  /** E.164. */
  readonly to: string;
  readonly from: string;
  readonly text: string;
  readonly validityMinutes: number;
  /** Aborts the request at once. */
  readonly until?: AbortSignal | undefined;
}

export interface KannelClient {
  /** @throws Fault `kannel_not_reached` (smsbox never got it), `kannel_no_answer` (it may have) */
  send(text: KannelText): Promise<KannelAnswer>;
}

export interface KannelClientOptions extends TransportOptions {
  /** Where smsbox listens, such as `http://127.0.0.1:13013`. */
  readonly base: string;
  /** A `sendsms-user` in Kannel's configuration. */
  readonly credentials: { readonly username: string; readonly password: string };
  /** Where receipts are delivered: our webhook, without `/dlr`, such as `http://127.0.0.1:8080/kannel`. */
  readonly callbackUrl: string;
  /** The secret that receipts must contain: the webhook's first. */
  readonly secret: string;
}

/** Creates a client for smsbox. */
export function createKannelClient(options: KannelClientOptions): KannelClient {
  const transport = createTransport({ code: 'kannel', title: 'Kannel’s smsbox' }, options);
  return {
    send: async (text) => {
      const answer = await transport.ask({ url: addressOf(options, text), until: text.until });
      return { status: answer.status, text: answer.text.slice(0, 200) };
    },
  };
}

/** The URL of `sendsms`. Kannel fills in `%d` in the receipt's address. */
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
