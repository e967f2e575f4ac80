import { packs } from '../../../languages/index.ts';
import { languages } from '../../../kernel/vocabulary/language.ts';
import { rightOf } from '../../../operations/permissions.ts';
import { html, nothing, type Html } from '../../ui/html.ts';
import { field, select } from '../../ui/field.ts';
import type { SignedInRequest } from '../frame/console-env.ts';
import { action } from '../ui/action.ts';
import { card } from '../ui/card.ts';
import { memberPath } from './file-head.ts';
import type { MemberFile } from './member-file.ts';
import { sayMembers, shareName } from './say.ts';

/** What staff do for a member as a whole. */
export function memberActs(request: SignedInRequest, file: MemberFile): Html {
  const { roles } = request.principal;
  const mayAct = (['lock_member', 'open_access'] as const).some((one) => rightOf(roles, one));
  if (!mayAct) return nothing;
  const say = sayMembers(request);
  const to = memberPath(file.number);
  return card({
    title: say('acts'),
    body: html`<div class="acts">
      ${
        file.lockedAt === null
          ? action(request, {
              id: 'lock',
              permission: 'lock_member',
              title: say('lock'),
              to: `${to}/lock`,
              text: say('lock_text'),
              isDangerous: true,
            })
          : html``
      }
      ${action(request, {
        id: 'unlock',
        permission: 'open_access',
        title: say('unlock'),
        to: `${to}/unlock`,
        text: say('unlock_text'),
      })}
      ${action(request, {
        id: 'void',
        permission: 'lock_member',
        title: say('void_codes'),
        to: `${to}/void-codes`,
        text: say('void_codes_text'),
      })}
      ${action(request, {
        id: 'invite',
        permission: 'open_access',
        title: say('invite'),
        to: `${to}/invite`,
        text: say('invite_text'),
      })}
    </div>`,
  });
}

/** What a member chose, as staff change it for them. */
export function preferenceActs(request: SignedInRequest, file: MemberFile): Html {
  if (rightOf(request.principal.roles, 'change_member') === undefined) return nothing;
  const say = sayMembers(request);
  const to = memberPath(file.number);
  const shares = file.shares.map((share) => ({
    value: share.suffix,
    label: shareName(request, share),
  }));
  return card({
    title: say('preferences'),
    body: html`<div class="acts">
      ${action(request, {
        id: 'language',
        permission: 'change_member',
        title: say('set_language'),
        to: `${to}/language`,
        fields: select({
          name: 'language',
          label: say('language'),
          choices: languages.map((one) => ({ value: one, label: packs[one].name })),
          ...(file.language ? { value: file.language } : {}),
        }),
      })}
      ${action(request, {
        id: 'zone',
        permission: 'change_member',
        title: say('set_zone'),
        to: `${to}/zone`,
        fields: field({
          name: 'zone',
          label: say('zone'),
          hint: say('zone_hint'),
          value: file.zone ?? '',
          required: false,
          maxlength: 60,
        }),
      })}
      ${shares.length === 0 ? html`` : shareActs(request, file, shares)}
    </div>`,
  });
}

function shareActs(
  request: SignedInRequest,
  file: MemberFile,
  choices: readonly { readonly value: string; readonly label: string }[],
): Html {
  const say = sayMembers(request);
  const to = memberPath(file.number);
  const chosen = (is: 'isDefault' | 'isTransferSource') =>
    file.shares.find((share) => share[is])?.suffix;
  return html`${(['default', 'source'] as const).map((which) => {
    const value = chosen(which === 'default' ? 'isDefault' : 'isTransferSource');
    return action(request, {
      id: which,
      permission: 'change_member',
      title: say(`set_${which}`),
      to: `${to}/${which}`,
      fields: select({
        name: 'suffix',
        label: say('share'),
        choices,
        ...(value === undefined ? {} : { value }),
      }),
    });
  })}`;
}
