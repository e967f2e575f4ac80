import type { ManualClock } from '../../src/kernel/clock.ts';
import type { Logger } from '../../src/kernel/logger.ts';
import type { World } from '../../src/kernel/world.ts';
import type { ChannelStack } from './channel-stack.ts';
import type { Channel, Inbox, WireMessage, WireText } from '../../src/messages/channel.ts';

/** One channel with its platform at the other end, so that the same suite runs on each. */
export interface ChannelHarness {
  /** Resolves when nothing goes on that an earlier delivery began. */
  readonly idle?: () => Promise<void>;
  readonly channel: Channel;
  readonly network: FaultyNetwork;
  /** Our webhook. */
  readonly webhook: (request: Request) => Promise<Response>;
  /** The platform's delivery of a member's text: made, but not yet delivered. */
  memberSends(text: string): Promise<Request>;
  /** The same delivery, forged or altered in every possible way. */
  forgeries(delivery: Request): Promise<readonly Request[]>;
  /** A genuine delivery that is longer than allowed. */
  oversized(): Promise<Request>;
  /** Sets how the platform answers the next sending. A channel leaves out what its facts skip. */
  refuseNext(how: 'throttled' | 'permanent' | 'staff'): void;
  /** Our texts that reached the member, oldest first. */
  phone(): readonly string[] | Promise<readonly string[]>;
  /** The platform's reports about our texts; with `late`, the first comes last. */
  receipts(order: 'in_order' | 'late'): Promise<readonly Request[]>;
  /** Gives the platform's sign of a lost answer, if a look-up is not enough. */
  proveTaken(): Promise<void>;
  /** What no log line may contain, besides texts and addresses. */
  readonly secrets: readonly string[];
}

export interface HarnessParts {
  readonly institutionId: number;
  /** The member's. */
  readonly address: string;
  readonly inbox: Inbox;
  readonly logger: Logger;
  readonly world: World;
  readonly clock: ManualClock;
  /** What is behind the channel. Absent: it is tested alone. */
  readonly stack?: ChannelStack;
}

/**
 * The network between our channel and the platform. It catches the platform's deliveries for the
 * suite.
 */
export interface FaultyNetwork {
  readonly fetch: typeof fetch;
  readonly caught: Request[];
  /**
   * Sets how the next calls to the platform fail. `reset`: broken before it arrived; `lost`: done,
   * but the answer is lost. All others never had a connection.
   */
  readonly faults: ('reset' | 'lost' | NoConnection)[];
  /** While set, no host is reachable. */
  isDown: boolean;
}

/** The errors of Node's `fetch` for a failed connection. */
const noConnections = {
  refused: 'ECONNREFUSED',
  unresolved: 'EAI_AGAIN',
  unroutable: 'ENETUNREACH',
  connect_timeout: 'UND_ERR_CONNECT_TIMEOUT',
  bad_certificate: 'CERT_HAS_EXPIRED',
} as const;

type NoConnection = keyof typeof noConnections;

/** @param platform takes every request except those to `bank.example` */
export function createNetwork(platform: (request: Request) => Promise<Response>): FaultyNetwork {
  const caught: Request[] = [];
  const faults: FaultyNetwork['faults'] = [];
  const network: FaultyNetwork = {
    caught,
    faults,
    isDown: false,
    fetch: async (input, init) => {
      const request = new Request(input, init);
      if (new URL(request.url).hostname === 'bank.example') {
        caught.push(request);
        return new Response('');
      }
      return withFault(network, request.url, async () => {
        const answer = await platform(request);
        // A caller that gave up hears no answer.
        request.signal.throwIfAborted();
        return answer;
      });
    },
  };
  return network;
}

/** Calls the platform, unless the next fault prevents it. @param place for the error, which no log may show */
export async function withFault<Answer>(
  { faults, isDown }: Pick<FaultyNetwork, 'faults' | 'isDown'>,
  place: string,
  call: () => Promise<Answer>,
): Promise<Answer> {
  const fault = isDown ? 'refused' : faults.shift();
  if (fault !== undefined && fault !== 'lost' && fault !== 'reset')
    throw failure(noConnections[fault], place);
  if (fault === 'reset') throw failure('ECONNRESET', place);
  const answer = await call();
  if (fault === 'lost') throw failure('ECONNRESET', place);
  return answer;
}

/** Fails like Node's `fetch`, with details that no log may show. */
function failure(code: string, place: string): TypeError {
  const cause = Object.assign(new Error(`connect ${code} ${place}`), { code });
  return new TypeError('fetch failed', { cause });
}

/** Keeps every line in full, with all fields of its errors. */
export function listeningLogger(lines: string[]): Logger {
  const keep = (fields: object, sentence: string) => {
    lines.push(
      JSON.stringify({ ...fields, sentence }, (_key, value: unknown) =>
        value instanceof Error
          ? { name: value.name, message: value.message, stack: value.stack, cause: value.cause }
          : value,
      ),
    );
  };
  return { debug: keep, info: keep, warn: keep, error: keep };
}

/** A message as `stampCode` would make it, since these tests don't test it. */
export function wireMessage(
  message: Pick<WireMessage, 'institutionId' | 'id' | 'address'>,
  text: string,
): WireMessage {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- only `stampCode` gives this brand; the test borrows it
  return { ...message, text: text as WireText, priority: 'reply' };
}
