import { getConnInfo } from '@hono/node-server/conninfo';
import type { Context } from 'hono';
import type { Connection } from '../kernel/visitor-address.ts';

/** Gives the network address of a request. Tests call without a connection: then there is none. */
export function connectionOf(context: Context): Connection {
  const isConnected = context.env !== undefined && 'incoming' in Object(context.env);
  return {
    remote: isConnected ? getConnInfo(context).remote.address : undefined,
    forwardedFor: context.req.header('x-forwarded-for'),
  };
}
