import { Hono } from 'hono';
import { recordOwnAct } from '../../../staff-access/own-act.ts';
import { endStaffSession } from '../../../staff-access/staff-sessions.ts';
import type { ConsoleContext, ConsoleEnv } from '../frame/console-env.ts';
import { createDemonstrationSignIn } from './demonstration-sign-in.ts';
import { createInvitationPages } from './invitation-pages.ts';
import { createPasskeyEndpoints } from './passkey-endpoints.ts';
import { signInPage, type SignInOffers } from './sign-in-page.ts';
import { visitOf } from './sign-in-visit.ts';
import { createSingleSignOnPages } from './single-sign-on-pages.ts';
import { verifyPage } from './verify-page.ts';
import { createYouPages } from './you-pages.ts';

/** The pages by which staff sign in, prove again who they are, and look after their own access. */
export function createSignInPages(offers: SignInOffers): Hono<ConsoleEnv> {
  const app = new Hono<ConsoleEnv>();
  app.get('/sign-in', async (context) => {
    const visit = visitOf(context);
    return visit.request.principal
      ? context.redirect(visit.next, 303)
      : signInPage(visit, offersTo(context, offers));
  });
  app.get('/verify', async (context) => verifyPage(visitOf(context), offersTo(context, offers)));
  app.post('/sign-out', signOut);
  app.route('/', createPasskeyEndpoints());
  if (offers.singleSignOn) app.route('/', createSingleSignOnPages(offers.singleSignOn));
  app.route('/', createInvitationPages(offers));
  app.route('/', createYouPages(offers));
  if (offers.demonstration) app.route('/', createDemonstrationSignIn());
  return app;
}

/** One click signs in at an institution that is a demonstration, and nowhere else. */
function offersTo(context: ConsoleContext, offers: SignInOffers): SignInOffers {
  const { demonstration } = context.get('request').institution;
  return { ...offers, demonstration: offers.demonstration && demonstration };
}

async function signOut(context: ConsoleContext): Promise<Response> {
  const { request, cookies } = visitOf(context);
  const { principal, sessionId, world, institution } = request;
  if (principal?.identity !== undefined && sessionId !== undefined) {
    const person = { id: principal.identity, name: principal.name };
    await request.db.transaction(async (tx) => {
      if (await endStaffSession(tx, institution.id, sessionId))
        await recordOwnAct(tx, world, {
          institutionId: institution.id,
          person,
          what: 'staff_signed_out',
          from: request.from,
        });
    });
  }
  cookies.clear('session');
  return context.redirect('/sign-in', 303);
}
