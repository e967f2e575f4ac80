import type { XAnswer } from './answer.ts';
import { Fault } from '../../kernel/fault.ts';
import type { Clock } from '../../kernel/clock.ts';
import { createTransport, jsonOf, type TransportOptions } from '../transport/transport.ts';
import { reasonOf } from './reason.ts';

export interface XCall {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  /** The path under the API's base, such as `/2/users/me`. */
  readonly path: string;
  readonly query?: Readonly<Record<string, string>>;
  readonly body?: object;
  readonly token: string;
  /** Aborts the call at once. */
  readonly until?: AbortSignal | undefined;
}

export interface XClient {
  /** @throws Fault `x_not_reached` (X never got it), `x_no_answer` (it may have) */
  call(call: XCall): Promise<XAnswer>;
}

/** X's names for the transport. */
export const x = { code: 'x', title: 'X' } as const;

/**
 * Creates a client for X's API.
 * @param options `base` such as `https://api.x.com`; `fetch` is the network
 */
export function createXClient(options: { readonly base: string } & TransportOptions): XClient {
  const transport = createTransport(x, options);
  return {
    call: async ({ method, path, query, body, token, until }) => {
      const url = new URL(path, options.base);
      for (const [name, value] of Object.entries(query ?? {})) url.searchParams.set(name, value);
      const answer = await transport.ask({
        url,
        method,
        until,
        headers: {
          authorization: `Bearer ${token}`,
          ...(body ? { 'content-type': 'application/json' } : {}),
        },
        ...(body ? { body: JSON.stringify(body) } : {}),
      });
      return { status: answer.status, headers: answer.headers, body: jsonOf(answer) };
    },
  };
}

/** When X takes calls again: the latest reset among the used-up limits in its headers, or else a minute from now. */
export function throttledUntil(answer: XAnswer, clock: Clock): Temporal.Instant {
  const now = clock.now();
  let until: Temporal.Instant | undefined;
  for (const name of ['x-rate-limit', 'x-user-limit-24hour', 'x-app-limit-24hour']) {
    const reset = Number(answer.headers.get(`${name}-reset`));
    const remaining = answer.headers.get(`${name}-remaining`);
    if (!Number.isInteger(reset) || reset <= 0 || (remaining !== null && Number(remaining) > 0))
      continue;
    const at = Temporal.Instant.fromEpochMilliseconds(reset * 1000);
    if (!until || Temporal.Instant.compare(at, until) > 0) until = at;
  }
  return until && Temporal.Instant.compare(until, now) > 0 ? until : now.add({ seconds: 60 });
}

/** @throws Fault with X's code if the answer is not a success */
export function assertAnswered(answer: XAnswer, what: string): void {
  if (answer.status >= 200 && answer.status < 300) return;
  const { code } = reasonOf(answer);
  throw new Fault({
    code,
    message: `X refused: ${what} (${answer.status})`,
    retryable: answer.status >= 500 || answer.status === 429,
  });
}
