import type { ManualClock } from '../../src/kernel/clock.ts';
import type { Logger } from '../../src/kernel/logger.ts';
import type { World } from '../../src/kernel/world.ts';
import type { Channel, Inbox, WireMessage, WireText } from '../../src/messages/channel.ts';

/** One channel with its platform at the other end, so that the same suite can be run on each. */
export interface ChannelHarness {
  readonly channel: Channel;
  readonly network: FaultyNetwork;
  /** Our webhook. */
  readonly webhook: (request: Request) => Promise<Response>;
  /** What the platform delivers for a text of the member's: made, and not yet delivered. */
  memberSends(text: string): Promise<Request>;
  /** The same delivery, made by someone else or changed on its way, in each way that there is. */
  forgeries(delivery: Request): Promise<readonly Request[]>;
  /** A delivery longer than any can be, genuine otherwise. */
  oversized(): Promise<Request>;
  /** The platform answers the next sending so. */
  refuseNext(how: 'throttled' | 'permanent' | 'staff'): void;
  /** Our texts that reached the member, oldest first. */
  phone(): readonly string[];
  /** What the platform delivers of what became of our texts; `late`: what was first comes last. */
  receipts(order: 'in_order' | 'late'): Promise<readonly Request[]>;
  /** The platform gives the sign by which a lost answer is found again, where looking it up is not enough. */
  proveTaken(): Promise<void>;
  /** What may stand in no log line, besides texts and addresses. */
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
}

/** The network between our channel and the platform. What the platform delivers is caught, for the suite to hand on. */
export interface FaultyNetwork {
  readonly fetch: typeof fetch;
  readonly caught: Request[];
  /**
   * The next calls to the platform: `reset` broken before it arrived, `lost` done and the answer lost; the others never had a
   * connection.
   */
  readonly faults: ('reset' | 'lost' | NoConnection)[];
  /** While set, nobody can be reached. */
  isDown: boolean;
}

/** How Node's `fetch` says that no connection stood. */
const noConnections = {
  refused: 'ECONNREFUSED',
  unresolved: 'EAI_AGAIN',
  unroutable: 'ENETUNREACH',
  connect_timeout: 'UND_ERR_CONNECT_TIMEOUT',
  bad_certificate: 'CERT_HAS_EXPIRED',
} as const;

type NoConnection = keyof typeof noConnections;

/** @param platform takes what is not for `bank.example` */
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
      const fault = network.isDown ? 'refused' : faults.shift();
      if (fault !== undefined && fault !== 'lost' && fault !== 'reset')
        throw failure(noConnections[fault], request);
      if (fault === 'reset') throw failure('ECONNRESET', request);
      const answer = await platform(request);
      // Whoever has given up hears no answer.
      request.signal.throwIfAborted();
      if (fault === 'lost') throw failure('ECONNRESET', request);
      return answer;
    },
  };
  return network;
}

/** As Node's `fetch` fails, and with more in it than any log may show. */
function failure(code: string, request: Request): TypeError {
  const cause = Object.assign(new Error(`connect ${code} ${request.url}`), { code });
  return new TypeError('fetch failed', { cause });
}

/** Keeps every line whole, with all that an error carries. */
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

/** A message as the exit would have made it: what the exit does is not what is tested here. */
export function wireMessage(
  message: Pick<WireMessage, 'institutionId' | 'id' | 'address'>,
  text: string,
): WireMessage {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- only the exit gives this brand; here it is lent
  return { ...message, text: text as WireText, priority: 'reply' };
}
