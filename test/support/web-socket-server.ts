import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Duplex } from 'node:stream';

/** The other end of a browser’s WebSocket. */
export interface SocketPeer {
  send(text: string): void;
}

/**
 * Listens for WebSockets on the loopback (RFC 6455): texts of one frame each, which is what browsers
 * send of this length. It answers pings and closes.
 * @param heard gets each text
 */
export async function listenForSockets(
  heard: (text: string, peer: SocketPeer) => void,
): Promise<{ readonly url: string } & AsyncDisposable> {
  const sockets = new Set<Duplex>();
  const server = createServer((_request, response) => response.writeHead(426).end());
  server.on('upgrade', (request, socket) => {
    const accept = createHash('sha1')
      .update(`${request.headers['sec-websocket-key']}258EAFA5-E914-47DA-95CA-C5AB0DC85B11`)
      .digest('base64');
    const protocol = request.headers['sec-websocket-protocol'];
    socket.write(
      [
        'HTTP/1.1 101 Switching Protocols',
        'upgrade: websocket',
        'connection: upgrade',
        `sec-websocket-accept: ${accept}`,
        ...(protocol === undefined ? [] : [`sec-websocket-protocol: ${protocol}`]),
        '\r\n',
      ].join('\r\n'),
    );
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
    socket.on('error', () => socket.destroy());
    reading(socket, (text) => heard(text, { send: (said) => socket.write(frame(1, said)) }));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- it listens on a port
  const { port } = server.address() as AddressInfo;
  return {
    url: `ws://127.0.0.1:${port}/`,
    [Symbol.asyncDispose]: async () => {
      for (const socket of sockets) socket.destroy();
      server.close();
      await once(server, 'close');
    },
  };
}

function reading(socket: Duplex, heard: (text: string) => void): void {
  let rest = Buffer.alloc(0);
  socket.on('data', (data: Buffer) => {
    rest = Buffer.concat([rest, data]);
    for (let one = firstFrame(rest); one; one = firstFrame(rest)) {
      rest = rest.subarray(one.length);
      if (one.kind === 1) heard(one.body.toString());
      else if (one.kind === 8) socket.end(frame(8, one.body));
      else if (one.kind === 9) socket.write(frame(10, one.body));
    }
  });
}

/** Reads a browser’s frame, which is masked. @returns `undefined` if more of it has to come */
function firstFrame(data: Buffer) {
  if (data.length < 2) return undefined;
  const short = data.readUInt8(1) & 127;
  const at = short === 126 ? 4 : short === 127 ? 10 : 2;
  if (data.length < at) return undefined;
  const size =
    short === 126 ? data.readUInt16BE(2) : short === 127 ? Number(data.readBigUInt64BE(2)) : short;
  const length = at + 4 + size;
  if (data.length < length) return undefined;
  const mask = data.subarray(at, at + 4);
  const body = data.subarray(at + 4, length).map((byte, index) => byte ^ (mask[index % 4] ?? 0));
  return { kind: data.readUInt8(0) & 15, body: Buffer.from(body), length };
}

function frame(kind: number, said: string | Buffer): Buffer {
  const body = Buffer.from(said);
  const head = Buffer.from([128 | kind, body.length < 126 ? body.length : 126]);
  if (body.length < 126) return Buffer.concat([head, body]);
  const size = Buffer.alloc(2);
  size.writeUInt16BE(body.length);
  return Buffer.concat([head, size, body]);
}
