import type { Context } from 'hono';
import type { RequestContext } from '../../operations/request-context.ts';
import type { Embedding } from './embedding.ts';

/** The values that each request to the site carries in Hono's context. */
export interface PortalEnv {
  readonly Variables: {
    readonly request: RequestContext;
    /** Set if another site shows the page in a frame. */
    readonly embedding?: Embedding | undefined;
    /** The styles inside the document, which the content policy then allows by their digest. */
    readonly inlineStyle?: string;
  };
}

export type PortalContext = Context<PortalEnv>;
