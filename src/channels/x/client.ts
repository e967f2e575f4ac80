import { Fault } from '../../kernel/fault.ts';
import type { Clock } from '../../kernel/clock.ts';
import { problem } from './wire.ts';

export interface XCall {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  /** Under the API's base, such as `/2/users/me`. */
  readonly path: string;
  readonly query?: Readonly<Record<string, string>>;
  readonly body?: object;
  readonly token: string;
}

/** What X answered. A network failure is thrown as a Fault: whether X got the request is not known then. */
export interface XAnswer {
  readonly status: number;
  readonly body: unknown;
  readonly headers: Headers;
}

export interface XClient {
  call(call: XCall): Promise<XAnswer>;
}

const timeoutMilliseconds = 10_000;

/**
 * Speaks to X's API.
 * @param options `base` such as `https://api.x.com`; `fetch` is the network
 */
export function createXClient(options: {
  readonly base: string;
  readonly fetch: typeof fetch;
}): XClient {
  return {
    call: async ({ method, path, query, body, token }) => {
      const url = new URL(path, options.base);
      for (const [name, value] of Object.entries(query ?? {})) url.searchParams.set(name, value);
      let response: Response;
      let text: string;
      try {
        response = await options.fetch(url.href, {
          method,
          headers: {
            authorization: `Bearer ${token}`,
            ...(body ? { 'content-type': 'application/json' } : {}),
          },
          ...(body ? { body: JSON.stringify(body) } : {}),
          signal: AbortSignal.timeout(timeoutMilliseconds),
        });
        text = await response.text();
      } catch (cause) {
        throw new Fault({
          code: 'x_unreachable',
          message: 'X did not answer',
          retryable: true,
          cause,
        });
      }
      return { status: response.status, headers: response.headers, body: parse(text) };
    },
  };
}

function parse(text: string): unknown {
  try {
    return text === '' ? undefined : JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** X's reason for a refusal: its own code where it has one, else the status; never the text. */
export function reasonOf(answer: XAnswer): { code: string; numbers: readonly number[] } {
  const parsed = problem.safeParse(answer.body);
  const numbers = parsed.success
    ? (parsed.data.errors ?? []).flatMap(({ code }) => (code === undefined ? [] : [code]))
    : [];
  return {
    code: numbers.length > 0 ? `x_${answer.status}_${numbers[0]}` : `x_${answer.status}`,
    numbers,
  };
}

/** When X will take calls again: the latest of its reset headers that are used up, else a minute from now. */
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

/** @throws Fault with X's code where the answer is not a success */
export function assertAnswered(answer: XAnswer, what: string): void {
  if (answer.status >= 200 && answer.status < 300) return;
  const { code } = reasonOf(answer);
  throw new Fault({
    code,
    message: `X refused: ${what} (${answer.status})`,
    retryable: answer.status >= 500 || answer.status === 429,
  });
}
