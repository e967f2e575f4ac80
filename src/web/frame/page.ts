import type { Page } from './page-content.ts';
import type { Context } from 'hono';
import type { RequestContext } from '../../operations/request-context.ts';
import type { Embedding } from './embedding.ts';
import { layout } from './layout.ts';

/** Renders a whole page in the institution's frame. */
export async function page(
  context: Context<{
    Variables: { request: RequestContext; embedding?: Embedding | undefined };
  }>,
  given: Page,
): Promise<Response> {
  const document = await layout(context.get('request'), {
    ...given,
    embedding: context.get('embedding'),
    path: context.req.method === 'GET' ? pathOf(context.req.url) : '/',
  });
  return context.html(document, given.status ?? 200);
}

function pathOf(url: string): string {
  const { pathname, search } = new URL(url);
  return `${pathname}${search}`;
}
