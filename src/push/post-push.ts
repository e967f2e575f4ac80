import { request } from 'node:https';
import { publicLookup } from '../kernel/public-lookup.ts';

/** One push, ready to send. */
export interface PushRequest {
  readonly endpoint: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array;
}

/** What a push service answered. */
export interface PushAnswer {
  readonly status: number;
  /** The header `Retry-After`: seconds, or an HTTP date. */
  readonly retryAfter?: string | undefined;
}

/** Sends one push. @throws if no answer came */
export type PostPush = (push: PushRequest) => Promise<PushAnswer>;

const patienceMilliseconds = 10_000;

/**
 * Sends a push by https. It follows no redirect, reads no body, and connects only to addresses of the public internet: the endpoint comes
 * from a browser. The address that was checked is the one that it connects to.
 */
export const postPush: PostPush = async ({ endpoint, headers, body }) =>
  new Promise((resolve, reject) => {
    const sent = request(
      endpoint,
      {
        method: 'POST',
        headers: { ...headers, 'content-length': String(body.length) },
        lookup: publicLookup,
        timeout: patienceMilliseconds,
        signal: AbortSignal.timeout(patienceMilliseconds),
        agent: false,
      },
      (answer) => {
        resolve({ status: answer.statusCode ?? 0, retryAfter: answer.headers['retry-after'] });
        answer.destroy();
      },
    );
    sent.on('timeout', () => sent.destroy(new Error('The push service did not answer in time')));
    sent.on('error', reject);
    sent.end(body);
  });
