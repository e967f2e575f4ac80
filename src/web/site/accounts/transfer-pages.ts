import { z } from 'zod';
import { readFigure } from '../../../languages/reading.ts';
import { currencyOf } from '../../../money/amount.ts';
import { listShares } from '../../../operations/shares/list-shares.ts';
import { makeTransfer } from '../../../operations/shares/make-transfer.ts';
import { reviewTransfer } from '../../../operations/shares/review-transfer.ts';
import { formOf } from '../../frame/form.ts';
import { perform, type Told } from '../../../operations/perform.ts';
import { pathWith, toVerify, verifyPath } from '../../frame/to-verify.ts';
import { agreedIn, agreeFields } from '../agreements/agree.ts';
import { field, select } from '../../ui/field.ts';
import { moneyText } from '../../ui/figures.ts';
import { html, nothing, type Html } from '../../ui/html.ts';
import { empty, notice } from '../../ui/notice.ts';
import { accountsPage, nameOf, sum, type ShownShare, type Visit } from './visit.ts';

/** The form for from, to and amount. Nothing moves yet. */
export async function transferForm(
  visit: Visit,
  given: { readonly form?: Record<string, string>; readonly refused?: Told } = {},
): Promise<Response> {
  const { request, say, context } = visit;
  const form = given.form ?? context.req.query();
  const { done } = await perform(request, listShares, {});
  const card = transferCard(visit, { shares: done?.shares ?? [], form, refused: given.refused });
  const isLocked = request.member.lockedAt !== undefined;
  return accountsPage(visit, {
    title: say('transfer_title'),
    section: 'transfer',
    refused: given.refused,
    fields: card ? ['from', 'to', 'amount'] : [],
    body: html`<h1>${say('transfer_title')}</h1>
      <p class="lead">${say('transfer_lead')}</p>
      ${
        isLocked
          ? notice(
              'mind',
              html`${say('transfer_locked')}
                <a href="/messages/lock">${say('transfer_unlock')}</a>`,
            )
          : card
            ? html`<div class="card transfer">${card}</div>`
            : empty(say('transfer_none'), say('transfer_none_text'))
      }`,
  });
}

/**
 * The form for a transfer between the member's accounts. Its next page is the preview.
 * @returns `undefined` if nothing can move: there are no two accounts for it, or LOCK stops it
 */
export function transferCard(
  visit: Visit,
  given: {
    readonly shares: readonly ShownShare[];
    readonly form: Readonly<Record<string, string>>;
    readonly refused?: Told | undefined;
  },
): Html | undefined {
  const { request, say } = visit;
  const { form, refused } = given;
  const open = given.shares.filter(({ closed }) => !closed);
  const sources = open.filter(({ mayMoveFrom }) => mayMoveFrom);
  const targets = open.filter(({ mayMoveTo }) => mayMoveTo);
  if (sources.length === 0 || targets.length === 0 || open.length < 2) return undefined;
  if (request.member.lockedAt !== undefined) return undefined;
  return html`<form class="stack" action="/transfer/review">
    <input type="hidden" name="nonce" value="${request.world.ids.next()}" />
    ${choice(visit, { name: 'from', label: say('transfer_from'), shares: sources, form, refused })}
    ${choice(visit, { name: 'to', label: say('transfer_to'), shares: targets, form, refused })}
    ${field({
      name: 'amount',
      label: say('transfer_amount'),
      hint: say('transfer_amount_hint'),
      value: form['amount'] ?? '',
      inputmode: 'decimal',
      maxlength: 20,
      width: 'short',
      autocomplete: 'off',
      ...errorOf(refused, 'amount'),
    })}
    <button class="primary">${say('transfer_go')}</button>
  </form>`;
}

function choice(
  visit: Visit,
  given: {
    readonly name: 'from' | 'to';
    readonly label: string;
    readonly shares: readonly ShownShare[];
    readonly form: Readonly<Record<string, string>>;
    readonly refused: Told | undefined;
  },
): Html {
  const { say } = visit;
  return select({
    name: given.name,
    label: given.label,
    value: given.form[given.name] ?? '',
    choices: [
      { value: '', label: say('transfer_choose') },
      ...given.shares.map((share) => ({
        value: share.suffix,
        label: say(share.kind === 'loan' ? 'option_loan' : 'option', {
          name: nameOf(say, share),
          amount: sum(
            visit,
            share.kind === 'loan' ? share.ledger : share.available,
            share.currency,
          ),
        }),
      })),
    ],
    ...errorOf(given.refused, given.name),
  });
}

function errorOf(refused: Told | undefined, name: string): { readonly error?: string } {
  const error = refused?.fields[name];
  return error === undefined ? {} : { error };
}

/** How much a member may move in a day before we ask for a proof of identity. */
function proofLimit({ request }: Visit, currency: string): string {
  const { freshProofAbove } = request.institution.settings.onlineLimits;
  return moneyText(freshProofAbove, currency, request.language);
}

/**
 * Previews the transfer: both accounts before and after. It is a page by GET, so that the back
 * button works. Its URL carries the form's nonce, so that a second try from the same page shows the
 * transfer already made.
 */
export async function reviewPage(
  visit: Visit,
  given: { readonly form?: Record<string, string>; readonly refused?: Told } = {},
): Promise<Response> {
  const { request, say } = visit;
  const form = given.form ?? visit.context.req.query();
  const { done, refused } = await perform(request, reviewTransfer, transferOf(form, visit));
  if (!done) return transferForm(visit, { form, refused });
  const figure = (text: string) => sum(visit, text, done.currency);
  const amount = figure(done.amount);
  const places = { amount, from: nameOf(say, done.from), to: nameOf(say, done.to) };
  const nonce = z.uuid().safeParse(form['nonce']).data ?? done.nonce;
  const again = pathWith('/transfer', transferIn(form));
  return accountsPage(visit, {
    title: say('review_title'),
    section: 'transfer',
    refused: given.refused,
    fields: done.agreeTo,
    body: html`<h1>${say('review_title')}</h1>
      <section class="card stack">
        <p class="figure-large">${amount}</p>
        <p>${say('review_text', places)}</p>
        ${
          done.overdraws
            ? notice(
                'mind',
                say('review_overdraws', { from: places.from, after: figure(done.from.after) }),
              )
            : nothing
        }
        ${sidesTable(visit, done)}
        ${
          done.wantsProof
            ? html`<p>${say('review_proof', { limit: proofLimit(visit, done.currency) })}</p>
                <p class="row">
                  <a class="button primary" href="${verifyPath(reviewPath({ ...form, nonce }))}"
                    >${say('review_prove')}</a
                  >
                  <a href="${again}">${say('review_back')}</a>
                </p>`
            : html`<form class="stack" method="post" action="/transfer">
                <input type="hidden" name="from" value="${done.from.suffix}" />
                <input type="hidden" name="to" value="${done.to.suffix}" />
                <input type="hidden" name="amount" value="${done.amount}" />
                <input type="hidden" name="nonce" value="${nonce}" />
                ${agreeFields(request, { agreeTo: done.agreeTo, form, refused: given.refused })}
                <p class="row">
                  <button class="primary">${say('review_make', { amount })}</button>
                  <a href="${again}">${say('review_back')}</a>
                </p>
              </form>`
        }
      </section>`,
  });
}

/** The preview of a form's transfer, with the same nonce. */
function reviewPath(form: Readonly<Record<string, string>>): string {
  return pathWith('/transfer/review', { ...transferIn(form), nonce: form['nonce'] ?? '' });
}

function transferIn(form: Readonly<Record<string, string>>) {
  return { from: form['from'] ?? '', to: form['to'] ?? '', amount: form['amount'] ?? '' };
}

function sidesTable(visit: Visit, done: z.output<typeof reviewTransfer.output>): Html {
  const { say } = visit;
  return html`<table class="rows">
    <thead>
      <tr>
        <th scope="col">${say('review_account')}</th>
        <th scope="col" class="number">${say('review_before')}</th>
        <th scope="col" class="number">${say('review_after')}</th>
      </tr>
    </thead>
    <tbody>
      ${[done.from, done.to].map(
        (side) =>
          html`<tr>
            <th scope="row">
              ${nameOf(say, side)}
              ${side.kind === 'loan' ? html`<span class="hint">${say('owed')}</span>` : nothing}
            </th>
            <td class="number" data-label="${say('review_before')}">
              ${sum(visit, side.before, done.currency)}
            </td>
            <td class="number" data-label="${say('review_after')}">
              ${sum(visit, side.after, done.currency)}
            </td>
          </tr>`,
      )}
    </tbody>
  </table>`;
}

/** Makes the transfer, once for each preview. A second post shows the same result. */
export async function postTransfer(visit: Visit): Promise<Response> {
  const { request, say } = visit;
  const form = await formOf(visit.context);
  const { done, refused } = await perform(request, makeTransfer, {
    from: form['from'] ?? '',
    to: form['to'] ?? '',
    amount: form['amount'] ?? '',
    nonce: form['nonce'] ?? '',
    agreedTo: agreedIn(form),
  });
  if (refused?.code === 'verify_first') return toVerify(visit, reviewPath(form));
  if (refused?.code === 'disclosures_first') return reviewPage(visit, { form, refused });
  if (!done) return transferForm(visit, { form, refused });
  const { done: listed } = await perform(request, listShares, {});
  const find = (suffix: string) => listed?.shares.find((share) => share.suffix === suffix);
  const nameFor = (suffix: string) => {
    const share = find(suffix);
    return share ? nameOf(say, share) : suffix;
  };
  const figure = (text: string) => sum(visit, text, done.currency);
  if (done.state === 'pending') {
    const places = {
      amount: figure(done.amount),
      from: nameFor(done.from.suffix),
      to: nameFor(done.to.suffix),
    };
    return pendingPage(visit, { form, text: say('pending_text', places) });
  }
  return accountsPage(visit, {
    title: say('made_title'),
    section: 'transfer',
    body: html`<h1>${say('made_title')}</h1>
      ${notice(
        'done',
        done.already
          ? say('made_already')
          : say('made_text', {
              amount: figure(done.amount),
              from: nameFor(done.from.suffix),
              to: nameFor(done.to.suffix),
            }),
      )}
      <section class="card stack">
        <dl class="facts">
          ${[done.from, done.to].map(({ suffix, available }) =>
            available === null
              ? nothing
              : html`<dt>
                    ${nameFor(suffix)} ·
                    ${find(suffix)?.kind === 'loan' ? say('owed') : say('made_now')}
                  </dt>
                  <dd>${figure(available)}</dd>`,
          )}
          <dt>${say('made_receipt')}</dt>
          <dd>${done.receipt ?? ''}</dd>
        </dl>
      </section>
      <p class="row">
        <a class="button primary" href="/accounts">${say('made_accounts')}</a>
        <a href="/transfer">${say('made_more')}</a>
      </p>`,
  });
}

/**
 * Another core has not confirmed it yet: the same form asks again, and moves nothing a second time.
 */
async function pendingPage(
  visit: Visit,
  { form, text }: { readonly form: Readonly<Record<string, string>>; readonly text: string },
): Promise<Response> {
  const { say } = visit;
  return accountsPage(visit, {
    title: say('pending_title'),
    section: 'transfer',
    body: html`<h1>${say('pending_title')}</h1>
      ${notice('mind', text)}
      <form class="stack" method="post" action="/transfer">
        ${['from', 'to', 'amount', 'nonce'].map(
          (name) => html`<input type="hidden" name="${name}" value="${form[name] ?? ''}" />`,
        )}
        <p class="row">
          <button class="primary">${say('pending_again')}</button>
          <a href="/accounts">${say('made_accounts')}</a>
        </p>
      </form>`,
  });
}

/** Converts the form for the operation: an amount as members write it becomes a plain decimal. */
function transferOf(form: Readonly<Record<string, string>>, { request }: Visit) {
  const written = (form['amount'] ?? '').trim();
  const digits = currencyOf(request.institution.currency)?.digits;
  const read =
    written === '' ? undefined : readFigure(written, { language: request.language, digits });
  return {
    from: form['from'] ?? '',
    to: form['to'] ?? '',
    amount: read !== undefined && 'amount' in read ? read.amount : written,
  };
}
