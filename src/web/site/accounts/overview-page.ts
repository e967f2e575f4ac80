import type { z } from 'zod';
import { listShares } from '../../../operations/shares/list-shares.ts';
import { readBalances } from '../../../operations/shares/read-balances.ts';
import { searchEntries } from '../../../operations/shares/search-entries.ts';
import { describeEntry } from '../../../operations/shares/wording.ts';
import { perform } from '../../../operations/perform.ts';
import { day, money, moneyText } from '../../ui/figures.ts';
import { html, nothing, type Html } from '../../ui/html.ts';
import { empty } from '../../ui/notice.ts';
import { balancePoints } from './balance-points.ts';
import { sparkline } from './sparkline.ts';
import { asOf } from './as-of.ts';
import { transactionPath } from './entry-rows.ts';
import { transferCard } from './transfer-pages.ts';
import { accountsPage, minor, nameOf, sum, type ShownShare, type Visit } from './visit.ts';

/** How many of the newest transactions the overview shows. */
const recentMax = 6;

/** Shows what the member has in all, each account, the newest transactions, and a quick transfer. */
export async function overviewPage(visit: Visit): Promise<Response> {
  const { request, say } = visit;
  const { done, refused } = await perform(request, listShares, {});
  const shares = done?.shares ?? [];
  const cards = await Promise.all(shares.map(async (share) => card(visit, share)));
  return accountsPage(visit, {
    title: say('overview_title'),
    refused,
    body:
      shares.length === 0
        ? html`<h1>${say('overview_title')}</h1>
            ${empty(say('overview_empty'), say('overview_empty_text'))}`
        : html`<div class="overview-head">
              <h1>${say('overview_title')}</h1>
              ${totals(visit, shares)}
            </div>
            <ul class="cards share-cards">
              ${cards}
            </ul>
            <div class="overview">
              ${await recent(visit, shares)} ${quickTransfer(visit, shares)}
            </div>`,
  });
}

/** Sums what is available, and what is owed, in each currency. */
function totals({ request, say }: Visit, shares: readonly ShownShare[]): Html {
  const open = shares.filter(({ closed }) => !closed);
  const add = (which: readonly ShownShare[], of: (share: ShownShare) => string) =>
    [...Map.groupBy(which, ({ currency }) => currency)].map(([currency, group]) =>
      moneyText(
        group.reduce((total, share) => total + minor(of(share), currency), 0n),
        currency,
        request.language,
      ),
    );
  const available = add(
    open.filter(({ kind }) => kind !== 'loan'),
    (share) => share.available,
  );
  const owed = add(
    open.filter(({ kind }) => kind === 'loan'),
    (share) => share.ledger,
  );
  const figure = (name: string, amounts: readonly string[]) =>
    amounts.length === 0
      ? nothing
      : html`<div>
          <dt>${name}</dt>
          <dd>${amounts.map((amount) => html`<span class="figure-large">${amount}</span>`)}</dd>
        </div>`;
  return html`<dl class="totals">
    ${figure(say('total_available'), available)} ${figure(say('total_owed'), owed)}
  </dl>`;
}

async function card(visit: Visit, share: ShownShare): Promise<Html> {
  const { request, say } = visit;
  const { done } = await perform(request, readBalances, { suffix: share.suffix, days: 90 });
  const drawn = done && balancePoints(done);
  const isLoan = share.kind === 'loan';
  const held = Number(share.held) === 0 ? undefined : sum(visit, share.held, share.currency);
  return html`<li>
    <a class="card share-card" href="/accounts/${share.suffix}">
      <span class="share-head">
        <strong>${nameOf(say, share)}</strong>
        ${share.nickname ? html`<span class="hint">${say(`kind_${share.kind}`)}</span>` : nothing}
        ${share.role === 'joint' ? html`<span class="tag">${say('role_joint')}</span>` : nothing}
        ${share.closed ? html`<span class="tag">${say('closed')}</span>` : nothing}
      </span>
      <span class="share-figure">
        <span class="figure"
          >${sum(visit, isLoan ? share.ledger : share.available, share.currency)}</span
        >
        <span class="hint"
          >${say(isLoan ? 'owed' : 'available')}${
            held === undefined ? nothing : html` · ${say('card_held', { amount: held })}`
          }</span
        >
        ${asOf(visit, share)}
      </span>
      ${drawn ? sparkline(drawn.points, drawn.days) : nothing}
    </a>
  </li>`;
}

type Found = z.output<(typeof searchEntries)['output']>['entries'][number];

/** The newest transactions of all accounts. An own transfer shows once, where the money left. */
async function recent(visit: Visit, shares: readonly ShownShare[]): Promise<Html> {
  const { request, say } = visit;
  const { done } = await perform(request, searchEntries, { count: recentMax * 2 });
  const entries = (done?.entries ?? []).filter(
    (entry) => !isSecondSide(entry, done?.entries ?? []),
  );
  return html`<section class="card stack" aria-labelledby="recent">
    <div class="row apart">
      <h2 id="recent">${say('recent_title')}</h2>
      <a href="/accounts/search">${say('search_link')}</a>
    </div>
    ${
      entries.length === 0
        ? empty(say('history_empty'), say('history_empty_text'))
        : html`<ul class="list linked">
            ${entries.slice(0, recentMax).map((entry) => {
              const share = shares.find(({ suffix }) => suffix === entry.suffix);
              const amount = minor(entry.amount, entry.currency);
              return html`<li class="list-item entry-item">
                <a href="${transactionPath(entry.suffix, entry)}">${describeEntry(say, entry)}</a>
                ${money(share?.kind === 'loan' ? -amount : amount, {
                  currency: entry.currency,
                  language: request.language,
                  signed: true,
                })}
                <span class="hint"
                  >${day(Temporal.PlainDate.from(entry.on), request.language)} ·
                  ${share ? nameOf(say, share) : entry.suffix}</span
                >
              </li>`;
            })}
          </ul>`
    }
  </section>`;
}

/** Whether the list has the other side of this own transfer, where the money left. */
function isSecondSide(entry: Found, entries: readonly Found[]): boolean {
  const { counter } = entry;
  if (counter?.direction !== 'from' || counter.suffix === null) return false;
  return entries.some(
    (one) =>
      one.suffix === counter.suffix &&
      one.counter?.suffix === entry.suffix &&
      one.on === entry.on &&
      one.amount.replace('-', '') === entry.amount.replace('-', ''),
  );
}

function quickTransfer(visit: Visit, shares: readonly ShownShare[]): Html {
  const { say } = visit;
  const form = transferCard(visit, { shares, form: {} });
  return form
    ? html`<section class="card stack" aria-labelledby="quick">
        <h2 id="quick">${say('quick_title')}</h2>
        ${form}
      </section>`
    : nothing;
}

/**
 * Shows how the available balance comes about: posted less held. The overdraft limit stands apart,
 * since it is in none of these figures.
 */
export function difference(visit: Visit, share: ShownShare): Html {
  const { say } = visit;
  const isHeld = Number(share.held) !== 0;
  const hasLimit = Number(share.overdraftLimit) !== 0;
  const line = (what: string, figure: string) =>
    html`<span class="difference-line"
      ><span>${what}</span> <span class="money">${sum(visit, figure, share.currency)}</span></span
    >`;
  return html`${
    isHeld
      ? html`<span class="difference">
          ${line(say('posted'), share.ledger)} ${line(`− ${say('held')}`, share.held)}
        </span>`
      : nothing
  }${
    hasLimit
      ? html`<span class="hint overdraft"
          >${say('overdraft', { amount: sum(visit, share.overdraftLimit, share.currency) })}</span
        >`
      : nothing
  }`;
}
