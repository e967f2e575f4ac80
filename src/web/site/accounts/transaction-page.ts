import type { z } from 'zod';
import {
  askAboutTransaction,
  disputeTransaction,
  wordsMax,
} from '../../../operations/shares/ask-about.ts';
import { describeEntry, postedWords } from '../../../operations/shares/wording.ts';
import { perform, type Told } from '../../../operations/perform.ts';
import { readShare } from '../../../operations/shares/read-share.ts';
import { readTransaction } from '../../../operations/shares/read-transaction.ts';
import { formOf } from '../../frame/form.ts';
import { day, moment, money } from '../../ui/figures.ts';
import { html, nothing, type Html } from '../../ui/html.ts';
import type { AskedKind } from '../../../staff/asked-about.ts';
import { notice } from '../../ui/notice.ts';
import { textArea } from '../../ui/text-area.ts';
import { transactionPath } from './entry-rows.ts';
import { accountsPage, minor, nameOf, nobodys, sum, type ShownShare, type Visit } from './visit.ts';

type Read = z.output<typeof readTransaction.output>;

/** Where a transaction is: its account, and its number there. */
interface Place {
  readonly suffix: string;
  readonly number: string;
}

/** Shows one transaction: both sides, the balances around it, its receipt, and what was asked. */
export async function transactionPage(visit: Visit, place: Place): Promise<Response> {
  const { request, say, context } = visit;
  const { done: share, refused } = await perform(request, readShare, { suffix: place.suffix });
  if (!share) return nobodys(visit, refused);
  const { done, refused: none } = await perform(request, readTransaction, { ...place });
  if (!done) return nobodys(visit, none);
  const { language } = request;
  const title = describeEntry(say, done.entry);
  const sign = share.kind === 'loan' ? -1n : 1n;
  const amount = minor(done.entry.amount, done.currency) * sign;
  const path = transactionPath(share.suffix, done.entry);
  return accountsPage(visit, {
    title,
    body: html`<p class="back"><a href="/accounts/${share.suffix}">${nameOf(say, share)}</a></p>
      <div class="transaction-head">
        <h1>${title}</h1>
        <p class="figure-large">
          ${money(amount, { currency: done.currency, language, signed: true })}
        </p>
        <p class="hint">${day(Temporal.PlainDate.from(done.entry.on), language)}</p>
      </div>
      ${context.req.query('done') === 'question' ? askedDone(visit, done) : nothing}
      ${factsCard(visit, share, done)} ${askedCard(visit, done, path)}`,
  });
}

/** Says that a question was sent. The reference comes from the address, so only one of the member's own is shown. */
function askedDone({ context, say }: Visit, { asked }: Read): Html {
  const given = context.req.query('reference');
  const own = asked.find(({ reference }) => reference === given);
  return own ? notice('done', say('asked_done', { reference: own.reference })) : nothing;
}

/** The facts of a transaction, each with its name. */
function factsCard(visit: Visit, share: ShownShare, done: Read): Html {
  const { request, say } = visit;
  const { entry, otherSide } = done;
  const figure = (text: string) => sum(visit, text, done.currency);
  const here = html`<a href="/accounts/${share.suffix}">${nameOf(say, share)}</a>`;
  const there = otherSide
    ? html`<a href="${transactionPath(otherSide.suffix, otherSide)}">${nameOf(say, otherSide)}</a>`
    : html`${describeEntry(say, entry)}`;
  const leaves = entry.amount.startsWith('-') !== (share.kind === 'loan');
  const [from, to] = leaves ? [here, there] : [there, here];
  const facts: readonly (readonly [string, string | Html | null])[] = [
    [say('transaction_from'), from],
    [say('transaction_to'), to],
    [say('transaction_check'), entry.checkNumber],
    [say('transaction_before'), figure(done.before)],
    [say('transaction_after'), figure(entry.balance)],
    [
      say('transaction_posted'),
      moment(Temporal.Instant.from(done.postedAt), {
        zone: request.institution.zone,
        language: request.language,
      }),
    ],
    [say('transaction_words'), postedWords(say, { ...entry, description: done.posted }) ?? null],
    [say('made_receipt'), done.receipt],
  ];
  return html`<section class="card" aria-labelledby="facts">
    <h2 class="unseen" id="facts">${say('transaction_facts')}</h2>
    <dl class="facts">
      ${facts.map(([name, value]) =>
        value === null
          ? nothing
          : html`<dt>${name}</dt>
              <dd>${value}</dd>`,
      )}
    </dl>
  </section>`;
}

/** What the member asked about the transaction, and how to ask. */
function askedCard({ request, say }: Visit, { asked }: Read, path: string): Html {
  const { language, institution } = request;
  return html`<section class="card stack" aria-labelledby="asked">
    <h2 id="asked">${say('asked_title')}</h2>
    ${
      asked.length === 0
        ? nothing
        : html`<ul class="list">
            ${asked.map(({ kind, reference, open, at }) => {
              const name = say(`asked_${kind}`, { reference });
              return html`<li class="list-item">
                <p>
                  ${
                    kind === 'dispute'
                      ? html`<a href="/messages/disputes/${reference}">${name}</a>`
                      : name
                  }
                </p>
                <p class="hint">
                  ${say(open ? 'asked_open' : 'asked_closed')} ·
                  ${moment(Temporal.Instant.from(at), { zone: institution.zone, language })}
                </p>
              </li>`;
            })}
          </ul>`
    }
    <p class="row">
      <a class="button" href="${path}/question">${say('ask_question')}</a>
      <a class="button danger" href="${path}/dispute">${say('ask_dispute')}</a>
    </p>
  </section>`;
}

/** The form for a question about a transaction, or for a dispute. */
export async function askPage(
  visit: Visit,
  given: Place & {
    readonly what: AskedKind;
    readonly form?: Record<string, string>;
    readonly refused?: Told;
  },
): Promise<Response> {
  const { request, say } = visit;
  const { what, suffix, number, refused } = given;
  const { done, refused: none } = await perform(request, readTransaction, { suffix, number });
  if (!done) return nobodys(visit, none);
  const { entry, currency } = done;
  const path = transactionPath(suffix, entry);
  const error = refused?.fields['words'];
  const { phone } = request.institution.settings;
  return accountsPage(visit, {
    title: say(`${what}_title`),
    refused,
    fields: ['words'],
    body: html`<p class="back"><a href="${path}">${describeEntry(say, entry)}</a></p>
      <h1>${say(`${what}_title`)}</h1>
      <p class="lead">${say(`${what}_lead`, { phone })}</p>
      <form class="card stack ask" method="post" action="${path}/${what}">
        <p class="row apart">
          <strong>${describeEntry(say, entry)}</strong>
          <span>${sum(visit, entry.amount.replace(/^-/, ''), currency)}</span>
        </p>
        <p class="hint">${day(Temporal.PlainDate.from(entry.on), request.language)}</p>
        ${textArea({
          name: 'words',
          label: say(`${what}_words`),
          hint: say(`${what}_words_hint`),
          value: given.form?.['words'] ?? '',
          maxlength: wordsMax,
          rows: 5,
          ...(error === undefined ? {} : { error }),
        })}
        <button class="primary">${say(`${what}_send`)}</button>
      </form>`,
  });
}

/** Sends a question or opens a dispute. A dispute leads to its own page. */
export async function postAsk(
  visit: Visit,
  given: Place & { readonly what: AskedKind },
): Promise<Response> {
  const { request, context } = visit;
  const { what, suffix, number } = given;
  const form = await formOf(context);
  const asked = { suffix, number, words: form['words'] ?? '' };
  if (what === 'dispute') {
    const { done, refused } = await perform(request, disputeTransaction, asked);
    if (!done) return askPage(visit, { ...given, form, refused });
    const how = done.already ? 'already' : 'opened';
    return context.redirect(`/messages/disputes/${done.reference}?done=dispute_${how}`, 303);
  }
  const { done, refused } = await perform(request, askAboutTransaction, asked);
  if (!done) return askPage(visit, { ...given, form, refused });
  const path = transactionPath(suffix, { number });
  return context.redirect(`${path}?done=question&reference=${done.reference}`, 303);
}
