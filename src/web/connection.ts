import { getConnInfo } from '@hono/node-server/conninfo';
import type { Context } from 'hono';
import type { Connection } from '../kernel/visitor-address.ts';

/** Where a request comes from. Called without a connection, as tests do, there is no remote address. */
export function connectionOf(context: Context): Connection {
  const isConnected = context.env !== undefined && 'incoming' in Object(context.env);
  return {
    remote: isConnected ? getConnInfo(context).remote.address : undefined,
    forwardedFor: context.req.header('x-forwarded-for'),
  };
}
