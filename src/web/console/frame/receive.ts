import type { MiddlewareHandler } from 'hono';
import { hostOfRequest } from '../../../kernel/public-url.ts';
import { visitorAddress } from '../../../kernel/visitor-address.ts';
import { isLanguage, defaultLanguage, type Language } from '../../../kernel/vocabulary/language.ts';
import { getCookie } from 'hono/cookie';
import { parseAccept } from 'hono/utils/accept';
import { connectionOf } from '../../connection.ts';
import type { ConsoleOptions } from './console-options.ts';
import type { ConsoleContext, ConsoleEnv, ConsoleRequest } from './console-env.ts';

/** Makes the context of each request: institution, person, network address, language. */
export function receiveConsole(options: ConsoleOptions): MiddlewareHandler<ConsoleEnv> {
  const { consoleAt, portsOf, coreOf, signedInBy, proxies = 0, ...given } = options;
  return async (context, next) => {
    const place = await consoleAt(hostOfRequest(context.req.raw));
    if (!place)
      return context.text('No console is served at this address. Check its spelling.\n', 421);
    const { institution, consoleUrl } = place;
    const found = await signedInBy(context, { institution, consoleUrl });
    const { db, keyring, world, logger, metrics, security, queued, proveIn } = given;
    const request: ConsoleRequest = {
      db,
      keyring,
      world,
      logger,
      metrics,
      security,
      queued,
      proveIn,
      institution,
      core: coreOf(institution),
      ports: portsOf(institution),
      consoleUrl,
      language: languageOf(context, found?.language),
      from: visitorAddress(connectionOf(context), proxies),
      device: (context.req.header('user-agent') ?? '').slice(0, 200),
      ...(found ? { principal: found.principal, sessionId: found.sessionId } : {}),
    };
    context.set('request', request);
    return next();
  };
}

export const languageCookie = 'console_language';

function languageOf(context: ConsoleContext, own: Language | undefined): Language {
  const chosen = getCookie(context, languageCookie);
  if (chosen !== undefined && isLanguage(chosen)) return chosen;
  if (own !== undefined) return own;
  const asked = parseAccept(context.req.header('accept-language') ?? '').map(({ type }) =>
    type.slice(0, 2).toLowerCase(),
  );
  return asked.find((one) => isLanguage(one)) ?? defaultLanguage;
}
