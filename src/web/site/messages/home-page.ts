import {
  enrollableChannels,
  isAccountChannel,
  isEnrollable,
} from '../../../channels/descriptors.ts';
import { channelNames } from '../../../kernel/vocabulary/channel.ts';
import { byName } from '../../../kernel/by-name.ts';
import type { z } from 'zod';
import { listAddresses } from '../../../operations/messages/list-addresses.ts';
import { pauseAddress } from '../../../operations/messages/pause-address.ts';
import { resumeAddress } from '../../../operations/messages/resume-address.ts';
import type { Operation } from '../../../operations/operation.ts';
import { perform } from '../../../operations/perform.ts';
import { day } from '../../ui/figures.ts';
import { html, nothing, type Html } from '../../ui/html.ts';
import { empty, notice } from '../../ui/notice.ts';
import {
  channelWords,
  enrollPath,
  goTo,
  nameOf,
  sectionPage,
  toVerify,
  type Visit,
} from './section.ts';
import type { Say } from './say.ts';

type Listed = z.output<typeof listAddresses.output>;
export type Address = Listed['addresses'][number];

/** Shows the section's home: the member's addresses with their rights, and what they can add. */
export async function homePage(visit: Visit): Promise<Response> {
  const { request, say } = visit;
  const { settings } = request.institution;
  const { done } = await perform(request, listAddresses, {});
  const listed = done ?? {
    addresses: [],
    locked: false,
    ...byName(channelNames, () => none),
  };
  return sectionPage(visit, {
    title: say('home_title', { service: settings.service }),
    lead: say('home_lead'),
    body: html`${
        listed.locked
          ? notice(
              'mind',
              html`${say('home_locked')} <a href="/messages/lock">${say('home_unlock')}</a>`,
            )
          : nothing
      }
      <section class="card stack" aria-labelledby="channels">
        <h2 id="channels">${say('home_channels')}</h2>
        ${
          listed.addresses.length === 0
            ? empty(say('home_empty'), say('home_empty_text'))
            : addressList(visit, listed)
        }
      </section>
      ${addCards(visit, listed)}`,
  });
}

const none: Listed[(typeof channelNames)[number]] = {
  offered: false,
  agreeTo: [],
  encrypted: false,
};

function addressList(visit: Visit, listed: Listed): Html {
  const { addresses } = listed;
  const { request, say } = visit;
  return html`<ul class="list">
    ${addresses.map(
      (address) =>
        html`<li class="list-item">
          <p>
            <strong>${channelWords(visit, address.channel).name}</strong>
            ${
              // The app is the one address without a name of its own.
              address.name === ''
                ? nothing
                : html`<span class="list-name">${kindsOf(visit, listed, address)}</span>`
            }
          </p>
          <p class="hint">${stateText(say, address)} · ${rightsText(say, address)}</p>
          <p class="hint">
            ${say('column_used')}:
            ${
              address.lastUsedOn
                ? day(Temporal.PlainDate.from(address.lastUsedOn), request.language)
                : say('used_never')
            }
          </p>
          ${actions(say, address)}
        </li>`,
    )}
  </ul>`;
}

/** Names an address, and an account with its kinds of messages: `(@member): direct messages and X Chat`. */
export function kindsOf(
  { request, say }: Visit,
  listed: Listed,
  address: Pick<Address, 'channel' | 'name'>,
): string {
  const { channel } = address;
  const name = nameOf(address);
  if (!isEnrollable(channel) || !isAccountChannel(channel)) return name;
  const { encrypted, encryptedHandle: chat } = listed[channel];
  const own = request.institution.settings[channel]?.handle ?? '';
  if (!encrypted) return `(${name}): ${say('kinds_one')}`;
  return `(${name}): ${chat === undefined ? say('kinds_both') : say('kinds_bot', { own, chat })}`;
}

/** Says whether we answer messages from an address now, and if not, why. */
export function stateText(say: Say, { state, stopped }: Address): string {
  return say(stopped && state === 'proven' ? 'state_stopped' : `state_${state}`);
}

/** Says what an address may do once we answer its messages. */
export function rightsText(say: Say, { mayMoveMoney, moneyLocked }: Address): string {
  if (!mayMoveMoney) return say('rights_none');
  return say(moneyLocked === null ? 'rights_money' : 'rights_locked');
}

/** The links of an address. It is removed on its own page. */
function actions(say: Say, address: Address): Html {
  const path = `/messages/addresses/${address.id}`;
  const name = nameOf(address);
  const toggle = address.state === 'paused' ? 'resume' : 'pause';
  return html`<div class="row">
    <a class="button quiet" href="${path}" aria-label="${say('manage_what', { name })}"
      >${say('manage')}</a
    >
    ${
      address.state === 'proven' || address.state === 'paused'
        ? html`<form method="post" action="${path}/${toggle}">
            <button class="quiet" aria-label="${say(`${toggle}_what`, { name })}">
              ${say(toggle)}
            </button>
          </form>`
        : nothing
    }
  </div>`;
}

function addCards(visit: Visit, { addresses, ...listed }: Listed): Html {
  const { request, say } = visit;
  const offered = enrollableChannels.filter((channel) => listed[channel].offered);
  if (offered.length === 0) return nothing;
  return html`<section class="stack" aria-labelledby="add">
    <h2 id="add">${say('home_add')}</h2>
    ${addresses.length < 2 ? html`<p class="hint">${say('home_second')}</p>` : nothing}
    <div class="cards">
      ${offered.map((channel) => {
        const own = request.institution.settings[channel];
        const words = channelWords(visit, channel).add;
        return html`<a class="card" href="${enrollPath(channel)}">
          <strong>${words?.title ?? ''}</strong>
          <span>${words?.text(own && 'handle' in own ? own.handle : '') ?? ''}</span>
        </a>`;
      })}
    </div>
  </section>`;
}

/** Finds one of the member's addresses, or gives the refusal's page if it is not theirs. */
export async function ownAddress(
  { request }: Visit,
  id: string,
): Promise<{ address: Address; listed: Listed } | undefined> {
  const { done } = await perform(request, listAddresses, {});
  const address = done?.addresses.find((one) => one.id === id);
  return done && address ? { address, listed: done } : undefined;
}

/** Handles posts that need only the id: pause and resume. */
export async function toggleAddress(
  visit: Visit,
  { id, what }: { readonly id: string; readonly what: 'pause' | 'resume' },
): Promise<Response> {
  const operation: Operation = what === 'pause' ? pauseAddress : resumeAddress;
  const { refused } = await perform(visit.request, operation, { id });
  if (!refused) return goTo(visit, '/messages', what === 'pause' ? 'paused' : 'resumed');
  if (refused.code === 'verify_first') return toVerify(visit, '/messages');
  return sectionPage(visit, { title: visit.say('nav_home'), body: nothing, refused });
}
