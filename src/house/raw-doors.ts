import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import type { Connection } from '../kernel/visitor-address.ts';
import { closedPolicy } from './common-headers.ts';
import type { DoorAnswer, RawDoor } from '../messages/raw-door.ts';

/**
 * Hands what is posted to a raw door to it, and everything else on: other methods, other paths, bodies that are too long or whose
 * length is not said.
 * @param doors by path, such as `/x/webhook`
 */
export function besideRawDoors(
  doors: ReadonlyMap<string, RawDoor>,
  otherwise: RequestListener,
): RequestListener {
  return (incoming, outgoing) => {
    const door = incoming.method === 'POST' ? doors.get(incoming.url ?? '') : undefined;
    if (!door || !isWithin(incoming, door.bodyMax)) {
      otherwise(incoming, outgoing);
      return;
    }
    const pieces: Buffer[] = [];
    incoming.on('data', (piece: Buffer) => pieces.push(piece));
    incoming.on('end', () => {
      const [first] = pieces;
      const raw = first && pieces.length === 1 ? first : Buffer.concat(pieces);
      // The request outlives its answer on a connection that is kept open; its body need not.
      pieces.length = 0;
      const signature = incoming.headers[door.signatureHeader];
      door
        .take(raw, typeof signature === 'string' ? signature : undefined)
        .catch((): DoorAnswer => ({ status: 503, body: { error: 'try again' } }))
        .then((answer) => {
          door.answered?.(answer.status, connectionOf(incoming));
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

function say(outgoing: ServerResponse, { status, body }: DoorAnswer): void {
  if (outgoing.destroyed) return;
  const text = JSON.stringify(body);
  outgoing.writeHead(status, {
    'content-type': 'application/json',
    'content-length': Buffer.byteLength(text),
    [closedPolicy[0]]: closedPolicy[1],
  });
  outgoing.end(text);
}
