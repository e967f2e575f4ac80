import { Hono } from 'hono';
import { isMembers } from '../../../operations/request-context.ts';
import { embedPath } from '../../frame/embedding.ts';
import type { PortalEnv } from '../../frame/visit.ts';

/**
 * The address that another online bank puts into its frame. It leads to the Messages section: at once with a session in this frame,
 * else by the other bank's sign-in, without a word to the member.
 */
export function createEmbedPage(): Hono<PortalEnv> {
  const pages = new Hono<PortalEnv>();
  pages.get(embedPath, (context) => {
    const isIn = context.get('embedding') === undefined || isMembers(context.get('request'));
    return context.redirect(isIn ? '/messages' : '/sign-in/single-sign-on?next=/messages', 303);
  });
  return pages;
}
