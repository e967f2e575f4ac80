import type { RequestContext } from '../../operations/request-context.ts';
import type { Refused } from '../../operations/refusals.ts';
import { html } from '../ui/html.ts';
import { notice } from '../ui/notice.ts';
import { page } from './page.ts';
import type { Page } from './page-content.ts';
import { packs } from '../../languages/index.ts';
import { sayOf } from '../../languages/say.ts';
import { tell } from '../../operations/perform.ts';
import type { PortalContext } from './visit.ts';

/** The page for a refusal without a page of its own: another site's form, too many requests. */
export async function refusedPage(context: PortalContext, refused: Refused): Promise<Response> {
  const request = context.get('request');
  const told = tell(request, refused);
  const response = await simple(context, {
    title: sayOf(packs[request.language].site.frame)('refused'),
    text: told.text,
    status: told.status === 413 || told.status === 429 || told.status === 503 ? told.status : 403,
  });
  if (told.retryAt) {
    const seconds = request.world.clock.now().until(told.retryAt).total('seconds');
    response.headers.set('retry-after', String(Math.max(1, Math.ceil(seconds))));
  }
  return response;
}

/** The page for an unknown path. */
export async function notFoundPage(context: PortalContext): Promise<Response> {
  const say = sayOf(packs[context.get('request').language].site.frame);
  return simple(context, {
    title: say('not_found'),
    text: say('not_found_text'),
    status: 404,
  });
}

/**
 * The page for an error of ours. It never claims that nothing was done.
 * @param id the error's name in the log
 */
export async function failedPage(context: PortalContext, id: string): Promise<Response> {
  const say = sayOf(packs[context.get('request').language].site.frame);
  return simple(context, {
    title: say('failed'),
    text: say('failed_text', { id }),
    status: 500,
  });
}

async function simple(
  context: PortalContext,
  given: { readonly title: string; readonly text: string; readonly status: Page['status'] },
): Promise<Response> {
  const { language }: RequestContext = context.get('request');
  return page(context, {
    title: given.title,
    ...(given.status === undefined ? {} : { status: given.status }),
    body: html`<div class="stack access">
      <h1>${given.title}</h1>
      ${notice(given.status === 404 ? 'tell' : 'wrong', given.text)}
      <p><a class="button" href="/">${sayOf(packs[language].site.frame)('home')}</a></p>
    </div>`,
  });
}
