import { Fault } from '../../kernel/fault.ts';
import { patienceSeconds, type SendOutcome } from '../../messages/channel.ts';
import { isNeverSent } from './never-sent.ts';

/** A carrier as it is called here: in codes (`x_not_reached`) and in sentences. */
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
  /** Ends the request at once. */
  readonly until?: AbortSignal | undefined;
}

/** What a carrier answered. */
export interface CarrierAnswer {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
}

/** The one HTTP client that all carriers are spoken to with. */
export interface Transport {
  /** @throws Fault `…_not_reached` (the carrier never got it), `…_no_answer` (it may have) */
  ask(request: CarrierRequest): Promise<CarrierAnswer>;
}

export interface TransportOptions {
  readonly fetch: typeof fetch;
  /** How long an answer is waited for. */
  readonly timeoutMilliseconds?: number | undefined;
}

/**
 * Speaks HTTP to a carrier. It waits for an answer longer than Node waits for a connection (ten seconds): one that never stood must not
 * look like an answer that never came.
 * No error it throws holds an address, a text or a secret.
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
        // The cause is not kept: its sentence can hold a number, a text or a password.
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

/** The JSON of an answer; `undefined` where it is none. */
export function jsonOf({ text }: CarrierAnswer): unknown {
  try {
    return text === '' ? undefined : JSON.parse(text);
  } catch {
    return undefined;
  }
}

/**
 * What a call that failed on its way means for the message. One that never left waits until the carrier can be reached; one that may
 * have left is looked up, and never sent again blindly.
 * @throws what is no fault of the transport's
 */
export function outcomeOfFailure(error: unknown): SendOutcome {
  if (!(error instanceof Fault)) throw error;
  return error.code.endsWith(notReachedEnd)
    ? { outcome: 'refused', code: error.code, retryable: true, forAll: true }
    : { outcome: 'unknown', code: error.code };
}
