import {
  createDecipheriv,
  createECDH,
  createHmac,
  createPublicKey,
  randomBytes,
  verify,
} from 'node:crypto';
import { createServer, type IncomingMessage, type RequestListener } from 'node:http';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import type { PostPush } from '../../src/push/post-push.ts';

/** A push as its device reads it. */
export interface Received {
  readonly device: string;
  readonly payload: unknown;
  readonly headers: IncomingMessage['headers'];
  /** The claims of the token, whose signature was checked. */
  readonly claims: { readonly aud: string; readonly exp: number; readonly sub: string };
}

/** What a browser gives with its subscription. */
export interface TestSubscription {
  readonly endpoint: string;
  readonly p256dh: string;
  readonly auth: string;
}

/**
 * A push service on the loopback, and the devices behind it, written after RFC 8030, 8188, 8291 and 8292, independently of the code that
 * sends. It checks each token and decrypts each push.
 */
export async function startPushService() {
  const devices = new Map<string, { ecdh: ReturnType<typeof createECDH>; auth: Buffer }>();
  const received: Received[] = [];
  const answers: State['answers'] = [];
  const faults: string[] = [];
  const server = createServer(answering({ devices, received, answers, faults }));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- it listens on a port
  const { port } = server.address() as AddressInfo;
  const post: PostPush = async ({ endpoint, headers, body }) => {
    const { pathname } = new URL(endpoint);
    const answer = await fetch(`http://127.0.0.1:${port}${pathname}`, {
      method: 'POST',
      headers,
      body: Buffer.from(body),
    });
    return {
      status: answer.status,
      retryAfter: answer.headers.get('retry-after') ?? undefined,
    };
  };
  return {
    post,
    received,
    faults,
    /** The next answers, instead of 201. */
    answers,
    /** A new device's subscription. */
    subscribe: (): TestSubscription => {
      const ecdh = createECDH('prime256v1');
      const p256dh = ecdh.generateKeys();
      const auth = randomBytes(16);
      const name = randomBytes(12).toString('hex');
      devices.set(name, { ecdh, auth });
      return {
        endpoint: `https://push.example/${name}`,
        p256dh: p256dh.toString('base64url'),
        auth: auth.toString('base64url'),
      };
    },
    [Symbol.asyncDispose]: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

interface State {
  readonly devices: ReadonlyMap<string, { ecdh: ReturnType<typeof createECDH>; auth: Buffer }>;
  readonly received: Received[];
  readonly answers: { status: number; retryAfter?: string }[];
  readonly faults: string[];
}

/** Takes a push: checks its token, decrypts it, and gives the next answer. */
function answering({ devices, received, answers, faults }: State): RequestListener {
  return (request, response) => {
    const parts: Buffer[] = [];
    request.on('data', (part: Buffer) => parts.push(part));
    request.on('end', () => {
      const answer = answers.shift() ?? { status: 201 };
      const device = (request.url ?? '').slice(1);
      const keys = devices.get(device);
      try {
        if (!keys) throw new Error('no such device');
        const claims = claimsOf(request.headers.authorization ?? '');
        const plain = decrypt(Buffer.concat(parts), keys);
        if (answer.status < 300)
          received.push({
            device,
            payload: JSON.parse(plain.toString()),
            headers: request.headers,
            claims,
          });
      } catch (error) {
        faults.push(String(error));
      }
      response.writeHead(
        answer.status,
        answer.retryAfter === undefined ? {} : { 'retry-after': answer.retryAfter },
      );
      response.end();
    });
  };
}

/** Checks `vapid t=…, k=…`, and gives the claims. */
function claimsOf(header: string): Received['claims'] {
  const match = /^vapid t=([\w-]+)\.([\w-]+)\.([\w-]+), k=([\w-]{87})$/.exec(header);
  if (!match) throw new Error(`no token: ${header}`);
  const [, head = '', body = '', signature = '', key = ''] = match;
  const point = Buffer.from(key, 'base64url');
  const publicKey = createPublicKey({
    format: 'jwk',
    key: {
      kty: 'EC',
      crv: 'P-256',
      x: point.subarray(1, 33).toString('base64url'),
      y: point.subarray(33).toString('base64url'),
    },
  });
  const isSigned = verify(
    'sha256',
    Buffer.from(`${head}.${body}`),
    { key: publicKey, dsaEncoding: 'ieee-p1363' },
    Buffer.from(signature, 'base64url'),
  );
  if (!isSigned) throw new Error('the token is not signed by its key');
  return JSON.parse(Buffer.from(body, 'base64url').toString());
}

/** Decrypts an `aes128gcm` body for a device (RFC 8291 section 3.4, RFC 8188 section 2). */
export function decrypt(
  body: Buffer,
  { ecdh, auth }: { readonly ecdh: ReturnType<typeof createECDH>; readonly auth: Buffer },
): Buffer {
  const salt = body.subarray(0, 16);
  const keyLength = body[20] ?? 0;
  const sender = body.subarray(21, 21 + keyLength);
  const record = body.subarray(21 + keyLength);
  if (record.length > body.readUInt32BE(16)) throw new Error('more than one record');
  const hmac = (key: Buffer, ...parts: (Buffer | string)[]) =>
    parts.reduce((mac, part) => mac.update(part), createHmac('sha256', key)).digest();
  const extracted = hmac(auth, ecdh.computeSecret(sender));
  const key = hmac(extracted, 'WebPush: info\0', ecdh.getPublicKey(), sender, '\x01');
  const pseudo = hmac(salt, key);
  const contentKey = hmac(pseudo, 'Content-Encoding: aes128gcm\0', '\x01').subarray(0, 16);
  const nonce = hmac(pseudo, 'Content-Encoding: nonce\0', '\x01').subarray(0, 12);
  const decipher = createDecipheriv('aes-128-gcm', contentKey, nonce);
  decipher.setAuthTag(record.subarray(-16));
  const padded = Buffer.concat([decipher.update(record.subarray(0, -16)), decipher.final()]);
  const end = padded.findLastIndex((byte) => byte !== 0);
  if (padded[end] !== 2) throw new Error('no last record');
  return padded.subarray(0, end);
}
