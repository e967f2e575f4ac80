import type { Context } from 'hono';
import { deleteCookie, getCookie, setCookie } from 'hono/cookie';
import type { World } from '../kernel/world.ts';
import type { Cookies } from '../operations/cookies.ts';

const names = { session: 'mv_session', step: 'mv_step', device: 'mv_device' } as const;

/**
 * The cookies of one request. Over https they carry the prefix `__Host-`, so that browsers accept
 * them from this host only.
 * `http://localhost`, where a demonstration runs, can't have it. No script reads them, and no other
 * site's form sends them.
 * @param given `publicUrl`: the address of the site for members
 */
export function cookiesOf(
  context: Context,
  given: { readonly publicUrl: string; readonly world: World },
): Cookies {
  const secure = given.publicUrl.startsWith('https:');
  const options = {
    path: '/',
    httpOnly: true,
    sameSite: 'Lax',
    secure,
    ...(secure ? { prefix: 'host' as const } : {}),
  } as const;
  return {
    read: (name) =>
      secure ? getCookie(context, names[name], 'host') : getCookie(context, names[name]),
    set: (name, token, until) => {
      const seconds = Math.floor(given.world.clock.now().until(until).total('seconds'));
      setCookie(context, names[name], token, { ...options, maxAge: Math.max(0, seconds) });
    },
    clear: (name) => {
      deleteCookie(context, names[name], options);
    },
  };
}
