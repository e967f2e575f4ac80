import { packs } from '../../../languages/index.ts';
import { phoneChannels } from '../../../channels/descriptors.ts';
import { rightOf } from '../../../operations/permissions.ts';
import { day } from '../../ui/figures.ts';
import { html, nothing, type Html } from '../../ui/html.ts';
import type { SignedInRequest } from '../frame/console-env.ts';
import { action } from '../ui/action.ts';
import { card } from '../ui/card.ts';
import { chip } from '../ui/chip.ts';
import { facts } from '../ui/facts.ts';
import { momentText } from '../ui/moment.ts';
import { memberPath } from './file-head.ts';
import type { MemberFile } from './member-file.ts';
import { plain, sayMembers } from './say.ts';

type Address = MemberFile['addresses'][number];

/** The addresses of a member, each with its rights, limits and acts. A code is never shown. */
export function addressCards(request: SignedInRequest, file: MemberFile): Html {
  const say = sayMembers(request);
  return card({
    title: say('addresses'),
    body:
      file.addresses.length === 0
        ? html`<p class="soft">${say('no_addresses')}</p>`
        : html`<div class="addresses">
            ${file.addresses.map((address) => addressPart(request, file, address))}
          </div>`,
  });
}

function addressPart(request: SignedInRequest, file: MemberFile, address: Address): Html {
  const say = sayMembers(request);
  const { channels } = packs[request.language].locale;
  const since = address.codeSince && momentText(request, Temporal.Instant.from(address.codeSince));
  const mayRead = rightOf(request.principal.roles, 'read_messages') !== undefined;
  return html`<section class="address" aria-label="${nameOf(request, address)}">
    <header>
      <h3>${channels[address.channel].name} <span class="mono">${address.name ?? ''}</span></h3>
      <span class="chips">
        ${chip(say(`state_${address.state}`), address.state === 'proven' ? 'good' : 'mind')}
        ${address.stopped ? chip(say('stopped'), 'bad') : nothing}
      </span>
      ${
        mayRead && address.conversationId !== null
          ? html`<a href="/inbox/${address.conversationId}">${say('conversation')}</a>`
          : nothing
      }
    </header>
    ${facts([
      [say('money'), money(request, address)],
      [say('limits'), limitsLine(request, file, address)],
      [
        say('code'),
        since && address.codeVersion !== null
          ? say('code_line', { version: String(address.codeVersion), day: since })
          : say('code_none'),
      ],
      [
        say('last_used'),
        address.lastUsedOn === null
          ? '–'
          : day(Temporal.PlainDate.from(address.lastUsedOn), request.language),
      ],
    ])}
    ${addressActs(request, file, address)}
  </section>`;
}

function nameOf({ language }: SignedInRequest, { channel, name }: Address): string {
  return [packs[language].locale.channels[channel].name, name ?? ''].join(' ').trim();
}

function money(request: SignedInRequest, address: Address): Html {
  const say = sayMembers(request);
  if (address.moneyLock !== null)
    return chip(say('money_locked', { reason: address.moneyLock }), 'mind');
  return address.mayMoveMoney ? chip(say('money_yes'), 'good') : chip(say('money_no'));
}

function limitsLine(request: SignedInRequest, { limits }: MemberFile, address: Address): string {
  const say = sayMembers(request);
  const { currency } = limits;
  const text = (figure: string) => plain(request, figure, currency);
  const line = say('limits_line', {
    perTransfer: text(address.perTransfer),
    perDay: text(address.perDay),
  });
  return `${line} · ${say('used_today', { amount: text(address.usedToday) })}`;
}

function addressActs(request: SignedInRequest, file: MemberFile, address: Address): Html {
  const say = sayMembers(request);
  const to = `${memberPath(file.number)}/addresses/${address.id}`;
  return html`<div class="acts">
    ${
      address.mayMoveMoney && address.moneyLock === null
        ? action(request, {
            id: `stop-${address.id}`,
            permission: 'lock_member',
            title: say('stop_money'),
            to: `${to}/stop-money`,
          })
        : action(request, {
            id: `allow-${address.id}`,
            permission: 'open_access',
            title: say('allow_money'),
            to: `${to}/allow-money`,
          })
    }
    ${limitActs(request, { file, address, to })}
    ${
      phoneChannels.some((one) => one === address.channel)
        ? action(request, {
            id: `unmask-${address.id}`,
            permission: 'unmask',
            title: say('unmask'),
            to: `${to}/unmask`,
            text: say('unmask_text'),
          })
        : nothing
    }
    ${action(request, {
      id: `unbind-${address.id}`,
      permission: 'open_access',
      title: say('unbind'),
      to: `${to}/unbind`,
      text: say('unbind_text'),
      isDangerous: true,
    })}
  </div>`;
}

/** Raising takes two persons, lowering one. Nothing is raised above the institution's limits. */
function limitActs(
  request: SignedInRequest,
  given: { readonly file: MemberFile; readonly address: Address; readonly to: string },
): Html {
  const say = sayMembers(request);
  const { address, to } = given;
  const { limits } = given.file;
  const isHighest = address.perTransfer === limits.perTransfer && address.perDay === limits.perDay;
  return html`${
    isHighest
      ? nothing
      : action(request, {
          id: `raise-${address.id}`,
          permission: 'raise_limit',
          title: say('raise'),
          to: `${to}/raise-limits`,
          fields: limitFields(request, address, 'raise'),
          text: say('raise_text', {
            perTransfer: plain(request, limits.perTransfer, limits.currency),
            perDay: plain(request, limits.perDay, limits.currency),
          }),
        })
  }
  ${action(request, {
    id: `lower-${address.id}`,
    permission: 'change_member',
    title: say('lower'),
    to: `${to}/lower-limits`,
    fields: limitFields(request, address, 'lower'),
  })}`;
}

/** The page has these fields several times, so each has an id of its own. */
function limitFields(request: SignedInRequest, address: Address, form: string): Html {
  const say = sayMembers(request);
  const rows = [
    ['perTransfer', 'per_transfer', address.perTransfer],
    ['perDay', 'per_day', address.perDay],
  ] as const;
  return html`${rows.map(
    ([name, label, value]) =>
      html`<div class="field">
        <label for="${form}-${address.id}-${name}">${say(label)}</label>
        <input
          id="${form}-${address.id}-${name}"
          name="${name}"
          inputmode="decimal"
          value="${value}"
          required
          maxlength="20"
        />
      </div>`,
  )}`;
}
