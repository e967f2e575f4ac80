import type { Context } from 'hono';
import type { RequestContext } from '../../operations/request-context.ts';

/** The values that each request to the site carries in Hono's context. */
export interface PortalEnv {
  readonly Variables: {
    readonly request: RequestContext;
  };
}

export type PortalContext = Context<PortalEnv>;
