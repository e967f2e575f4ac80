import { randomUUID } from 'node:crypto';
import type { PostPush } from '../../src/push/post-push.ts';
import { listenForSockets, type SocketPeer } from './web-socket-server.ts';

/** A push service to which Firefox connects, and which takes our pushes for it. */
export interface MozillaPush extends AsyncDisposable {
  /** What Firefox has to be told: the setting `dom.push.serverURL`. */
  readonly url: string;
  /** Takes a push, and gives it to the browser as it is. */
  readonly post: PostPush;
  /** What Firefox said of each push: 100 means that it was decrypted and given to the worker. */
  readonly codes: readonly number[];
  /** The keys to which Firefox bound its subscriptions. */
  readonly boundTo: readonly string[];
}

/** The host of the addresses that the push service gives. */
export const mozillaPushHost = 'push.example';

/** What Firefox says: the fields that are read here. */
interface Said {
  readonly messageType?: string;
  readonly channelID?: string;
  readonly key?: string;
  readonly updates?: readonly { readonly code: number }[];
}

/**
 * Starts a push service on the loopback that speaks the protocol between Firefox and Mozilla’s own
 * (autopush): `hello`, `register`, `notification`, `ack`.
 */
export async function startMozillaPush(): Promise<MozillaPush> {
  const codes: number[] = [];
  const boundTo: string[] = [];
  const subscribed = new Map<string, SocketPeer>();
  const server = await listenForSockets((text, peer) => {
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- unknown fields are not read
    const said = JSON.parse(text) as Said;
    const { messageType, channelID = '' } = said;
    const answer = (more: object) =>
      peer.send(JSON.stringify({ messageType, status: 200, ...more }));
    if (messageType === 'hello')
      answer({ uaid: randomUUID().replaceAll('-', ''), use_webpush: true, broadcasts: {} });
    else if (messageType === 'register') {
      subscribed.set(channelID, peer);
      boundTo.push(said.key ?? '');
      answer({ channelID, pushEndpoint: `https://${mozillaPushHost}/${channelID}` });
    } else if (messageType === 'unregister') {
      subscribed.delete(channelID);
      answer({ channelID });
    } else if (messageType === 'ack') codes.push(...(said.updates ?? []).map(({ code }) => code));
  });
  return {
    url: server.url,
    codes,
    boundTo,
    post: async ({ endpoint, headers, body }) => {
      const channelID = new URL(endpoint).pathname.slice(1);
      const peer = subscribed.get(channelID);
      if (!peer) return { status: 410 };
      peer.send(
        JSON.stringify({
          messageType: 'notification',
          channelID,
          version: randomUUID(),
          ttl: Number(headers['ttl']),
          data: Buffer.from(body).toString('base64url'),
          headers: { encoding: headers['content-encoding'] },
        }),
      );
      return { status: 201 };
    },
    [Symbol.asyncDispose]: async () => server[Symbol.asyncDispose](),
  };
}
