import type { Context } from 'hono';
import type { Act, MemberAct } from '../../act.ts';

/** What each request to the site carries through Hono's context. */
export interface PortalEnv {
  readonly Variables: {
    readonly act: Act;
  };
}

export type PortalContext = Context<PortalEnv>;

/** Signed in, as the guard of the route has made sure. */
export interface MemberEnv {
  readonly Variables: {
    readonly act: MemberAct;
  };
}

export type MemberContext = Context<MemberEnv>;
