import { html, nothing, type Html } from '../../ui/html.ts';
import type { ConsoleContext } from '../frame/console-env.ts';

/** How many rows one page of a list shows. */
export const listPage = 100;

/** How many rows of a list come before this page. */
export function skippedIn(context: ConsoleContext): number {
  const asked = Number(context.req.query('skip'));
  return Number.isInteger(asked) && asked > 0 ? Math.min(asked, 100_000) : 0;
}

/** A link to the rows after this page, if there are any. */
export function moreLink(
  context: ConsoleContext,
  { text, isMore }: { readonly text: string; readonly isMore: boolean },
): Html {
  if (!isMore) return html`${nothing}`;
  const url = new URL(context.req.url);
  url.searchParams.set('skip', String(skippedIn(context) + listPage));
  return html`<p><a class="button" href="${url.pathname}${url.search}" rel="next">${text}</a></p>`;
}
