import type { Context } from 'hono';
import type { RequestContext } from '../../operations/request-context.ts';
import type { Html } from '../ui/html.ts';
import { layout } from './layout.ts';

/** The parts of the site, as its navigation names them. */
export type Section = 'accounts' | 'transfer' | 'messages' | 'security';

export interface Page {
  readonly title: string;
  /** Which part of the navigation is lit; absent where nobody is signed in. */
  readonly section?: Section;
  readonly body: Html;
  /** Vendored or own scripts beneath `/static`, loaded deferred; the page works without them. */
  readonly scripts?: readonly string[];
  /** Stylesheets beneath `/static` of this page alone. */
  readonly styles?: readonly string[];
  readonly status?: 200 | 400 | 401 | 403 | 404 | 409 | 410 | 413 | 415 | 422 | 429 | 500 | 503;
}

/** A whole page in the institution's frame. */
export async function page(
  context: Context<{ Variables: { request: RequestContext } }>,
  given: Page,
): Promise<Response> {
  const document = await layout(context.get('request'), {
    ...given,
    path: context.req.method === 'GET' ? pathOf(context.req.url) : '/',
  });
  return context.html(document, given.status ?? 200);
}

function pathOf(url: string): string {
  const { pathname, search } = new URL(url);
  return `${pathname}${search}`;
}
