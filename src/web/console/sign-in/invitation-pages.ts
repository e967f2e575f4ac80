import { Hono } from 'hono';
import { refuse } from '../../../operations/refusals.ts';
import type { Told } from '../../../operations/perform.ts';
import { beginActivation, readActivation } from '../../../staff-access/activation.ts';
import { findInvited } from '../../../staff-access/staff-invitations.ts';
import { deviceName } from '../../ui/device-name.ts';
import { field } from '../../ui/field.ts';
import { html, nothing } from '../../ui/html.ts';
import { formOf } from '../../frame/form.ts';
import type { ConsoleEnv } from '../frame/console-env.ts';
import { page } from '../frame/page.ts';
import { passkeyForm, passkeyScripts } from './passkey-form.ts';
import { refusedSignIn, type SignInOffers } from './sign-in-page.ts';
import { told, visitOf, type SignInVisit } from './sign-in-visit.ts';

/** The pages of an invited person: the code that goes with their link, then how they want to sign in. */
export function createInvitationPages(offers: SignInOffers): Hono<ConsoleEnv> {
  const app = new Hono<ConsoleEnv>();
  app.get('/invitation', async (context) => howPage(visitOf(context), offers));
  app.get('/invitation/:link{[\\w-]{43}}', async (context) => {
    const visit = visitOf(context);
    const { request } = visit;
    const invited = await findInvited(request.db, request, {
      institutionId: request.institution.id,
      link: context.req.param('link'),
    });
    return invited ? codePage(visit, invited.name) : overPage(visit);
  });
  app.post('/invitation/:link{[\\w-]{43}}', async (context) => {
    const visit = visitOf(context);
    const { request, cookies } = visit;
    const { code = '' } = await formOf(context);
    const link = context.req.param('link');
    const institutionId = request.institution.id;
    const begun = await beginActivation(request.db, request, { institutionId, link, code });
    if (begun) {
      cookies.set('activation', begun.token, begun.expiresAt);
      return context.redirect('/invitation', 303);
    }
    const invited = await findInvited(request.db, request, { institutionId, link });
    if (!invited) return overPage(visit);
    return codePage(visit, invited.name, told(visit, 'invitation', refuse('invitation_refused')));
  });
  return app;
}

async function codePage(visit: SignInVisit, name: string, refused?: Told): Promise<Response> {
  const { context, request, say } = visit;
  return page(context, {
    title: say('invitation_title', { name }),
    status: refused ? 422 : 200,
    body: html`<h1>${say('invitation_title', { name })}</h1>
      <p class="lead">${say('invitation_lead', { institution: request.institution.name })}</p>
      <form class="card stack" method="post">
        ${field({
          name: 'code',
          label: say('invitation_code'),
          hint: say('invitation_code_hint'),
          autocomplete: 'off',
          maxlength: 20,
          width: 'medium',
          autofocus: true,
          ...(refused ? { error: refused.text } : {}),
        })}
        <button class="primary">${say('go_on')}</button>
      </form>`,
  });
}

async function howPage(visit: SignInVisit, offers: SignInOffers): Promise<Response> {
  const { context, request, say, cookies } = visit;
  const person = await readActivation(request.db, request, {
    institutionId: request.institution.id,
    token: cookies.read('activation') ?? '',
  });
  if (!person) return overPage(visit);
  const hasSingleSignOn = offers.singleSignOn?.providerOf(request.institution) !== undefined;
  return page(context, {
    title: say('how_title'),
    scripts: passkeyScripts,
    body: html`<h1>${say('how_title')}</h1>
      <section class="card stack" aria-labelledby="with-passkey">
        <h2 id="with-passkey">${say('how_passkey')}</h2>
        <p>${say('how_passkey_text')}</p>
        ${passkeyForm(visit, {
          kind: 'make',
          begin: '/invitation/passkey/options',
          finish: '/invitation/passkey',
          next: '/',
          label: say('passkey_make'),
          before: field({
            name: 'name',
            label: say('passkey_name'),
            hint: say('passkey_name_hint'),
            value: deviceName(request.device) ?? '',
            autocomplete: 'off',
            maxlength: 60,
            width: 'medium',
          }),
        })}
      </section>
      ${
        hasSingleSignOn
          ? html`<section class="card stack" aria-labelledby="with-sign-on">
              <h2 id="with-sign-on">${say('how_single_sign_on')}</h2>
              <p>${say('how_single_sign_on_text')}</p>
              <p>
                <a class="button" href="/invitation/single-sign-on"
                  >${say('sign_in_single_sign_on')}</a
                >
              </p>
            </section>`
          : nothing
      }`,
  });
}

async function overPage(visit: SignInVisit): Promise<Response> {
  const { say } = visit;
  return refusedSignIn(visit, {
    code: 'step_over',
    status: 403,
    text: say('invitation_over'),
    fields: {},
  });
}
