import type { MiddlewareHandler } from 'hono';
import type { PortalEnv } from './visit.ts';

/** Beneath these everything is for members alone. */
export const guarded = ['/accounts', '/transfer', '/messages'] as const;

/** Sends who is not signed in to the door, and from there back to where they were going; what they posted is not carried out. */
export const guard: MiddlewareHandler<PortalEnv> = async (context, next) => {
  if ('member' in context.get('request')) return next();
  const { pathname, search } = new URL(context.req.url);
  const target = context.req.method === 'GET' ? `${pathname}${search}` : '/accounts';
  return context.redirect(`/sign-in?next=${encodeURIComponent(target)}`, 303);
};
