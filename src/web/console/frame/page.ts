import { packs } from '../../../languages/index.ts';
import { sayOf } from '../../../languages/say.ts';
import { html } from '../../ui/html.ts';
import { notice } from '../../ui/notice.ts';
import type { ConsoleContext } from './console-env.ts';
import type { ConsolePage } from './page-content.ts';
import { takeFlash } from './flash.ts';
import { layout } from './layout.ts';

/** Renders a whole page of the console. */
export async function page(context: ConsoleContext, given: ConsolePage): Promise<Response> {
  const flash = given.flash ?? takeFlash(context);
  const { pathname, search } = new URL(context.req.url);
  const document = await layout(context.get('request'), {
    ...given,
    ...(flash ? { flash } : {}),
    path: context.req.method === 'GET' ? `${pathname}${search}` : '/',
  });
  return context.html(document, given.status ?? 200);
}

/** A page with one sentence: nothing here, not allowed, failed. */
export async function plainPage(
  context: ConsoleContext,
  given: {
    readonly title: string;
    readonly text: string;
    readonly status: ConsolePage['status'] & number;
  },
): Promise<Response> {
  const say = sayOf(packs[context.get('request').language].console.frame);
  return page(context, {
    title: given.title,
    status: given.status,
    body: html`<div class="plain">
      <h1>${given.title}</h1>
      ${notice(given.status === 404 ? 'tell' : 'wrong', given.text)}
      <p><a class="button" href="/">${say('back')}</a></p>
    </div>`,
  });
}
