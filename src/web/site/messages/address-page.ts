import { removeAddress } from '../../../operations/messages/remove-address.ts';
import { setAddressRights } from '../../../operations/messages/set-address-rights.ts';
import { unlockMoney } from '../../../operations/messages/unlock-money.ts';
import { formOf } from '../../frame/form.ts';
import { refuse } from '../../../operations/refusals.ts';
import { perform, tell, type Told } from '../../../operations/perform.ts';
import { withMoment } from '../../ui/figures.ts';
import { html, nothing, type Html } from '../../ui/html.ts';
import { notice } from '../../ui/notice.ts';
import { agreedIn, agreeFields } from '../agreements/agree.ts';
import { kindsOf, ownAddress, rightsText, stateText, type Address } from './home-page.ts';
import { rightsFields, rightsIn, rightsNames, rightsWritten } from './rights-fields.ts';
import {
  channelWords,
  enrollPath,
  goTo,
  nameOf,
  sectionPage,
  toVerify,
  type Visit,
} from './section.ts';
import { isFresh } from '../../../operations/perform.ts';

/** Shows one address: its rights, its code, and how to pause and remove it. */
export async function addressPage(
  visit: Visit,
  given: {
    readonly id: string;
    readonly form?: Record<string, string>;
    readonly refused?: Told | undefined;
  },
): Promise<Response> {
  const { request, say } = visit;
  const { id, refused } = given;
  const own = await ownAddress(visit, id);
  if (!own) return nobodys(visit, refused);
  const { address, listed } = own;
  const name = nameOf(address);
  const since = withMoment(say('address_since'), Temporal.Instant.from(address.addedAt), {
    zone: request.institution.zone,
    language: request.language,
  });
  const { agreeTo, encrypted: isEncryptedToo } = listed[address.channel];
  return sectionPage(visit, {
    title: say('address_title', { channel: channelWords(visit, address.channel).name, name }),
    lead: html`${channelWords(visit, address.channel).name} ${kindsOf(visit, listed, address)}.
    ${stateText(say, address)}. ${rightsText(say, address)}. ${since}
    ${isEncryptedToo ? say('x_kinds') : nothing}`,
    refused,
    fields: isFresh(request) ? [...rightsNames, ...agreeTo] : [],
    body: html`${moneyLock(visit, address)}
      ${rightsCard(visit, { id, address, agreeTo, form: given.form, refused })}
      <section class="card stack" aria-labelledby="code">
        <h2 id="code">${say('code_title')}</h2>
        <p>${say('code_lead')} ${say('code_worth')}</p>
        ${
          address.state === 'suspended'
            ? nothing
            : html`<p>
                <a class="button" href="${pathOf(id)}/code">${say('code_show')}</a>
              </p>`
        }
        <p><a href="/messages/check">${say('nav_check')}</a></p>
      </section>
      <section class="card stack" aria-labelledby="remove">
        <h2 id="remove">${say('remove_title')}</h2>
        <p>${say('remove_lead')}</p>
        <form method="post" action="${pathOf(id)}/remove">
          <button class="danger">${say('remove_confirm')}</button>
        </form>
      </section>
      <p><a href="/messages">${say('back_home')}</a></p>`,
  });
}

/**
 * Shows the rights of an address: a form for a member who verified just now, otherwise a link to
 * verification.
 */
function rightsCard(
  visit: Visit,
  {
    id,
    address,
    agreeTo,
    form,
    refused,
  }: {
    readonly id: string;
    readonly address: Address;
    readonly agreeTo: Parameters<typeof agreeFields>[1]['agreeTo'];
    readonly form: Record<string, string> | undefined;
    readonly refused: Told | undefined;
  },
): Html {
  const { request, say } = visit;
  const values = form
    ? rightsWritten(form)
    : {
        mayMoveMoney: address.mayMoveMoney,
        perTransfer: address.perTransfer ?? '',
        perDay: address.perDay ?? '',
      };
  return html`<section class="card stack" aria-labelledby="rights">
    <h2 id="rights">${say('rights_title')}</h2>
    ${
      isFresh(request)
        ? html`<form class="stack" method="post" action="${pathOf(id)}/rights">
            ${rightsFields(visit, { values, refused, titleAbove: true })}
            ${agreeFields(request, { agreeTo, form: form ?? {}, refused })}
            <button class="primary">${say('rights_save')}</button>
          </form>`
        : html`<p>${rightsText(say, address)}</p>
            <p class="hint">${say('rights_verify')}</p>
            <p>
              <a class="button" href="/verify?next=${encodeURIComponent(pathOf(id))}"
                >${say('rights_verify_button')}</a
              >
            </p>`
    }
  </section>`;
}

/** The page for an id that does not exist or belongs to somebody else. */
export async function nobodys(visit: Visit, refused?: Told): Promise<Response> {
  return sectionPage(visit, {
    title: visit.say('nav_home'),
    body: html`<p><a href="/messages">${visit.say('back_home')}</a></p>`,
    refused: refused ?? tell(visit.request, refuse('not_found')),
  });
}

function pathOf(id: string): string {
  return `/messages/addresses/${id}`;
}

/**
 * Says why money is locked, and offers the way to lift it: a button, or a new proof of the address.
 */
function moneyLock({ say }: Visit, { id, channel, state, stopped, moneyLocked }: Address): Html {
  const again = html`<p>
    <a class="button primary" href="${enrollPath(channel)}">${say('verify_again')}</a>
  </p>`;
  if (state === 'suspended') return html`${notice('mind', say('suspended_text'))} ${again}`;
  if (moneyLocked === null) return nothing;
  const reason = say(`locked_${moneyLocked}`);
  // While STOP holds, only START from there lifts it.
  if (moneyLocked === 'stop' && stopped)
    return notice('mind', say('stopped_text'), say('address_money_locked'));
  if (moneyLocked === 'confirmation_failures' || moneyLocked === 'stop') {
    return html`${notice('mind', reason, say('address_money_locked'))}
      <form method="post" action="${pathOf(id)}/unlock">
        <button class="primary">${say('unlock_money')}</button>
      </form>`;
  }
  const text = `${reason} ${say('verify_again_text')}`;
  return html`${notice('mind', text, say('address_money_locked'))} ${again}`;
}

export async function postRights(visit: Visit, id: string): Promise<Response> {
  const form = await formOf(visit.context);
  const { done, refused } = await perform(visit.request, setAddressRights, {
    id,
    agreedTo: agreedIn(form),
    ...rightsIn(form, visit.request),
  });
  if (done) return goTo(visit, pathOf(id), 'rights');
  if (refused.code === 'verify_first') return toVerify(visit, pathOf(id));
  return addressPage(visit, { id, form, refused });
}

export async function postUnlockMoney(visit: Visit, id: string): Promise<Response> {
  const { done, refused } = await perform(visit.request, unlockMoney, { id });
  if (done) return goTo(visit, pathOf(id), 'unlocked');
  if (refused.code === 'verify_first') return toVerify(visit, pathOf(id));
  return addressPage(visit, { id, refused });
}

export async function postRemove(visit: Visit, id: string): Promise<Response> {
  const { done, refused } = await perform(visit.request, removeAddress, { id });
  if (refused?.code === 'verify_first') return toVerify(visit, pathOf(id));
  return done ? goTo(visit, '/messages', 'removed') : nobodys(visit, refused);
}
