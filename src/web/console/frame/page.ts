import { packs } from '../../../languages/index.ts';
import { sayOf } from '../../../languages/say.ts';
import { html, type Html } from '../../ui/html.ts';
import { notice } from '../../ui/notice.ts';
import type { ConsoleContext } from './console-env.ts';
import { takeFlash, type Flash } from './flash.ts';
import { layout } from './layout.ts';
import type { Section } from './sections.ts';

export interface ConsolePage {
  readonly title: string;
  /** The current section of the navigation. Absent for a stranger. */
  readonly section?: Section;
  readonly body: Html;
  /** News beside the page's own: what just happened. */
  readonly flash?: Flash | undefined;
  /** Scripts under `/static`, loaded deferred. The page works without them. */
  readonly scripts?: readonly string[];
  /** Fills the window without a margin, as the inbox does. */
  readonly wide?: boolean;
  readonly status?: 200 | 400 | 401 | 403 | 404 | 409 | 413 | 422 | 429 | 500 | 503;
}

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
