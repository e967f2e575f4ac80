import type { Html } from '../ui/html.ts';

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
