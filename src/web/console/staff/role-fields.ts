import type { Context } from 'hono';
import { staffRoles, type StaffRole } from '../../../kernel/vocabulary/principal.ts';
import { packs } from '../../../languages/index.ts';
import { sayOf } from '../../../languages/say.ts';
import { html, nothing, type Html } from '../../ui/html.ts';
import type { SignedInRequest } from '../frame/console-env.ts';

/** A box to tick for each role, with what the role is for. */
export function roleFields(
  { language }: SignedInRequest,
  { id, chosen }: { readonly id: string; readonly chosen: readonly StaffRole[] },
): Html {
  const say = sayOf(packs[language].console.staff);
  const frame = sayOf(packs[language].console.frame);
  return html`<fieldset class="field">
    <legend>${say('roles')}</legend>
    ${staffRoles.map(
      (role) =>
        html`<div class="tick">
          <input
            type="checkbox"
            id="${id}-${role}"
            name="role_${role}"
            value="on"
            ${chosen.includes(role) ? html`checked` : nothing}
            aria-describedby="${id}-${role}-text"
          />
          <label for="${id}-${role}">${frame(`role_${role}`)}</label>
          <p class="hint" id="${id}-${role}-text">${say(`about_${role}`)}</p>
        </div>`,
    )}
  </fieldset>`;
}

/** Reads the ticked roles of a posted form. */
export async function rolesOf(context: Context): Promise<StaffRole[]> {
  const form = await context.req.parseBody();
  return staffRoles.filter((role) => form[`role_${role}`] === 'on');
}
