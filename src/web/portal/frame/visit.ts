import type { Context } from 'hono';
import type { Act } from '../../act.ts';

/** What each request to the site carries through Hono's context. */
export interface PortalEnv {
  readonly Variables: {
    readonly act: Act;
  };
}

export type PortalContext = Context<PortalEnv>;
