import { listPasskeys } from '../../../operations/access/list-passkeys.ts';
import { removePasskey } from '../../../operations/access/remove-passkey.ts';
import { renamePasskey } from '../../../operations/access/rename-passkey.ts';
import { formOf } from '../../frame/form.ts';
import { perform, tell, type Told } from '../../../operations/perform.ts';
import type { PortalContext } from '../../frame/visit.ts';
import { refuse } from '../../../operations/refusals.ts';
import { field } from '../../ui/field.ts';
import { html } from '../../ui/html.ts';
import { securityPage } from './security-page.ts';
import { errorOf, goTo, isMembers, screen, toSignIn, toVerify, visitOf } from './screen.ts';

/** The page to rename or remove one passkey. */
export async function passkeyPage(
  context: PortalContext,
  { id, refused }: { readonly id: string; readonly refused?: Told },
): Promise<Response> {
  const visit = visitOf(context);
  const { request, say } = visit;
  if (!isMembers(visit)) return toSignIn(visit, '/security');
  const { done } = await perform(request, listPasskeys, {});
  const passkey = done?.passkeys.find((one) => one.id === id);
  if (!passkey) return securityPage(visit, tell(request, refuse('not_found')));
  return screen(visit, {
    title: say('rename_title', { name: passkey.name }),
    refused,
    fields: ['name'],
    body: html`<section class="card stack">
        <form class="stack" method="post" action="/security/passkeys/${id}/rename">
          ${field({
            name: 'name',
            label: say('rename_field'),
            hint: say('passkey_name_hint'),
            value: passkey.name,
            autocomplete: 'off',
            maxlength: 60,
            width: 'medium',
            ...errorOf(refused, 'name'),
          })}
          <button class="primary">${say('rename')}</button>
        </form>
      </section>
      <section class="card stack">
        <form class="stack" method="post" action="/security/passkeys/${id}/remove">
          <p class="hint">${say('passkey_removed_hint')}</p>
          <button class="danger">${say('remove_what', { name: passkey.name })}</button>
        </form>
      </section>
      <p><a href="/security">${say('back_security')}</a></p>`,
  });
}

export async function postRename(context: PortalContext, id: string): Promise<Response> {
  const visit = visitOf(context);
  const form = await formOf(context);
  const { refused } = await perform(visit.request, renamePasskey, { id, name: form['name'] ?? '' });
  if (!refused) return goTo(visit, '/security?done=renamed');
  return passkeyPage(context, { id, refused });
}

export async function postRemove(context: PortalContext, id: string): Promise<Response> {
  const visit = visitOf(context);
  const { refused } = await perform(visit.request, removePasskey, { id });
  if (!refused) return goTo(visit, '/security?done=passkey_removed');
  return refused.code === 'verify_first'
    ? toVerify(visit, '/security')
    : securityPage(visit, refused);
}
