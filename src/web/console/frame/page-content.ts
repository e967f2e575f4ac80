import type { Html } from '../../ui/html.ts';
import type { Flash } from './flash.ts';
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
