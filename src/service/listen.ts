import { createServer, type RequestListener, type Server } from 'node:http';
import { getRequestListener } from '@hono/node-server';
import { systemClock } from '../kernel/clock.ts';
import { Fault } from '../kernel/fault.ts';
import type { RawWebhook } from '../messages/raw-webhook.ts';
import { createBareConnections, type BareConnections } from './bare/bare-connections.ts';
import { closedPolicy, commonHeaders } from './common-headers.ts';

/** A web app that listens. */
export interface Listening extends AsyncDisposable {
  /** Such as `http://localhost:4180`. */
  readonly url: string;
}

/**
 * How long a request may take to arrive, in milliseconds: its headers, and all of it. Deliveries
 * and forms take a moment.
 */
export interface Patience {
  readonly head: number;
  readonly whole: number;
  /** How often we check for slow requests. */
  readonly every: number;
}

const patience: Patience = { head: 15_000, whole: 30_000, every: 5_000 };

/**
 * Makes an app listen. A slow sender gets 408 and is cut off. Disposing of it finishes open
 * requests, then closes all connections.
 * @param place `port` 0 means any free port
 * @param webhooks by path, handlers of posts that bypass the app
 * @throws Fault `port_in_use`, `cannot_listen`
 */
export async function listen(
  handler: (request: Request, env: object) => Response | Promise<Response>,
  place: { readonly host: string; readonly port: number },
  webhooks: ReadonlyMap<string, RawWebhook> = new Map(),
  { head, whole, every }: Patience = patience,
): Promise<Listening> {
  return new Promise((resolve, reject) => {
    const server = createServer(
      { headersTimeout: head, requestTimeout: whole, connectionsCheckingInterval: every },
      withHeaders(listenerOf(handler)),
    );
    const bare = bareBefore(server, webhooks, { head, whole, every });
    server.once('error', (cause) => reject(faultOf(cause, place)));
    server.listen(place.port, place.host, () => {
      const address = server.address();
      const port = typeof address === 'object' && address ? address.port : place.port;
      resolve({
        url: `http://${place.host}:${port}`,
        [Symbol.asyncDispose]: async () => close(server, bare),
      });
    });
  });
}

/**
 * Lets plain posts to these webhooks bypass the HTTP server. A connection starts here, and the
 * server gets it with its first other request.
 */
function bareBefore(
  server: Server,
  webhooks: ReadonlyMap<string, RawWebhook>,
  patience: Patience,
): BareConnections {
  const listeners = server.listeners('connection');
  const bare = createBareConnections({
    clock: systemClock,
    webhooks,
    headers: [...commonHeaders, closedPolicy],
    patience: { ...patience, idle: server.keepAliveTimeout },
    otherwise: (socket) => {
      for (const listener of listeners) Reflect.apply(listener, server, [socket]);
    },
  });
  server.removeAllListeners('connection');
  server.on('connection', (socket) => bare.take(socket));
  return bare;
}

/** Sets the headers of every answer. The answer's own headers win. */
function withHeaders(listener: RequestListener): RequestListener {
  return (incoming, outgoing) => {
    for (const [name, value] of commonHeaders) outgoing.setHeader(name, value);
    listener(incoming, outgoing);
  };
}

function listenerOf(
  handler: (request: Request, env: object) => Response | Promise<Response>,
): RequestListener {
  const listener = getRequestListener(handler);
  return (incoming, outgoing) => {
    void listener(incoming, outgoing);
  };
}

function faultOf(cause: Error, { host, port }: { host: string; port: number }): Fault {
  const isTaken = 'code' in cause && cause.code === 'EADDRINUSE';
  return new Fault({
    code: isTaken ? 'port_in_use' : 'cannot_listen',
    message: isTaken
      ? `Port ${port} of ${host} is in use. Stop the program that uses it, or choose another port`
      : `Nothing can listen at ${host}:${port}: ${cause.message}`,
    retryable: false,
    cause,
  });
}

/** Finishes open requests. Ends those that stay open longer than this, such as an event stream. */
const graceMilliseconds = 3_000;

async function close(server: Server, bare: BareConnections): Promise<void> {
  const closed = new Promise((resolve) => server.close(resolve));
  server.closeIdleConnections();
  bare.finish();
  const timer = setTimeout(() => {
    server.closeAllConnections();
    bare.destroy();
  }, graceMilliseconds);
  await closed;
  clearTimeout(timer);
}
