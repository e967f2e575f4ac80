import type { z } from 'zod';
import { packs } from '../../../../languages/index.ts';
import { sayOf } from '../../../../languages/say.ts';
import { staffFees, staffHolds, postedText } from '../../../../kernel/posted-text.ts';
import { readShareBooks } from '../../../../operations/books/list-entries.ts';
import { rightOf } from '../../../../operations/permissions.ts';
import { field, select } from '../../../ui/field.ts';
import { day } from '../../../ui/figures.ts';
import { html, nothing, type Html } from '../../../ui/html.ts';
import { empty, notice } from '../../../ui/notice.ts';
import { look, refusedLook, signedIn } from '../../frame/act.ts';
import type { ConsoleContext, SignedInRequest } from '../../frame/console-env.ts';
import { page } from '../../frame/page.ts';
import { action } from '../../ui/action.ts';
import { card, figure } from '../../ui/card.ts';
import { chip, type Tone } from '../../ui/chip.ts';
import { moment } from '../../ui/moment.ts';
import { table } from '../../ui/table.ts';
import { fileHead, memberPath } from '../file-head.ts';
import { amount, postedWords, sayBooks, sayMembers, shareName } from '../say.ts';

type ShareBooks = z.output<typeof readShareBooks.output>;
type Hold = ShareBooks['holds'][number];

export function sharePath(number: string, suffix: string): string {
  return `${memberPath(number)}/shares/${encodeURIComponent(suffix)}`;
}

/** An account of a member: figures, entries, holds, and what staff can post. */
export async function sharePage(context: ConsoleContext): Promise<Response> {
  const number = context.req.param('number') ?? '';
  const suffix = context.req.param('suffix') ?? '';
  const { before, q } = context.req.query();
  const { done, refused } = await look(context, readShareBooks, {
    number,
    suffix,
    ...(before === undefined ? {} : { before }),
    ...(q === undefined ? {} : { text: q }),
  });
  if (refused) return refusedLook(context, refused);
  const request = signedIn(context);
  const say = sayMembers(request);
  const { share, name } = done;
  const title = shareName(request, share);
  const shown = (one: string | null) => amount(request.language, one, share);
  return page(context, {
    title: `${title} · ${name}`,
    section: 'members',
    body: html`${fileHead(request, { number, name, under: [{ text: title }] })}
      ${done.booksOurs ? nothing : notice('tell', sayBooks(request)('elsewhere'))}
      <div class="figures">
        ${figure({ name: say('balance'), value: shown(share.ledger) })}
        ${figure({ name: say('held'), value: shown(share.held) })}
        ${figure({ name: say('available'), value: shown(share.available), tone: 'good' })}
      </div>
      <div class="with-side">
        <div class="flow">${entries(request, { number, q: q ?? '' }, done)}</div>
        <div class="side">
          ${done.booksOurs ? holds(request, number, done) : nothing}
          ${done.booksOurs && share.kind !== 'loan' ? acts(request, number, done) : nothing}
        </div>
      </div>`,
  });
}

function entries(
  request: SignedInRequest,
  { number, q }: { readonly number: string; readonly q: string },
  { share, entries: all, more }: ShareBooks,
): Html {
  const say = sayBooks(request);
  const members = sayMembers(request);
  const { language } = request;
  const { currency } = share;
  const to = sharePath(number, share.suffix);
  const last = all.at(-1)?.number;
  const older = new URLSearchParams({
    ...(last === undefined ? {} : { before: last }),
    ...(q === '' ? {} : { q }),
  }).toString();
  return html`${card({
    title: say('entries'),
    end: html`<form
      class="entry-filter"
      role="search"
      aria-label="${say('filter')}"
      method="get"
      action="${to}"
    >
      <input
        type="search"
        name="q"
        value="${q}"
        aria-label="${say('filter')}"
        placeholder="${say('filter')}"
        maxlength="60"
      />
      <button>${say('filter_go')}</button>
    </form>`,
    body: table({
      caption: say('entries'),
      columns: [
        { head: members('text') },
        { head: members('day') },
        { head: say('number'), isFigure: true },
        { head: say('amount'), isFigure: true },
        { head: say('balance_after'), isFigure: true },
      ],
      rows: all.map((entry) => ({
        href: `${to}/${entry.number}`,
        cells: [
          postedWords(request, entry.description),
          day(Temporal.PlainDate.from(entry.on), language),
          entry.number,
          amount(language, entry.amount, { currency, signed: true }),
          amount(language, entry.balance, { currency }),
        ],
      })),
      empty: empty(say('none'), q === '' ? '' : say('none_text')),
    }),
  })}
  ${more ? html`<p><a class="button" href="${to}?${older}">${say('older')}</a></p>` : nothing}`;
}

const tones: Readonly<Record<Hold['state'], Tone>> = {
  open: 'accent',
  captured: 'plain',
  released: 'plain',
  expired: 'plain',
};

function holds(request: SignedInRequest, number: string, { share, holds: all }: ShareBooks): Html {
  const say = sayBooks(request);
  const members = sayMembers(request);
  const { language } = request;
  return card({
    id: 'holds',
    title: say('holds'),
    body:
      all.length === 0
        ? html`<p class="soft">${say('no_holds')}</p>`
        : html`<ul class="plain-list holds">
            ${all.map(
              (hold) =>
                html`<li>
                  <p class="apart">
                    <strong>${postedWords(request, hold.description)}</strong>
                    ${amount(language, hold.state === 'open' ? hold.left : hold.placed, share)}
                  </p>
                  <p class="soft">
                    ${chip(say(`state_${hold.state}`), tones[hold.state])} ${say('placed')}
                    ${moment(request, hold.placedAt)} ·
                    ${
                      hold.expiresAt === null
                        ? members('until_released')
                        : html`${members('until')} ${moment(request, hold.expiresAt)}`
                    }
                  </p>
                  ${
                    hold.state === 'open'
                      ? action(request, {
                          id: `release-${hold.id}`,
                          permission: 'change_books',
                          title: say('release'),
                          to: `${sharePath(number, share.suffix)}/holds/${hold.id}/release`,
                        })
                      : nothing
                  }
                </li>`,
            )}
          </ul>`,
  });
}

function acts(request: SignedInRequest, number: string, { share }: ShareBooks): Html {
  if (rightOf(request.principal.roles, 'change_books') === undefined) return nothing;
  const say = sayBooks(request);
  const to = sharePath(number, share.suffix);
  // Each form has a key of its own: sent twice, it posts once.
  const key = () => html`<input type="hidden" name="key" value="${request.world.ids.next()}" />`;
  const money = (id: string) =>
    html`<div class="field">
      <label for="${id}-amount">${say('amount')}</label>
      <input
        id="${id}-amount"
        name="amount"
        inputmode="decimal"
        required
        maxlength="20"
        placeholder="25.00"
      />
    </div>`;
  return card({
    title: sayMembers(request)('acts'),
    body: html`<div class="acts">
      ${action(request, {
        id: 'hold',
        permission: 'change_books',
        title: say('place'),
        text: say('place_text'),
        to: `${to}/hold`,
        fields: html`${key()} ${money('hold')}
        ${select({
          name: 'purpose',
          label: say('purpose'),
          choices: staffHolds.map((hold) => ({
            value: hold,
            label: postedWords(request, postedText({ posted: 'hold', hold })),
          })),
        })}
        ${field({
          name: 'until',
          type: 'date',
          label: say('until_day'),
          hint: say('until_hint'),
          required: false,
        })}`,
      })}
      ${action(request, {
        id: 'fee',
        permission: 'change_books',
        title: say('fee'),
        text: say('fee_text'),
        to: `${to}/fee`,
        fields: html`${key()} ${money('fee')}
        ${select({
          name: 'fee',
          label: say('fee_what'),
          choices: staffFees.map((fee) => ({
            value: fee,
            label: feeName(request, fee),
          })),
        })}`,
      })}
    </div>`,
  });
}

function feeName({ language }: SignedInRequest, fee: (typeof staffFees)[number]): string {
  return sayOf(packs[language].site.accounts)(`fee_${fee}`);
}
