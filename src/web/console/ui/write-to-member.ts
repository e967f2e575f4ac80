import { packs } from '../../../languages/index.ts';
import { sayOf } from '../../../languages/say.ts';
import { rightOf } from '../../../operations/permissions.ts';
import { html, nothing, type Html } from '../../ui/html.ts';
import type { SignedInRequest } from '../frame/console-env.ts';

/** The button that opens the conversation with a member. Nothing for a role that may not write. */
export function writeToMemberButton(request: SignedInRequest, number: string | null): Html {
  if (number === null || rightOf(request.principal.roles, 'converse') === undefined) return nothing;
  const say = sayOf(packs[request.language].console.frame);
  return html`<form method="post" action="/inbox/write">
    <input type="hidden" name="number" value="${number}" />
    <button>${say('write_to_member')}</button>
  </form>`;
}
