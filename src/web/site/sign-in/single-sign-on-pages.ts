import { Hono } from 'hono';
import { z } from 'zod';
import { beginTrip, endTrip, type Failed } from '../../../access/open-id/trip.ts';
import type { Discover } from '../../../access/open-id/discovery.ts';
import { claimAt } from '../../../access/open-id/claim-at.ts';
import type { OpenIdProvider } from '../../../access/open-id/provider.ts';
import type { Institution } from '../../../members/institution.ts';
import { refuseFlood } from '../../../operations/access/attempt.ts';
import { enterFromBank } from '../../../operations/access/enter-from-bank.ts';
import { noteRefused, tell } from '../../../operations/perform.ts';
import { refuse, type Refused } from '../../../operations/refusals.ts';
import { embedPath } from '../../frame/embedding.ts';
import { formOf, nextOf } from '../../frame/form.ts';
import type { PortalContext, PortalEnv } from '../../frame/visit.ts';
import { html, nothing } from '../../ui/html.ts';
import { goTo, onTo, screen, visitOf, type Visit } from './screen.ts';

/** The other online banks from which members come, by institution. */
export interface SiteSignOn {
  /** @returns `undefined` if the institution has none */
  providerOf(institution: Institution): OpenIdProvider | undefined;
  readonly discover: Discover;
}

/** Where a sign-in at the other bank begins. That bank may send browsers here itself (OpenID Connect Core, section 4). */
export const signOnPath = '/sign-in/single-sign-on';

const backPath = `${signOnPath}/back`;

const purposes = z.object({ next: z.string() });

/** The way to the other online bank and back. */
export function createSignOnPages(signOn: SiteSignOn): Hono<PortalEnv> {
  const app = new Hono<PortalEnv>();
  app.get(signOnPath, async (context) => goThere(context, signOn, context.req.query()));
  app.post(signOnPath, async (context) => goThere(context, signOn, await formOf(context)));
  app.get(backPath, async (context) => comeBack(context, signOn));
  return app;
}

function tripOf({ request }: Visit, signOn: SiteSignOn, provider: OpenIdProvider) {
  return {
    kind: 'member_single_sign_on',
    institutionId: request.institution.id,
    provider,
    redirectUri: new URL(backPath, request.publicUrl).href,
    discover: signOn.discover,
  } as const;
}

async function goThere(
  context: PortalContext,
  signOn: SiteSignOn,
  given: Readonly<Record<string, string>>,
): Promise<Response> {
  const visit = visitOf(context, given['next'] ?? pathIn(context, given['target_link_uri']));
  const { request, next } = visit;
  const { institution, cookies } = request;
  const provider = signOn.providerOf(institution);
  if (!provider) return goTo(visit, onTo('/sign-in', visit));
  if (given['iss'] !== undefined && given['iss'] !== provider.issuer)
    return refusedSignOn(visit, refuse('sign_on_not_valid'));
  const flood = await refuseFlood(request);
  if (flood) return refusedSignOn(visit, flood);
  const acr = institution.settings.signOn?.acr ?? [];
  const hint = given['login_hint']?.slice(0, 200);
  const begun = await beginTrip(request.db, request, {
    ...tripOf(visit, signOn, provider),
    purpose: { next },
    parameters: {
      scope: 'openid profile',
      ...(acr.length > 0 ? { acr_values: acr.join(' ') } : {}),
      ...(hint ? { login_hint: hint } : {}),
      // A sign-in page belongs in no frame, so the other bank answers at once or not at all.
      ...(context.get('embedding') ? { prompt: 'none' } : {}),
    },
  });
  if (begun.url === undefined) return failed(visit, begun);
  cookies.set('step', begun.token, begun.expiresAt);
  return context.redirect(begun.url, 303);
}

async function comeBack(context: PortalContext, signOn: SiteSignOn): Promise<Response> {
  const visit = visitOf(context);
  const { request } = visit;
  const provider = signOn.providerOf(request.institution);
  if (!provider) return goTo(visit, '/sign-in');
  const claim = request.institution.settings.signOn?.claim ?? '';
  const ended = await endTrip(request.db, request, {
    ...tripOf(visit, signOn, provider),
    token: request.cookies.read('step') ?? '',
    search: new URL(context.req.url).search,
    purposes,
    wantsMore: (claims) => claimAt(claims, claim) === undefined,
  });
  request.cookies.clear('step');
  if (!ended.claims) return failed(visit, ended);
  const refused = await enterFromBank(request, ended.claims);
  return refused
    ? refusedSignOn(visit, refused)
    : goTo(visit, nextOf(ended.purpose.next, '/accounts'));
}

/** The path of an address on this site, where the other bank wants the member to arrive. */
function pathIn(context: PortalContext, target: string | undefined): string | undefined {
  const { publicUrl } = context.get('request');
  if (target === undefined || !URL.canParse(target)) return undefined;
  const { origin, pathname, search } = new URL(target);
  return origin === new URL(publicUrl).origin ? `${pathname}${search}` : undefined;
}

/** What the other bank says if it would have to ask the member something. */
const asks: ReadonlySet<string> = new Set([
  'login_required',
  'interaction_required',
  'consent_required',
  'account_selection_required',
]);

const failures = {
  away: 'sign_on_away',
  over: 'step_over',
  declined: 'sign_on_declined',
  not_valid: 'sign_on_not_valid',
} as const;

async function failed(visit: Visit, { refused, word, cause }: Failed): Promise<Response> {
  if (refused === 'away' || refused === 'not_valid')
    visit.request.logger.warn({ error: cause }, 'A member’s sign-on failed');
  const needed = refused === 'declined' && asks.has(word ?? '');
  return refusedSignOn(visit, refuse(needed ? 'sign_on_needed' : failures[refused]));
}

/** A refused sign-on: the sentence, and what the visitor can do next. */
async function refusedSignOn(visit: Visit, refused: Refused): Promise<Response> {
  const { context, request, say } = visit;
  const bank = request.institution.settings.signOn?.name ?? '';
  noteRefused(request, 'sign-on', refused.refused);
  const isFramed = context.get('embedding') !== undefined;
  return screen(visit, {
    title: say('sign_in_title', { portal: request.institution.settings.portalName }),
    refused: tell(request, { ...refused, facts: { bank, ...refused.facts } }),
    body: html`<p class="row">
      <a class="button primary" href="${isFramed ? embedPath : signOnPath}"
        >${say('sign_in_from_bank', { bank })}</a
      >
      ${isFramed ? nothing : html`<a href="/sign-in">${say('sign_in_other')}</a>`}
    </p>`,
  });
}
