import { passwordLengths } from '../../../access/password-rules.ts';
import { readAccess } from '../../../operations/access/read-access.ts';
import { setPassword } from '../../../operations/access/set-password.ts';
import { formOf } from '../../frame/form.ts';
import { perform, type Told } from '../../../operations/perform.ts';
import type { PortalContext } from '../../frame/visit.ts';
import { isFresh } from '../../../operations/perform.ts';
import { field } from '../../ui/field.ts';
import { html } from '../../ui/html.ts';
import { errorOf, goTo, isMembers, screen, toSignIn, toVerify, visitOf } from './screen.ts';

const path = '/security/password';

/** The page for a new password. The member verifies first, so that nothing typed is lost. */
export async function changePasswordPage(
  context: PortalContext,
  refused?: Told,
): Promise<Response> {
  const visit = visitOf(context);
  const { say } = visit;
  if (!isMembers(visit)) return toSignIn(visit, path);
  if (!isFresh(visit.request)) return toVerify(visit, path);
  const { done: access } = await perform(visit.request, readAccess, {});
  return screen(visit, {
    title: say(access?.passwordChangedAt === null ? 'password_set' : 'password_change'),
    lead: say('password_change_lead'),
    refused,
    fields: ['password'],
    body: html`<section class="card stack">
        <form class="stack" method="post" action="${path}">
          <input
            type="hidden"
            name="username"
            value="${visit.request.member.number}"
            autocomplete="username"
          />
          ${field({
            name: 'password',
            label: say('new_password'),
            type: 'password',
            hint: say('new_password_hint', { min: String(passwordLengths.min) }),
            autocomplete: 'new-password',
            ...errorOf(refused, 'password'),
          })}
          <button class="primary">${say('password_save')}</button>
        </form>
      </section>
      <p><a href="/security">${say('back_security')}</a></p>`,
  });
}

export async function postPasswordChange(context: PortalContext): Promise<Response> {
  const visit = visitOf(context);
  const form = await formOf(context);
  const { refused } = await perform(visit.request, setPassword, {
    password: form['password'] ?? '',
  });
  if (!refused) return goTo(visit, '/security?done=password');
  return refused.code === 'verify_first'
    ? toVerify(visit, path)
    : changePasswordPage(context, refused);
}
