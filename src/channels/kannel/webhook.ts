import { Hono, type Context } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import type { Logger } from '../../kernel/logger.ts';
import type { Metrics } from '../../kernel/metrics.ts';
import type { Inbox } from '../../messages/channel.ts';
import { readInbound, readReceipt, type InstitutionOf, type Wrong } from './read-requests.ts';
import type { ReceiptsHeard } from './receipts-heard.ts';
import { isSecret } from './secret.ts';

/** Far above the longest text of joined segments. */
const bodyMaxBytes = 64 * 1024;

export interface KannelWebhookOptions {
  /** The `key` in Kannel's `post-url`. During a change, the new one first, then the old. */
  readonly secrets: readonly string[];
  readonly institutionOf: InstitutionOf;
  readonly heard: ReceiptsHeard;
  readonly inbox: Inbox;
  readonly logger: Logger;
  readonly metrics: Metrics;
}

/**
 * Kannel's webhook: `POST /mo` takes a text, `GET /dlr` a receipt. Kannel signs nothing, so the address contains a shared secret,
 * and this webhook is open only to the loopback or with mutual TLS. Answers 200 after the commit and never before, with an empty
 * body, because smsbox would send any content as a text. After any other answer, smsbox delivers again with the same id.
 */
export function createKannelWebhook(options: KannelWebhookOptions): Hono {
  const app = new Hono();
  const counted = (outcome: string) =>
    options.metrics.count('webhooks', { channel: 'sms', outcome });
  const limited = bodyLimit({
    maxSize: bodyMaxBytes,
    onError: (context) => {
      counted('too_large');
      // The rest of the body is not read, so the connection can't be reused.
      return context.text('too large', 413, { connection: 'close' });
    },
  });
  const isOurs = (context: Context): boolean => {
    const isGood = isSecret(context.req.query('key'), options.secrets);
    if (!isGood) counted('unsigned');
    return isGood;
  };
  const refused = (context: Context, { wrong, status }: Wrong) => {
    counted('unreadable');
    options.logger.warn({ wrong, status }, 'Kannel delivered a request that can’t be used');
    return status === 200 ? context.body(null, 200) : context.text(wrong, status);
  };
  const taken = async (context: Context, hand: () => Promise<void>): Promise<Response> => {
    try {
      await hand();
      counted('taken');
      return context.body(null, 200);
    } catch (error) {
      counted('failed');
      options.logger.error({ error }, 'A delivery failed and will be repeated');
      return context.text('try again', 503);
    }
  };
  app.post('/mo', limited, async (context) => {
    if (!isOurs(context)) return context.text('the key is wrong', 403);
    const body = new Uint8Array(await context.req.arrayBuffer());
    const message = readInbound(context.req.query(), body, options.institutionOf);
    if ('wrong' in message) return refused(context, message);
    return taken(context, async () => options.inbox.receive([message]));
  });
  app.get('/dlr', async (context) => {
    if (!isOurs(context)) return context.text('the key is wrong', 403);
    const receipt = readReceipt(context.req.query());
    if ('wrong' in receipt) return refused(context, receipt);
    options.heard.note(receipt.messageId);
    const { event } = receipt;
    return taken(context, async () => (event ? options.inbox.happened([event]) : undefined));
  });
  app.all('/mo', (context) => context.text('only POST', 405, { allow: 'POST' }));
  app.all('/dlr', (context) => context.text('only GET', 405, { allow: 'GET' }));
  return app;
}
