import type { MiddlewareHandler } from 'hono';
import { findSession } from '../../access/sessions.ts';
import { hostOfRequest } from '../../kernel/public-url.ts';
import { visitorAddress } from '../../kernel/visitor-address.ts';
import type { RequestContext, WebDependencies } from '../../operations/request-context.ts';
import { memberPrincipal } from '../../operations/principal.ts';
import { connectionOf } from '../connection.ts';
import { cookiesOf } from '../session-cookie.ts';
import { embeddingOf } from './embedding.ts';
import type { PortalContext, PortalEnv } from './visit.ts';
import { visitLanguage } from './visit-language.ts';

/**
 * Makes the context of each request: institution, principal, network address, language.
 * @param proxies how many proxies stand before the service, each of which adds to
 * `X-Forwarded-For`; with 0 we ignore that header
 */
export function receive(
  dependencies: WebDependencies,
  proxies: number,
): MiddlewareHandler<PortalEnv> {
  const { siteAt, portsOf, coreOf, ...given } = dependencies;
  return async (context, next) => {
    const site = await siteAt(hostOfRequest(context.req.raw));
    if (!site) return noSite(context);
    const { institution, publicUrl } = site;
    const shared = { ...given, publicUrl };
    const embedding = embeddingOf(context.req.raw, institution);
    const cookies = cookiesOf(context, { ...shared, embedded: embedding !== undefined });
    const found = await findSession(shared.db, shared, {
      institutionId: institution.id,
      token: cookies.read('session') ?? '',
    });
    const request: RequestContext = {
      ...shared,
      institution,
      core: coreOf(institution),
      ports: portsOf(institution),
      cookies,
      language: visitLanguage(context, { institution, member: found?.member }),
      from: visitorAddress(connectionOf(context), proxies),
      device: (context.req.header('user-agent') ?? '').slice(0, 200),
      ...found,
      ...(found ? { principal: memberPrincipal(found.session, found.member) } : {}),
    };
    context.set('request', request);
    context.set('embedding', embedding);
    return next();
  };
}

/** Until we know the institution, we can't answer in a bank's frame or language. */
function noSite(context: PortalContext): Response {
  const detail = 'No site is served at this address. Check its spelling.';
  return context.req.path.startsWith('/api/')
    ? context.body(JSON.stringify({ title: 'Misdirected request', status: 421, detail }), 421, {
        'content-type': 'application/problem+json',
      })
    : context.text(`${detail}\n`, 421);
}
