import type { MiddlewareHandler } from 'hono';
import { findSession } from '../../access/sessions.ts';
import { visitorAddress } from '../../kernel/visitor-address.ts';
import type { RequestContext, WebDependencies } from '../../operations/request-context.ts';
import { memberPrincipal } from '../../operations/principal.ts';
import { connectionOf } from '../connection.ts';
import { cookiesOf } from '../session-cookie.ts';
import type { PortalEnv } from './visit.ts';
import { visitLanguage } from './visit-language.ts';

/**
 * Makes the context of each request: whose it is, where it comes from, in which language.
 * @param proxies how many proxies stand before the service, each of which adds to `X-Forwarded-For`; 0: that header is not believed
 */
export function receive(
  dependencies: WebDependencies,
  proxies: number,
): MiddlewareHandler<PortalEnv> {
  const { institution: institutionOf, portsOf, ...shared } = dependencies;
  return async (context, next) => {
    const institution = await institutionOf();
    const cookies = cookiesOf(context, shared);
    const found = await findSession(shared.db, shared, {
      institutionId: institution.id,
      token: cookies.read('session') ?? '',
    });
    const request: RequestContext = {
      ...shared,
      institution,
      ports: portsOf(institution),
      cookies,
      language: visitLanguage(context, { institution, member: found?.member }),
      from: visitorAddress(connectionOf(context), proxies),
      device: (context.req.header('user-agent') ?? '').slice(0, 200),
      ...found,
      ...(found ? { principal: memberPrincipal(found.session, found.member) } : {}),
    };
    context.set('request', request);
    await next();
  };
}
