import type { MiddlewareHandler } from 'hono';
import { embedPath } from './embedding.ts';
import type { PortalEnv } from './visit.ts';

/** Only members may open pages under these paths. */
export const guarded = ['/accounts', '/transfer', '/messages'] as const;

/**
 * Sends strangers to the sign-in page, and afterwards back to their page. Does not carry out what
 * they posted.
 */
export const guard: MiddlewareHandler<PortalEnv> = async (context, next) => {
  if ('member' in context.get('request')) return next();
  if (context.get('embedding')) return context.redirect(embedPath, 303);
  const { pathname, search } = new URL(context.req.url);
  const target = context.req.method === 'GET' ? `${pathname}${search}` : '/accounts';
  return context.redirect(`/sign-in?next=${encodeURIComponent(target)}`, 303);
};
