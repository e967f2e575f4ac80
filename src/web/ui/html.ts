import { html, raw } from 'hono/html';
import type { HtmlEscapedString } from 'hono/utils/html';

export { html, raw };

/** A piece of a page. Its values are escaped. */
export type Html = HtmlEscapedString | Promise<HtmlEscapedString>;

/** An empty piece. */
export const nothing = html``;
