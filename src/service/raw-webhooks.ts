import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import type { Connection } from '../kernel/visitor-address.ts';
import { closedPolicy } from './common-headers.ts';
import type { WebhookAnswer, RawWebhook } from '../messages/raw-webhook.ts';

/**
 * Passes posts to a raw webhook straight to it. Everything else goes to the app: other methods,
 * other paths, bodies that are too long or of unknown length.
 * @param webhooks by path, such as `/x/webhook`
 */
export function besideRawWebhooks(
  webhooks: ReadonlyMap<string, RawWebhook>,
  otherwise: RequestListener,
): RequestListener {
  return (incoming, outgoing) => {
    const webhook = incoming.method === 'POST' ? webhooks.get(incoming.url ?? '') : undefined;
    if (!webhook || !isWithin(incoming, webhook.bodyMax)) {
      otherwise(incoming, outgoing);
      return;
    }
    const pieces: Buffer[] = [];
    incoming.on('data', (piece: Buffer) => pieces.push(piece));
    incoming.on('end', () => {
      const [first] = pieces;
      const raw = first && pieces.length === 1 ? first : Buffer.concat(pieces);
      // On a connection that stays open, the request outlives its answer. Its body need not.
      pieces.length = 0;
      const signature = incoming.headers[webhook.signatureHeader];
      webhook
        .take(raw, typeof signature === 'string' ? signature : undefined)
        .catch((): WebhookAnswer => ({ status: 503, body: { error: 'try again' } }))
        .then((answer) => {
          webhook.answered?.(answer.status, connectionOf(incoming));
          return say(outgoing, answer);
        })
        .catch(() => outgoing.destroy());
    });
  };
}

function connectionOf({ headers, socket }: IncomingMessage): Connection {
  const forwarded = headers['x-forwarded-for'];
  return {
    remote: socket.remoteAddress,
    forwardedFor: Array.isArray(forwarded) ? forwarded.join(',') : forwarded,
  };
}

function isWithin({ headers }: IncomingMessage, bodyMax: number): boolean {
  return headers['transfer-encoding'] === undefined && Number(headers['content-length']) <= bodyMax;
}

function say(outgoing: ServerResponse, { status, body }: WebhookAnswer): void {
  if (outgoing.destroyed) return;
  const text = JSON.stringify(body);
  outgoing.writeHead(status, {
    'content-type': 'application/json',
    'content-length': Buffer.byteLength(text),
    [closedPolicy[0]]: closedPolicy[1],
  });
  outgoing.end(text);
}
