import type { z } from 'zod';
import { languages } from '../../../kernel/vocabulary/language.ts';
import { packs } from '../../../languages/index.ts';
import { sayOf } from '../../../languages/say.ts';
import type { readOwnAccess } from '../../../operations/identity/own-access.ts';
import { isFresh } from '../../../operations/fresh.ts';
import { deviceName } from '../../ui/device-name.ts';
import { field, select } from '../../ui/field.ts';
import { html, nothing, type Html } from '../../ui/html.ts';
import { empty } from '../../ui/notice.ts';
import type { SignedInRequest } from '../frame/console-env.ts';
import { card } from '../ui/card.ts';
import { chip } from '../ui/chip.ts';
import { facts } from '../ui/facts.ts';
import { moment } from '../ui/moment.ts';
import { table } from '../ui/table.ts';
import { passkeyForm } from './passkey-form.ts';
import type { SignInVisit } from './sign-in-visit.ts';

type Own = z.output<typeof readOwnAccess.output>;

/** A person's own access, card by card. What gives access asks for a proof from the last minutes first. */
export function ownAccess(
  visit: SignInVisit,
  request: SignedInRequest,
  given: { readonly own: Own; readonly mayBind: boolean },
): Html {
  const { say } = visit;
  const { own } = given;
  const frame = sayOf(packs[request.language].console.frame);
  return html`<header class="page-head"><h1>${own.name}</h1></header>
    ${card({
      title: say('you_title'),
      body: html`<div class="stack">
        ${facts([
          [say('email'), own.email],
          [say('roles'), own.roles.map((role) => frame(`role_${role}`)).join(', ')],
          [say('single_sign_on'), singleSignOn(visit, given)],
        ])}
        <form method="post" action="/you/language" class="stack">
          ${select({
            name: 'language',
            label: frame('language'),
            value: own.language,
            choices: languages.map((value) => ({ value, label: packs[value].name })),
          })}
          <button>${frame('save')}</button>
        </form>
      </div>`,
    })}
    ${passkeys(visit, request, own)} ${sessions(visit, request, own)} ${tokens(visit, request, own)}`;
}

function singleSignOn(
  { say }: SignInVisit,
  { own, mayBind }: { readonly own: Own; readonly mayBind: boolean },
): Html {
  if (own.singleSignOn !== null) return html`${own.singleSignOn}`;
  return mayBind
    ? html`<a href="/you/single-sign-on">${say('single_sign_on_bind')}</a>`
    : html`${say('single_sign_on_none')}`;
}

function passkeys(visit: SignInVisit, request: SignedInRequest, own: Own): Html {
  const { say } = visit;
  return card({
    title: say('passkeys'),
    id: 'passkeys',
    body: html`${table({
        caption: say('passkeys'),
        columns: [
          { head: say('name') },
          { head: say('made') },
          { head: say('used') },
          { head: say('act') },
        ],
        rows: own.passkeys.map((one) => ({
          cells: [
            one.name,
            moment(request, one.createdAt),
            one.lastUsedAt === null ? say('never') : moment(request, one.lastUsedAt),
            small(`/you/passkeys/${one.id}/remove`, say('passkey_remove'), one.name),
          ],
        })),
        empty: empty(say('passkeys_none'), say('passkeys_none_text')),
      })}
      <details class="action">
        <summary>${say('passkey_add')}</summary>
        ${passkeyForm(visit, {
          kind: 'make',
          begin: '/you/passkeys/options',
          finish: '/you/passkeys',
          next: '/you',
          verify: '/verify?next=/you',
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
      </details>`,
  });
}

function sessions(visit: SignInVisit, request: SignedInRequest, own: Own): Html {
  const { say } = visit;
  return card({
    title: say('sessions'),
    body: table({
      caption: say('sessions'),
      columns: [
        { head: say('browser') },
        { head: say('from') },
        { head: say('signed_in_at') },
        { head: say('used') },
        { head: say('act') },
      ],
      rows: own.sessions.map((one) => ({
        cells: [
          deviceName(one.device) ?? say('browser_unknown'),
          one.from,
          moment(request, one.createdAt),
          moment(request, one.lastSeenAt),
          one.id === request.sessionId
            ? chip(say('this_session'), 'good')
            : small(
                `/you/sessions/${one.id}/end`,
                say('session_end'),
                deviceName(one.device) ?? say('browser_unknown'),
              ),
        ],
      })),
      empty: nothing,
    }),
  });
}

function tokens(visit: SignInVisit, request: SignedInRequest, own: Own): Html {
  const { say } = visit;
  return card({
    title: say('tokens'),
    id: 'tokens',
    body: html`<p class="hint">${say('tokens_text')}</p>
      ${table({
        caption: say('tokens'),
        columns: [
          { head: say('name') },
          { head: say('until') },
          { head: say('used') },
          { head: say('act') },
        ],
        rows: own.tokens.map((one) => ({
          cells: [
            one.name,
            moment(request, one.expiresAt),
            one.lastUsedAt === null ? say('never') : moment(request, one.lastUsedAt),
            small(`/you/tokens/${one.id}/end`, say('token_end'), one.name),
          ],
        })),
        empty: empty(say('tokens_none'), say('tokens_none_text')),
      })}
      ${
        isFresh(request)
          ? html`<details class="action">
              <summary>${say('token_make')}</summary>
              <form method="post" action="/you/tokens" class="stack">
                <div class="field">
                  <label for="token-name">${say('token_name')}</label>
                  <p class="hint" id="token-name-hint">${say('token_name_hint')}</p>
                  <input
                    id="token-name"
                    name="name"
                    type="text"
                    class="medium"
                    required
                    maxlength="60"
                    autocomplete="off"
                    aria-describedby="token-name-hint"
                  />
                </div>
                ${field({
                  name: 'days',
                  label: say('token_days'),
                  value: '90',
                  inputmode: 'numeric',
                  maxlength: 3,
                  width: 'short',
                })}
                <button class="primary">${say('token_make')}</button>
              </form>
            </details>`
          : html`<p><a href="/verify?next=/you">${say('token_verify')}</a></p>`
      }`,
  });
}

/** A small button in a row. Screen readers hear what it is for. */
function small(to: string, text: string, about: string): Html {
  return html`<form method="post" action="${to}">
    <button class="bare" aria-label="${text}: ${about}">${text}</button>
  </form>`;
}
