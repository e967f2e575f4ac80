import type { Socket } from 'node:net';
import type { Clock } from '../../kernel/clock.ts';
import type { WebhookAnswer, RawWebhook } from '../../messages/raw-webhook.ts';
import { readHead, type BareHead } from './read-head.ts';
import { linesOf, writeAnswer } from './write-answer.ts';

/** How long a connection may take, in milliseconds. */
export interface BarePatience {
  /** Until its first byte. */
  readonly head: number;
  /** From the first byte of a request to its last. */
  readonly whole: number;
  /** Between an answer and the next request. */
  readonly idle: number;
  /** How often we check. */
  readonly every: number;
}

export interface BareOptions {
  readonly clock: Pick<Clock, 'now'>;
  /** By path, such as `/x/webhook`. */
  readonly webhooks: ReadonlyMap<string, RawWebhook>;
  /** Headers of every answer. */
  readonly headers: readonly (readonly [string, string])[];
  readonly patience: BarePatience;
  /** Takes over a connection whose next request is not for us. Its bytes are unread again. */
  readonly otherwise: (socket: Socket) => void;
}

/** Connections that have had nothing but plain posts to webhooks. */
export interface BareConnections {
  take(socket: Socket): void;
  /** Ends idle connections, and each other one after its answer. */
  finish(): void;
  /** Ends all at once. */
  destroy(): void;
}

/** While a request is under way, so many bytes of the next may wait here. The kernel holds back the rest. */
const aheadMax = 64 * 1_024;

const tooSlow = 'HTTP/1.1 408 Request Timeout\r\nConnection: close\r\n\r\n';

/** What the sweep needs of a connection. */
interface Watched {
  /** Judges how long it has waited. */
  sweep(now: number): void;
  finish(): void;
  destroy(): void;
}

/**
 * Takes plain posts to webhooks straight from their sockets. Node's HTTP server makes two streams and several objects for each
 * request, which cost as much as the webhook's own work. What is unusual in any way goes to that server, with all that follows on
 * the connection.
 */
export function createBareConnections(options: BareOptions): BareConnections {
  const open = new Set<Watched>();
  const context = { ...options, lines: linesOf(options.headers), isFinishing: () => isFinishing };
  let isFinishing = false;
  let timer: NodeJS.Timeout | undefined;
  return {
    take: (socket) => {
      if (options.webhooks.size === 0) {
        options.otherwise(socket);
        return;
      }
      timer ??= setInterval(() => {
        const now = performance.now();
        for (const one of open) one.sweep(now);
      }, options.patience.every).unref();
      const one = watch(socket, { ...context, left: () => open.delete(one) });
      open.add(one);
    },
    finish: () => {
      isFinishing = true;
      clearInterval(timer);
      for (const one of open) one.finish();
    },
    destroy: () => {
      for (const one of open) one.destroy();
    },
  };
}

interface Context extends BareOptions {
  readonly lines: string;
  readonly isFinishing: () => boolean;
  /** It is closed, or another's. */
  readonly left: () => void;
}

// oxlint-disable-next-line max-lines-per-function -- one connection: its state and the few functions that change it
function watch(socket: Socket, context: Context): Watched {
  const { clock, webhooks, patience, otherwise, left } = context;
  let pieces: Buffer[] = [];
  let have = 0;
  /** The head whose body is still on its way. */
  let awaited: BareHead | undefined;
  let isBusy = false;
  let isFresh = true;
  let hasEnded = false;
  /** Since when it waits for the sender. */
  let since = performance.now();

  const hear = (piece: Buffer): void => {
    if (isFresh || (!isBusy && have === 0)) since = performance.now();
    isFresh = false;
    pieces.push(piece);
    have += piece.length;
    if (!isBusy) proceed();
    else if (have > aheadMax) socket.pause();
  };
  const ended = (): void => {
    hasEnded = true;
    if (!isBusy) socket.end();
  };
  const gone = (): void => void socket.destroy();
  const handOver = (bytes: Buffer): void => {
    socket.off('data', hear).off('end', ended).off('error', gone).off('close', left);
    left();
    socket.pause();
    socket.unshift(bytes);
    otherwise(socket);
    socket.resume();
  };

  /** Goes on with what has arrived. */
  const proceed = (): void => {
    if (awaited && have < awaited.bodyStart + awaited.bodyLength) return;
    const [first] = pieces;
    if (!first) return;
    const bytes = pieces.length === 1 ? first : Buffer.concat(pieces, have);
    const head = awaited ?? readHead(bytes);
    const webhook = head && webhooks.get(head.path);
    if (!head || !webhook || head.bodyLength > webhook.bodyMax) {
      handOver(bytes);
      return;
    }
    const end = head.bodyStart + head.bodyLength;
    if (bytes.length < end) {
      awaited = head;
      pieces = [bytes];
      return;
    }
    awaited = undefined;
    pieces = bytes.length > end ? [bytes.subarray(end)] : [];
    have = bytes.length - end;
    isBusy = true;
    void answer(webhook, head, bytes.subarray(head.bodyStart, end));
  };

  const answer = async (webhook: RawWebhook, head: BareHead, raw: Buffer): Promise<void> => {
    const said = await webhook
      .take(raw, head.headers.get(webhook.signatureHeader))
      .catch((): WebhookAnswer => ({ status: 503, body: { error: 'try again' } }));
    webhook.answered?.(said.status, {
      remote: socket.remoteAddress,
      forwardedFor: head.headers.get('x-forwarded-for'),
    });
    isBusy = false;
    since = performance.now();
    if (socket.destroyed) return;
    const closes = head.closes || hasEnded || context.isFinishing();
    const now = clock.now().epochMilliseconds;
    const keepSeconds = closes ? undefined : Math.floor(patience.idle / 1_000);
    socket.write(writeAnswer(said, { lines: context.lines, keepSeconds, now }));
    if (closes) {
      socket.end();
      return;
    }
    if (socket.isPaused()) socket.resume();
    proceed();
  };

  socket.on('data', hear).on('end', ended).on('error', gone).on('close', left);
  return {
    sweep: (now) => {
      if (isBusy) return;
      const waited = now - since;
      if (isFresh ? waited > patience.head : have > 0 && waited > patience.whole) {
        socket.end(tooSlow);
        socket.destroySoon();
      } else if (!isFresh && have === 0 && waited > patience.idle) socket.destroy();
    },
    finish: () => {
      if (!isBusy && have === 0) socket.destroy();
    },
    destroy: () => void socket.destroy(),
  };
}
