import type { Told } from '../../../operations/perform.ts';
import { listStaffMembers } from '../../../staff-access/staff-members.ts';
import { html, nothing, type Html } from '../../ui/html.ts';
import { notice } from '../../ui/notice.ts';
import { page } from '../frame/page.ts';
import { packs } from '../../../languages/index.ts';
import { sayOf } from '../../../languages/say.ts';
import { passkeyForm, passkeyScripts } from './passkey-form.ts';
import type { ConsoleSingleSignOn } from '../frame/console-options.ts';
import type { SignInVisit } from './sign-in-visit.ts';

/** What the sign-in page offers besides passkeys. */
export interface SignInOffers {
  readonly singleSignOn?: ConsoleSingleSignOn | undefined;
  /** People sign in by one click: in a demonstration alone. */
  readonly demonstration: boolean;
}

/** The sign-in page: a passkey, the institution's single sign-on, and one click in a demonstration. */
export async function signInPage(visit: SignInVisit, offers: SignInOffers): Promise<Response> {
  const { context, request, say, next } = visit;
  const onwards = `?next=${encodeURIComponent(next)}`;
  const hasSingleSignOn = offers.singleSignOn?.providerOf(request.institution) !== undefined;
  return page(context, {
    title: say('sign_in_title'),
    scripts: passkeyScripts,
    body: html`<h1>${say('sign_in_title')}</h1>
      <p class="lead">${say('sign_in_lead', { institution: request.institution.name })}</p>
      <section class="card stack">
        ${passkeyForm(visit, {
          kind: 'use',
          begin: '/sign-in/passkey/options',
          finish: '/sign-in/passkey',
          next,
          label: say('sign_in_passkey'),
        })}
        ${
          hasSingleSignOn
            ? html`<p>
                <a class="button" href="/sign-in/single-sign-on${onwards}"
                  >${say('sign_in_single_sign_on')}</a
                >
              </p>`
            : nothing
        }
        <p class="hint">${say('sign_in_hint')}</p>
      </section>
      ${offers.demonstration ? await oneClick(visit) : nothing}`,
  });
}

/** A refused sign-in: the sentence, and the way back to the sign-in page. */
export async function refusedSignIn(visit: SignInVisit, { text, status }: Told): Promise<Response> {
  const { context, request, say } = visit;
  const known = [401, 403, 409, 422, 429, 503] as const;
  return page(context, {
    title: say('refused_title'),
    status: known.find((one) => one === status) ?? 403,
    body: html`<h1>${say('refused_title')}</h1>
      ${notice('wrong', text)}
      <p>
        <a class="button" href="${request.principal ? '/you' : '/sign-in'}">${say('try_again')}</a>
      </p>`,
  });
}

/** The people of a demonstration, each with a button. */
async function oneClick({ request, say, next }: SignInVisit): Promise<Html> {
  const frame = sayOf(packs[request.language].console.frame);
  const all = await listStaffMembers(request.db, request.institution.id, request.world.clock.now());
  const people = all.filter(({ state }) => state === 'active');
  return html`<section class="card stack">
    <h2>${say('demonstration_title')}</h2>
    <p class="hint">${say('demonstration_text')}</p>
    <ul class="people">
      ${people.map(
        ({ id, name, roles }) =>
          html`<li>
            <form method="post" action="/sign-in/demonstration">
              <input type="hidden" name="person" value="${id}" />
              <input type="hidden" name="next" value="${next}" />
              <button>
                <strong>${name}</strong>
                <span class="soft">${roles.map((role) => frame(`role_${role}`)).join(', ')}</span>
              </button>
            </form>
          </li>`,
      )}
    </ul>
  </section>`;
}
