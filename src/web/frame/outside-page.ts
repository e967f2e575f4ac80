import type { MiddlewareHandler } from 'hono';
import { packs } from '../../languages/index.ts';
import { sayOf } from '../../languages/say.ts';
import { html } from '../ui/html.ts';
import { mayBeFramed } from './embedding.ts';
import { page } from './page.ts';
import type { PortalContext, PortalEnv } from './visit.ts';

/**
 * Keeps pages outside the Messages section out of other sites' frames. A frame gets a link that opens the page in a tab of its own;
 * what it posts is not carried out.
 */
export const keepOutside: MiddlewareHandler<PortalEnv> = async (context, next) => {
  if (context.get('embedding') === undefined || mayBeFramed(context.req.path)) return next();
  return outsidePage(context);
};

async function outsidePage(context: PortalContext): Promise<Response> {
  const { institution, language } = context.get('request');
  const say = sayOf(packs[language].site.frame);
  const portal = institution.settings.portalName;
  const { pathname, search } = new URL(context.req.url);
  const path = context.req.method === 'GET' ? `${pathname}${search}` : '/messages';
  return page(context, {
    title: say('outside', { portal }),
    body: html`<div class="stack access">
      <h1>${say('outside', { portal })}</h1>
      <p>${say('outside_text')}</p>
      <p>
        <a class="button primary" href="${path}" target="_blank" rel="noopener"
          >${say('outside_open', { portal })}</a
        >
      </p>
    </div>`,
  });
}
