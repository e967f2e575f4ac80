import { Hono, type Context } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import type { Clock } from '../../kernel/clock.ts';
import type { Logger } from '../../kernel/logger.ts';
import type { Metrics } from '../../kernel/metrics.ts';
import type { Inbox } from '../../messages/channel.ts';
import { readDelivery, type BankOf, type Banks } from './read-events.ts';
import { answerChallenge, isSigned } from './signature.ts';
import { signatureHeader } from './wire.ts';

const text = new TextDecoder('utf-8', { fatal: true });

/** Far above any delivery of X's. */
const bodyMax = 256 * 1024;

export interface XWebhookOptions {
  /** The consumer secret of the X app; while it is rotated the new one first, then the old. */
  readonly secrets: readonly string[];
  readonly bankOf: BankOf;
  readonly banks: Banks;
  readonly inbox: Inbox;
  readonly logger: Logger;
  readonly metrics: Metrics;
  readonly clock: Clock;
}

/**
 * X's door: GET answers the challenge, POST takes deliveries. 200 is said after the commit and never before; what is not
 * signed learns nothing.
 */
export function createXWebhook(options: XWebhookOptions): Hono {
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
    return context.json({ error: 'too large' }, 413);
  };
  const streamed = bodyLimit({ maxSize: bodyMax, onError: tooLarge });
  app.post(
    '/',
    async (context, next) => {
      // X says how long its deliveries are: then the stream need not be counted piece by piece.
      const length = context.req.header('content-length');
      if (length === undefined || context.req.header('transfer-encoding') !== undefined)
        return streamed(context, next);
      return Number(length) > bodyMax ? tooLarge(context) : next();
    },
    async (context) => {
      const raw = new Uint8Array(await context.req.arrayBuffer());
      if (!isSigned(raw, context.req.header(signatureHeader) ?? null, options.secrets)) {
        counted('unsigned');
        return context.json({ error: 'not signed' }, 401);
      }
      let body: unknown;
      try {
        body = JSON.parse(text.decode(raw));
      } catch {
        counted('unreadable');
        return context.json({ error: 'not JSON' }, 400);
      }
      const taken = await take(body);
      return taken ? context.json({ ok: true }) : context.json({ error: 'try again' }, 503);
    },
  );
  const take = async (body: unknown): Promise<boolean> => {
    const delivery = readDelivery(body, options, options.clock.now());
    for (const type of delivery.skipped)
      counted(/^[a-z._]+$/.test(type) ? `skipped ${type}` : 'skipped');
    try {
      if (delivery.messages.length > 0) await options.inbox.receive(delivery.messages);
      if (delivery.events.length > 0) await options.inbox.happened(delivery.events);
    } catch (error) {
      // X delivers again what was not answered with 200, and what was taken counts once.
      counted('failed');
      options.logger.error({ error }, 'A delivery could not be taken and will come again');
      return false;
    }
    counted('taken');
    return true;
  };
  return app;
}
