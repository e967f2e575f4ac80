import type { MiddlewareHandler } from 'hono';

/** Names by which this computer reaches itself. */
const loopback = /^(?:localhost|127\.0\.0\.1|\[::1\])(?::\d+)?$/;

/**
 * Blocks pages elsewhere from reaching the demonstration by another name, and from posting to it.
 */
export const loopbackOnly: MiddlewareHandler = async (context, next) => {
  const host = context.req.header('host') ?? '';
  if (!loopback.test(host)) return context.text('Only at http://localhost', 403);
  const origin = context.req.header('origin');
  const isRead = context.req.method === 'GET' || context.req.method === 'HEAD';
  if (!isRead && origin !== undefined && origin !== `http://${host}`)
    return context.text('Only from this page', 403);
  return next();
};
