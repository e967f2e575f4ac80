import { languages } from '../../../kernel/vocabulary/language.ts';
import { packs } from '../../../languages/index.ts';
import { sayOf } from '../../../languages/say.ts';
import type { StaffOutput } from '../../../operations/identity/staff-fields.ts';
import { field, select } from '../../ui/field.ts';
import { html, nothing, type Html } from '../../ui/html.ts';
import { empty } from '../../ui/notice.ts';
import type { SignedInRequest } from '../frame/console-env.ts';
import { action } from '../ui/action.ts';
import { card } from '../ui/card.ts';
import { chip } from '../ui/chip.ts';
import { facts } from '../ui/facts.ts';
import { moment } from '../ui/moment.ts';
import { table } from '../ui/table.ts';
import { roleFields } from './role-fields.ts';

/** The list of staff, and the form to invite somebody. */
export function staffList(request: SignedInRequest, staff: readonly StaffOutput[]): Html {
  const say = sayOf(packs[request.language].console.staff);
  return html`<header class="page-head">
      <h1>${say('title')}</h1>
      <p class="lead">${say('lead')}</p>
    </header>
    ${action(request, {
      id: 'invite',
      permission: 'manage_staff',
      title: say('invite'),
      to: '/staff',
      text: say('invite_text'),
      fields: html`${field({ name: 'name', label: say('name'), autocomplete: 'off', maxlength: 80 })}
      ${field({
        name: 'email',
        label: say('email'),
        type: 'email',
        hint: say('email_hint'),
        autocomplete: 'off',
        maxlength: 200,
      })}
      ${select({
        name: 'language',
        label: say('language'),
        value: request.language,
        choices: languages.map((value) => ({ value, label: packs[value].name })),
      })}
      ${roleFields(request, { id: 'invite', chosen: [] })}`,
    })}
    ${table({
      caption: say('title'),
      columns: [
        { head: say('name') },
        { head: say('roles') },
        { head: say('state') },
        { head: say('seen') },
        { head: say('signs_in_by') },
      ],
      rows: staff.map((one) => ({
        href: `/staff/${one.id}`,
        cells: [
          html`${one.name} <span class="soft">${one.email}</span>`,
          rolesText(request, one),
          stateChip(request, one),
          one.seenAt === null ? say('never') : moment(request, one.seenAt),
          waysText(request, one),
        ],
      })),
      empty: empty(say('none'), say('none_text')),
    })}`;
}

/** One person: their roles, how they sign in, and what can be done. */
export function personDetail(request: SignedInRequest, one: StaffOutput): Html {
  const say = sayOf(packs[request.language].console.staff);
  return html`<header class="page-head">
      <p class="soft"><a href="/staff">${say('title')}</a> › ${one.name}</p>
      <h1>${one.name} ${stateChip(request, one)}</h1>
    </header>
    ${card({
      title: say('person'),
      body: facts([
        [say('email'), one.email],
        [say('roles'), rolesText(request, one)],
        [say('language'), packs[one.language].name],
        [say('signs_in_by'), waysText(request, one)],
        [say('tokens'), String(one.tokens)],
        [say('seen'), one.seenAt === null ? say('never') : moment(request, one.seenAt)],
        [say('since'), moment(request, one.activatedAt ?? one.invitedAt)],
        ...(one.endedAt === null ? [] : [[say('ended_at'), moment(request, one.endedAt)] as const]),
      ]),
    })}
    ${one.state === 'ended' ? nothing : actions(request, one)}`;
}

function actions(request: SignedInRequest, one: StaffOutput): Html {
  const say = sayOf(packs[request.language].console.staff);
  const path = `/staff/${one.id}`;
  const first =
    one.state === 'invited'
      ? html`${action(request, {
          id: 'link',
          permission: 'hand_out_links',
          title: say('make_link'),
          to: `${path}/link`,
          text: say('make_link_text'),
        })}
        ${action(request, {
          id: 'code',
          permission: 'hand_out_codes',
          title: say('make_code'),
          to: `${path}/code`,
          text: say('make_code_text'),
        })}`
      : action(request, {
          id: 'sign-out',
          permission: 'close_staff_access',
          title: say('sign_out'),
          to: `${path}/sign-out`,
          text: say('sign_out_text'),
        });
  return html`<div class="actions">
    ${first}
    ${action(request, {
      id: 'roles',
      permission: 'manage_staff',
      title: say('change_roles'),
      to: `${path}/roles`,
      fields: roleFields(request, { id: 'roles', chosen: one.roles }),
    })}
    ${action(request, {
      id: 'end',
      permission: 'manage_staff',
      title: say('end'),
      to: `${path}/end`,
      text: say('end_text'),
      isDangerous: true,
    })}
  </div>`;
}

function rolesText({ language }: SignedInRequest, { roles }: StaffOutput): string {
  const frame = sayOf(packs[language].console.frame);
  return roles.map((role) => frame(`role_${role}`)).join(', ');
}

function waysText({ language }: SignedInRequest, one: StaffOutput): string {
  const say = sayOf(packs[language].console.staff);
  const ways = [
    ...(one.passkeys > 0 ? [say('passkeys', { count: String(one.passkeys) })] : []),
    ...(one.singleSignOn ? [say('single_sign_on')] : []),
  ];
  return ways.length === 0 ? say('nothing_yet') : ways.join(', ');
}

function stateChip({ language }: SignedInRequest, one: StaffOutput): Html {
  const say = sayOf(packs[language].console.staff);
  if (one.state === 'ended') return chip(say('state_ended'));
  if (one.state === 'invited') return chip(say('state_invited'), 'mind');
  return one.signedIn ? chip(say('state_here'), 'good') : chip(say('state_active'));
}
