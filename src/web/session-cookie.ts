import type { Context } from 'hono';
import { deleteCookie, getCookie, setCookie } from 'hono/cookie';
import type { World } from '../kernel/world.ts';
import type { Cookies } from '../operations/cookies.ts';

const ownNames = { session: 'mv_session', step: 'mv_step', device: 'mv_device' } as const;

/** Cookies of a frame in another site. A tab of its own never reads them, so no form in a frame moves money. */
const framedNames = {
  session: 'mv_framed_session',
  step: 'mv_framed_step',
  device: 'mv_framed_device',
} as const;

/**
 * The cookies of one request. Over https they carry the prefix `__Host-`, so that browsers accept
 * them from this host only.
 * `http://localhost`, where a demonstration runs, can't have it. No script reads them, and no other
 * site's form sends them.
 * @param given `publicUrl`: the address of the site for members. `embedded`: the page is in another site's frame. Then cookies belong
 * to this site within that one (partitioned), and come along there only
 */
export function cookiesOf(
  context: Context,
  given: { readonly publicUrl: string; readonly world: World; readonly embedded?: boolean },
): Cookies {
  const hasHttps = given.publicUrl.startsWith('https:');
  const names = given.embedded ? framedNames : ownNames;
  const options = {
    path: '/',
    httpOnly: true,
    ...(given.embedded
      ? ({ sameSite: 'None', secure: true, partitioned: true } as const)
      : ({ sameSite: 'Lax', secure: hasHttps } as const)),
    ...(hasHttps ? { prefix: 'host' as const } : {}),
  } as const;
  return {
    read: (name) =>
      hasHttps ? getCookie(context, names[name], 'host') : getCookie(context, names[name]),
    set: (name, token, until) => {
      const seconds = Math.floor(given.world.clock.now().until(until).total('seconds'));
      setCookie(context, names[name], token, { ...options, maxAge: Math.max(0, seconds) });
    },
    clear: (name) => {
      deleteCookie(context, names[name], options);
    },
  };
}
