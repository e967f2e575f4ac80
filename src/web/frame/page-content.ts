import type { Html } from '../ui/html.ts';

/** The sections of the site, as its navigation names them. */
export type Section = 'accounts' | 'transfer' | 'messages' | 'security';

export interface Page {
  readonly title: string;
  /** The current section in the navigation. Absent for a stranger. */
  readonly section?: Section;
  readonly body: Html;
  /** Vendored or own scripts under `/static`, loaded deferred. The page works without them. */
  readonly scripts?: readonly string[];
  /** Stylesheets under `/static` for this page alone. */
  readonly styles?: readonly string[];
  readonly status?: 200 | 400 | 401 | 403 | 404 | 409 | 410 | 413 | 415 | 422 | 429 | 500 | 503;
}
