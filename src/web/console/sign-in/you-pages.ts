import { Hono } from 'hono';
import { makeOwnToken } from '../../../operations/identity/make-token.ts';
import {
  endOwnSession,
  endOwnToken,
  readOwnAccess,
  removeOwnPasskey,
  setOwnLanguage,
} from '../../../operations/identity/own-access.ts';
import type { StaffOperation } from '../../../operations/operation.ts';
import { act, answer, look, refusedLook, signedIn } from '../frame/act.ts';
import type { ConsoleContext, ConsoleEnv } from '../frame/console-env.ts';
import { page } from '../frame/page.ts';
import { passkeyScripts } from './passkey-form.ts';
import { secretOnce } from '../ui/secret-once.ts';
import type { SignInOffers } from './sign-in-page.ts';
import { visitOf } from './sign-in-visit.ts';
import { ownAccess } from './own-access-cards.ts';

/** The page of a person’s own access: who they are here, and what signs them in. */
export function createYouPages(offers: SignInOffers): Hono<ConsoleEnv> {
  const app = new Hono<ConsoleEnv>();
  app.get('/you', async (context) => youPage(context, offers));
  app.post('/you/language', async (context) => done(context, setOwnLanguage, 'language_done'));
  app.post('/you/passkeys/:id/remove', async (context) =>
    done(context, removeOwnPasskey, 'passkey_removed'),
  );
  app.post('/you/sessions/:id/end', async (context) =>
    done(context, endOwnSession, 'session_ended'),
  );
  app.post('/you/tokens/:id/end', async (context) => done(context, endOwnToken, 'token_ended'));
  app.post('/you/tokens', makeToken);
  return app;
}

async function youPage(context: ConsoleContext, offers: SignInOffers): Promise<Response> {
  const { done: own, refused } = await look(context, readOwnAccess, {});
  if (refused) return refusedLook(context, refused);
  const visit = visitOf(context);
  const provider = offers.singleSignOn?.providerOf(visit.request.institution);
  return page(context, {
    title: own.name,
    scripts: passkeyScripts,
    body: ownAccess(visit, signedIn(context), { own, mayBind: provider !== undefined }),
  });
}

async function done(
  context: ConsoleContext,
  operation: StaffOperation,
  said: 'language_done' | 'passkey_removed' | 'session_ended' | 'token_ended',
): Promise<Response> {
  const id = context.req.param('id');
  const performed = await act(context, operation, id === undefined ? {} : { id });
  return answer(context, performed, { to: '/you', said: visitOf(context).say(said) });
}

async function makeToken(context: ConsoleContext): Promise<Response> {
  const performed = await act(context, makeOwnToken);
  const { say } = visitOf(context);
  if (!performed.done) return answer(context, performed, { to: '/you', said: '' });
  return secretOnce(context, {
    title: say('token_made'),
    text: say('token_made_text'),
    secrets: [{ label: 'TMM_STAFF_TOKEN', value: performed.done.token }],
    until: performed.done.expiresAt,
    back: '/you',
  });
}
