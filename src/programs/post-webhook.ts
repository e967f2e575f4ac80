import { request as overHttp } from 'node:http';
import { request as overHttps } from 'node:https';
import { publicLookup } from '../kernel/public-lookup.ts';
import { isAllowedWebhookUrl } from './webhook-url.ts';

/** One attempt to deliver. */
export interface WebhookRequest {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  /** Also allows http, and addresses of this machine and its network. */
  readonly demonstration: boolean;
}

/** Sends one delivery. @returns the HTTP status @throws if no answer came */
export type PostWebhook = (request: WebhookRequest) => Promise<number>;

const patienceMilliseconds = 10_000;

/**
 * Sends a delivery. It follows no redirect, reads no body, and connects only to addresses of the
 * public internet: the address is the institution's word, and must not reach into our own network.
 */
export const postWebhook: PostWebhook = async ({ url, headers, body, demonstration }) => {
  if (!isAllowedWebhookUrl(url, { demonstration }))
    throw new Error('The address is not allowed for a webhook');
  const content = Buffer.from(body);
  const send = url.startsWith('https:') ? overHttps : overHttp;
  return new Promise((resolve, reject) => {
    const sent = send(
      url,
      {
        method: 'POST',
        headers: { ...headers, 'content-length': String(content.length) },
        ...(demonstration ? {} : { lookup: publicLookup }),
        timeout: patienceMilliseconds,
        signal: AbortSignal.timeout(patienceMilliseconds),
        agent: false,
      },
      (answer) => {
        resolve(answer.statusCode ?? 0);
        answer.destroy();
      },
    );
    sent.on('timeout', () => sent.destroy(new Error('The receiver did not answer in time')));
    sent.on('error', reject);
    sent.end(content);
  });
};
