import { serve, type ServerType } from '@hono/node-server';
import { Fault } from '../kernel/fault.ts';

/** A web app that listens. */
export interface Listening extends AsyncDisposable {
  /** Such as `http://localhost:4180`. */
  readonly url: string;
}

/**
 * Has an app listen. Disposing of it lets requests under way end, then closes what is left.
 * @param place `port` 0: any that is free
 * @throws Fault `port_in_use`, `cannot_listen`
 */
export async function listen(
  handler: (request: Request, env: object) => Response | Promise<Response>,
  place: { readonly host: string; readonly port: number },
): Promise<Listening> {
  return new Promise((resolve, reject) => {
    const server = serve({ fetch: handler, hostname: place.host, port: place.port }, (address) =>
      resolve({
        url: `http://${place.host}:${address.port}`,
        [Symbol.asyncDispose]: async () => close(server),
      }),
    );
    server.once('error', (cause) => reject(faultOf(cause, place)));
  });
}

function faultOf(cause: Error, { host, port }: { host: string; port: number }): Fault {
  const isTaken = 'code' in cause && cause.code === 'EADDRINUSE';
  return new Fault({
    code: isTaken ? 'port_in_use' : 'cannot_listen',
    message: isTaken
      ? `Port ${port} of ${host} is in use. Stop what listens there, or choose another port`
      : `Nothing can listen at ${host}:${port}: ${cause.message}`,
    retryable: false,
    cause,
  });
}

/** Requests under way are finished; what is still open after this long (an event stream) is ended. */
const graceMilliseconds = 3_000;

async function close(server: ServerType): Promise<void> {
  const closed = new Promise((resolve) => server.close(resolve));
  if ('closeIdleConnections' in server) {
    server.closeIdleConnections();
    const timer = setTimeout(() => server.closeAllConnections(), graceMilliseconds);
    await closed;
    clearTimeout(timer);
    return;
  }
  await closed;
}
