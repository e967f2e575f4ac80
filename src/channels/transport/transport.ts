import { Fault } from '../../kernel/fault.ts';
import { patienceSeconds, type SendOutcome } from '../../messages/channel.ts';
import { isNeverSent } from './never-sent.ts';

/** A carrier's name in codes (`x_not_reached`) and in sentences. */
export interface Carrier {
  readonly code: string;
  readonly title: string;
}

export interface CarrierRequest {
  readonly url: URL;
  /** Absent: GET. */
  readonly method?: 'GET' | 'POST' | 'PUT' | 'DELETE';
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
  /** Aborts the request at once. */
  readonly until?: AbortSignal | undefined;
}

/** A carrier's answer. */
export interface CarrierAnswer {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
}

/** The HTTP client for all carriers. */
export interface Transport {
  /** @throws Fault `…_not_reached` (the carrier never got it), `…_no_answer` (it may have) */
  ask(request: CarrierRequest): Promise<CarrierAnswer>;
}

export interface TransportOptions {
  readonly fetch: typeof fetch;
  /** How long to wait for an answer. */
  readonly timeoutMilliseconds?: number | undefined;
}

/**
 * Creates an HTTP client for a carrier. It waits longer for an answer than Node waits for a connection (ten seconds), so that a
 * connection that never existed doesn't look like a lost answer. Its errors contain no address, text or secret.
 */
export function createTransport(
  carrier: Carrier,
  { fetch: network, timeoutMilliseconds = patienceSeconds * 1_000 }: TransportOptions,
): Transport {
  return {
    ask: async ({ url, method = 'GET', headers = {}, body, until }) => {
      const timeout = AbortSignal.timeout(timeoutMilliseconds);
      try {
        const response = await network(url.href, {
          method,
          headers: { ...headers },
          ...(body === undefined ? {} : { body }),
          signal: until ? AbortSignal.any([timeout, until]) : timeout,
        });
        const text = await response.text();
        return { status: response.status, headers: response.headers, text };
      } catch (cause) {
        // Drop the cause: its message can contain a number, a text or a password.
        throw isNeverSent(cause) ? notReached(carrier) : noAnswer(carrier);
      }
    },
  };
}

const notReachedEnd = '_not_reached';

function notReached({ code, title }: Carrier): Fault {
  return new Fault({
    code: `${code}${notReachedEnd}`,
    message: `${title} could not be reached`,
    retryable: true,
  });
}

function noAnswer({ code, title }: Carrier): Fault {
  return new Fault({
    code: `${code}_no_answer`,
    message: `${title} did not answer`,
    retryable: true,
  });
}

/** The JSON of an answer; `undefined` if it is not JSON. */
export function jsonOf({ text }: CarrierAnswer): unknown {
  try {
    return text === '' ? undefined : JSON.parse(text);
  } catch {
    return undefined;
  }
}

/**
 * Maps a failed call to a message's outcome. A message that never left waits until the carrier can be reached. One that may have
 * left is looked up, and never resent blindly.
 * @throws any error that is not the transport's
 */
export function outcomeOfFailure(error: unknown): SendOutcome {
  if (!(error instanceof Fault)) throw error;
  return error.code.endsWith(notReachedEnd)
    ? { outcome: 'refused', code: error.code, retryable: true, forAll: true }
    : { outcome: 'unknown', code: error.code };
}
