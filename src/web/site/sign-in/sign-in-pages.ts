import { Hono } from 'hono';
import type { PortalEnv } from '../../frame/visit.ts';
import { activatePage, postActivate } from './activate-page.ts';
import { activatePasskeyPage } from './activate-passkey-page.ts';
import { activatePasswordPage, postActivatePassword } from './activate-password-page.ts';
import { changePasswordPage, postPasswordChange } from './change-password-page.ts';
import { codePage, postCode } from './code-page.ts';
import { passkeyPage, postRemove, postRename } from './passkey-page.ts';
import { passwordPage, postPassword } from './password-page.ts';
import { securityPage } from './security-page.ts';
import { visitOf } from './screen.ts';
import { postEndOthers, postEndSession, postSignOut } from './session-posts.ts';
import { signInPage } from './sign-in-page.ts';
import { postRecoveryCodes, postTotp, postTotpConfirmation, totpPage } from './totp-page.ts';
import { createSignOnPages, type SiteSignOn } from './single-sign-on-pages.ts';
import { postVerify, verifyPage } from './verify-page.ts';

/**
 * Routes for sign-in, activation, verification and the security page. The first two are for
 * strangers.
 * `/verify` and `/security` send strangers to the sign-in page.
 */
export function createSignInPages(signOn?: SiteSignOn): Hono<PortalEnv> {
  const pages = new Hono<PortalEnv>();
  if (signOn) pages.route('/', createSignOnPages(signOn));
  pages.get('/sign-in', async (context) => signInPage(visitOf(context), signOn));
  pages.get('/sign-in/password', async (context) => passwordPage(visitOf(context)));
  pages.post('/sign-in/password', async (context) => postPassword(context));
  pages.get('/sign-in/code', async (context) => codePage(visitOf(context)));
  pages.post('/sign-in/code', async (context) => postCode(context));
  pages.post('/sign-out', async (context) => postSignOut(context));

  pages.get('/activate', async (context) => activatePage(visitOf(context)));
  pages.post('/activate', async (context) => postActivate(context));
  pages.get('/activate/passkey', async (context) => activatePasskeyPage(visitOf(context)));
  pages.get('/activate/password', async (context) => activatePasswordPage(visitOf(context)));
  pages.post('/activate/password', async (context) => postActivatePassword(context));

  pages.get('/verify', async (context) => verifyPage(visitOf(context)));
  pages.post('/verify', async (context) => postVerify(context));

  pages.get('/security', async (context) => securityPage(visitOf(context)));
  pages.get('/security/passkeys/:id', async (context) =>
    passkeyPage(context, { id: context.req.param('id') }),
  );
  pages.post('/security/passkeys/:id/rename', async (context) =>
    postRename(context, context.req.param('id')),
  );
  pages.post('/security/passkeys/:id/remove', async (context) =>
    postRemove(context, context.req.param('id')),
  );
  pages.get('/security/password', async (context) => changePasswordPage(context));
  pages.post('/security/password', async (context) => postPasswordChange(context));
  pages.get('/security/totp', async (context) => totpPage(context));
  pages.post('/security/totp', async (context) => postTotp(context));
  pages.post('/security/totp/confirm', async (context) => postTotpConfirmation(context));
  pages.post('/security/recovery-codes', async (context) => postRecoveryCodes(context));
  pages.post('/security/sessions/end-others', async (context) => postEndOthers(context));
  pages.post('/security/sessions/:id/end', async (context) =>
    postEndSession(context, context.req.param('id')),
  );
  return pages;
}
