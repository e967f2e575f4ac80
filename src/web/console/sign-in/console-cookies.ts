import type { Context } from 'hono';
import { deleteCookie, getCookie, setCookie } from 'hono/cookie';
import type { World } from '../../../kernel/world.ts';

/**
 * The cookies by which the console knows a browser. `session`: the person who is signed in. `activation`: an invited person who gave their
 * code. `trip`: somebody on their way to the identity provider and back.
 */
const names = {
  session: 'console_session',
  activation: 'console_activation',
  trip: 'console_trip',
} as const;

export type ConsoleCookie = keyof typeof names;

export interface ConsoleCookies {
  read(name: ConsoleCookie): string | undefined;
  set(name: ConsoleCookie, token: string, until: Temporal.Instant): void;
  clear(name: ConsoleCookie): void;
}

/**
 * The console's cookies of one request. Over https browsers accept them from this host only. No script reads them. They come along when the
 * identity provider sends the browser back, but with no other site's form.
 */
export function consoleCookies(
  context: Context,
  { consoleUrl, world }: { readonly consoleUrl: string; readonly world: Pick<World, 'clock'> },
): ConsoleCookies {
  const secure = consoleUrl.startsWith('https:');
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
      const seconds = Math.floor(world.clock.now().until(until).total('seconds'));
      setCookie(context, names[name], token, { ...options, maxAge: Math.max(0, seconds) });
    },
    clear: (name) => {
      deleteCookie(context, names[name], options);
    },
  };
}
