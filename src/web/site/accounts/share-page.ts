import { asOf } from './as-of.ts';
import { historyFilters } from '../../../operations/shares/list-history.ts';
import { listHolds } from '../../../operations/shares/list-holds.ts';
import { readShare } from '../../../operations/shares/read-share.ts';
import { describeEntry } from '../../../operations/shares/wording.ts';
import { perform } from '../../../operations/perform.ts';
import { field, select } from '../../ui/field.ts';
import { percentText } from '../../../languages/figures.ts';
import { day, money } from '../../ui/figures.ts';
import { html, nothing, type Html } from '../../ui/html.ts';
import { empty } from '../../ui/notice.ts';
import { entryTable } from './entry-rows.ts';
import { foundEntries } from './found-entries.ts';
import { difference } from './overview-page.ts';
import { periodOf, plot } from './plot.ts';
import {
  accountsPage,
  minor,
  nameOf,
  nobodys,
  shareNavigation,
  sum,
  type ShownShare,
  type Visit,
} from './visit.ts';

/** Shows one share: its balance now and over time, its holds, and its history with search. */
export async function sharePage(visit: Visit, suffix: string): Promise<Response> {
  const { request, say } = visit;
  const { done: share, refused } = await perform(request, readShare, { suffix });
  if (!share) return nobodys(visit, refused);
  const isLoan = share.kind === 'loan';
  return accountsPage(visit, {
    title: nameOf(say, share),
    scripts: ['/static/page-language.js', '/static/vendor/uplot.js', '/static/plot.js'],
    styles: ['/static/vendor/uplot.css'],
    body: html`${shareNavigation(visit, share)}
      <div class="row apart share-title">
        <div>
          <h1>${nameOf(say, share)}</h1>
          ${share.role === 'joint' ? html`<p class="hint">${say('role_joint')}</p>` : nothing}
        </div>
        <p class="share-figure">
          <span class="figure-large"
            >${sum(visit, isLoan ? share.ledger : share.available, share.currency)}</span
          >
          <span class="hint">${say(isLoan ? 'owed' : 'available')}</span>
          ${asOf(visit, share)} ${isLoan ? nothing : difference(visit, share)}
        </p>
      </div>
      <div class="account">
        <div class="account-side">
          ${await holds(visit, share)} ${loanTerms(visit, share)} ${await plot(visit, share)}
        </div>
        ${await history(visit, share)}
      </div>`,
  });
}

/** Shows the terms of a loan that the books have. */
function loanTerms(visit: Visit, { loan, currency }: ShownShare): Html {
  if (!loan) return nothing;
  const { say, request } = visit;
  const amount = (figure: string | null) =>
    figure === null ? undefined : sum(visit, figure, currency);
  const date = (on: string | null) =>
    on === null ? undefined : day(Temporal.PlainDate.from(on), request.language);
  const payoff = amount(loan.payoff);
  const facts: readonly (readonly [string, string | Html | undefined])[] = [
    [say('loan_payment'), amount(loan.payment)],
    [
      say('loan_due'),
      date(loan.dueOn) ??
        (loan.dueDay === null ? undefined : say('loan_due_day', { day: String(loan.dueDay) })),
    ],
    [say('loan_rate'), loan.rate === null ? undefined : percentText(loan.rate, request.language)],
    [
      say('loan_payoff'),
      payoff === undefined
        ? undefined
        : html`${payoff} ${say('loan_payoff_through')} ${date(loan.payoffOn) ?? nothing}`,
    ],
    [say('loan_original'), amount(loan.original)],
  ];
  const known = facts.filter(([, value]) => value !== undefined);
  if (known.length === 0) return nothing;
  return html`<details class="card fold">
    <summary><h2>${say('loan_title')}</h2></summary>
    <dl class="facts">
      ${known.map(
        ([name, value]) =>
          html`<dt>${name}</dt>
            <dd>${value ?? nothing}</dd>`,
      )}
    </dl>
  </details>`;
}

async function holds(visit: Visit, share: ShownShare): Promise<Html> {
  const { request, say } = visit;
  const { done } = await perform(request, listHolds, { suffix: share.suffix });
  if (!done || done.holds.length === 0) return nothing;
  const { language, institution } = request;
  const dayOf = (at: string) =>
    day(Temporal.Instant.from(at).toZonedDateTimeISO(institution.zone).toPlainDate(), language);
  return html`<details class="card fold">
    <summary>
      <h2>${say('holds_title')}</h2>
      <span class="money">${sum(visit, share.held, share.currency)}</span>
    </summary>
    <p class="hint">${say('holds_lead')}</p>
    <ul class="list">
      ${done.holds.map(
        (hold) =>
          html`<li class="list-item">
            <p class="row apart">
              <strong
                >${describeEntry(say, { counter: null, description: hold.description })}</strong
              >
              ${money(minor(hold.amount, done.currency), { currency: done.currency, language })}
            </p>
            <p class="hint">
              ${say('hold_since')} ${dayOf(hold.placedAt)} ·
              ${
                hold.expiresAt === null
                  ? say('hold_open')
                  : html`${say('hold_until')} ${dayOf(hold.expiresAt)}`
              }
            </p>
          </li>`,
      )}
    </ul>
  </details>`;
}

async function history(visit: Visit, share: ShownShare): Promise<Html> {
  const { say, context } = visit;
  const asked = context.req.query();
  const wanted = searchOf(asked);
  const { done, refused } = await foundEntries(visit, share, wanted);
  const isSearch = isAsking(wanted);
  const here = `/accounts/${share.suffix}`;
  const link = (more: Record<string, string>) =>
    `${here}?${new URLSearchParams({ ...kept(asked), ...more }).toString()}#history`;
  return html`<section class="card history" aria-labelledby="history">
    <h2 id="history">${say('history')}</h2>
    <details class="fold search-fold" ${isSearch || refused ? html`open` : nothing}>
      <summary>${say('search')}</summary>
      ${searchForm(visit, share)}
    </details>
    ${refused ? html`<p class="error">${refused.text}</p>` : nothing}
    ${
      done && done.entries.length > 0
        ? entryTable(visit, {
            entries: done.entries,
            currency: share.currency,
            caption: say('history'),
            suffix: share.suffix,
            isLoan: share.kind === 'loan',
          })
        : refused
          ? nothing
          : empty(
              say(isSearch ? 'history_none' : 'history_empty'),
              say(isSearch ? 'history_none_text' : 'history_empty_text'),
            )
    }
    <nav class="row" aria-label="${say('history')}">
      ${asked['before'] === undefined && asked['after'] === undefined ? nothing : html`<a class="button quiet" href="${link({})}">${say('newest')}</a>`}
      ${
        done?.next
          ? html`<a class="button quiet" href="${link(done.next)}">${say('older')}</a>`
          : nothing
      }
    </nav>
  </section>`;
}

function searchForm({ say, context }: Visit, share: ShownShare): Html {
  const asked = context.req.query();
  const isAsked = isAsking(searchOf(asked));
  const days = periodOf(asked['days']);
  return html`<form
    class="search"
    method="get"
    action="/accounts/${share.suffix}#history"
    role="search"
  >
    <input type="hidden" name="days" value="${days}" />
    ${field({
      name: 'text',
      label: say('search'),
      type: 'search',
      value: asked['text'] ?? '',
      hint: say('search_hint'),
      maxlength: 60,
      required: false,
    })}
    ${select({
      name: 'only',
      label: say('only'),
      value: asked['only'] ?? 'all',
      choices: historyFilters.map((value) => ({ value, label: say(`only_${value}`) })),
    })}
    ${field({ name: 'from', label: say('from_day'), type: 'date', value: asked['from'] ?? '', required: false })}
    ${field({ name: 'to', label: say('to_day'), type: 'date', value: asked['to'] ?? '', required: false })}
    <div class="row">
      <button>${say('find')}</button>
      <a href="/accounts/search?suffix=${share.suffix}">${say('search_link')}</a>
      ${isAsked ? html`<a href="/accounts/${share.suffix}#history">${say('find_all')}</a>` : nothing}
    </div>
  </form>`;
}

const searchNames = ['text', 'only', 'from', 'to', 'before', 'after'] as const;

/** Gives the search, without empty fields. */
function searchOf(asked: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(
    searchNames.flatMap((name) => {
      const value = asked[name];
      return value === undefined || value === '' || (name === 'only' && value === 'all')
        ? []
        : [[name, value]];
    }),
  );
}

/** Whether the member looks for something, and not only at an older page. */
function isAsking(wanted: Readonly<Record<string, string>>): boolean {
  return Object.keys(wanted).some((name) => name !== 'before' && name !== 'after');
}

function kept(asked: Readonly<Record<string, string>>): Record<string, string> {
  const { before: _page, after: _place, ...search } = searchOf(asked);
  return { days: String(periodOf(asked['days'])), ...search };
}
