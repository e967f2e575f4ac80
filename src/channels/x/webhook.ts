import { Hono, type Context } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import type { Clock } from '../../kernel/clock.ts';
import type { Logger } from '../../kernel/logger.ts';
import type { Metrics } from '../../kernel/metrics.ts';
import type { ChannelEvent, Inbox } from '../../messages/channel.ts';
import type { WebhookAnswer, RawWebhook } from '../../messages/raw-webhook.ts';
import type { ChatInbox } from './chat/chat-inbox.ts';
import {
  readDelivery,
  type BankOf,
  type Banks,
  type ChatDelivery,
  type Delivery,
} from './read-events.ts';
import { answerChallenge, isSigned } from './signature.ts';
import { signatureHeader } from './wire.ts';

const text = new TextDecoder('utf-8', { fatal: true });

/** Far above any delivery of X's. */
const bodyMax = 256 * 1024;

export interface XWebhookOptions {
  /** The consumer secret of the X app. During a rotation, the new one first, then the old. */
  readonly secrets: readonly string[];
  readonly bankOf: BankOf;
  readonly banks: Banks;
  readonly inbox: Inbox;
  /** Takes encrypted messages. Absent: we read none. */
  readonly chat?: Pick<ChatInbox, 'take'> | undefined;
  readonly logger: Logger;
  readonly metrics: Metrics;
  readonly clock: Clock;
}

/**
 * Takes posts to X's webhook: one delivery, its bytes and their signature. Answers 200 after the commit and never before. An
 * unsigned request gets no information.
 */
export function createXDeliveries(options: XWebhookOptions): RawWebhook {
  const counted = (outcome: string) => options.metrics.count('webhooks', { channel: 'x', outcome });
  const take = async (delivery: Delivery): Promise<WebhookAnswer> => {
    const { messages } = delivery;
    try {
      const events = [...delivery.events, ...(await takeChats(delivery.chats, options.chat))];
      if (messages.length > 0) await options.inbox.receive(messages);
      if (events.length > 0) await options.inbox.happened(events);
    } catch (error) {
      // X delivers again after any answer but 200, and repeated deliveries count once.
      counted('failed');
      options.logger.error({ error }, 'A delivery failed and will be repeated');
      return { status: 503, body: { error: 'try again' } };
    }
    counted('taken');
    return taken;
  };
  return {
    bodyMax,
    signatureHeader,
    take: async (raw, signature) => {
      if (raw.length > bodyMax) {
        counted('too_large');
        return { status: 413, body: { error: 'too large' } };
      }
      if (!isSigned(raw, signature ?? null, options.secrets)) {
        counted('unsigned');
        return { status: 401, body: { error: 'not signed' } };
      }
      const parsed = parse(raw);
      if (!parsed) {
        counted('unreadable');
        return { status: 400, body: { error: 'not JSON' } };
      }
      const delivery = readDelivery(parsed.body, options, options.clock.now());
      for (const type of delivery.skipped)
        counted(/^[a-z._]+$/.test(type) ? `skipped ${type}` : 'skipped');
      return take(delivery);
    },
  };
}

/** @returns what is left to tell, because the institution has no X Chat */
async function takeChats(
  chats: readonly ChatDelivery[],
  chat: XWebhookOptions['chat'],
): Promise<ChannelEvent[]> {
  const left: ChannelEvent[] = [];
  for (const { institutionId, payload, otherwise } of chats) {
    const taken = chat ? await chat.take(institutionId, payload) : 'off';
    if (taken === 'off' && otherwise) left.push(otherwise);
  }
  return left;
}

function parse(raw: Uint8Array): { readonly body: unknown } | undefined {
  try {
    return { body: JSON.parse(text.decode(raw)) };
  } catch {
    return undefined;
  }
}

const taken: WebhookAnswer = { status: 200, body: { ok: true } };

/** X's webhook as a web app: GET answers the challenge, POST takes deliveries. */
export function createXWebhook(
  options: XWebhookOptions,
  deliveries: RawWebhook = createXDeliveries(options),
): Hono {
  const app = new Hono();
  const counted = (outcome: string) => options.metrics.count('webhooks', { channel: 'x', outcome });
  app.get('/', (context) => {
    const token = context.req.query('crc_token');
    const [secret] = options.secrets;
    const answer =
      token === undefined || secret === undefined ? undefined : answerChallenge(token, secret);
    counted(answer === undefined ? 'challenge_refused' : 'challenge');
    if (answer === undefined)
      return context.json(
        { error: 'crc_token must be 16 to 128 letters, digits and + / = _ -' },
        400,
      );
    return context.json({ response_token: answer });
  });
  const tooLarge = (context: Context) => {
    counted('too_large');
    // The rest of the body is not read, so the connection can't be reused.
    return context.json({ error: 'too large' }, 413, { connection: 'close' });
  };
  app.post('/', bodyLimit({ maxSize: bodyMax, onError: tooLarge }), async (context) => {
    const raw = new Uint8Array(await context.req.arrayBuffer());
    const { status, body } = await deliveries.take(raw, context.req.header(signatureHeader));
    return context.json(body, status);
  });
  app.all('/', (context) =>
    context.json({ error: 'GET for the challenge, POST for deliveries' }, 405, {
      allow: 'GET, HEAD, POST',
    }),
  );
  return app;
}
