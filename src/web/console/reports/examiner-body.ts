import type { FoundTransfer } from '../../../operations/examiner/find-transfers.ts';
import type { ListedExport } from '../../../operations/examiner/export-period.ts';
import { currencyOf } from '../../../money/amount.ts';
import { dayText, moneyText } from '../../../languages/figures.ts';
import { html, nothing, type Html } from '../../ui/html.ts';
import type { SignedInRequest } from '../frame/console-env.ts';
import { action } from '../ui/action.ts';
import { card } from '../ui/card.ts';
import { moment, momentText } from '../ui/moment.ts';
import { table } from '../ui/table.ts';
import { reportHead } from './report-head.ts';
import { reportSay } from './report-words.ts';

/** Finds a transfer, and exports a period. */
export function examinerBody(
  request: SignedInRequest,
  given: {
    readonly number: string;
    readonly receipt: string;
    readonly found?: { readonly name: string; readonly transfers: readonly FoundTransfer[] };
    readonly wrong?: string;
    readonly exports: readonly ListedExport[];
  },
): Html {
  const say = reportSay(request);
  return html`${reportHead(request, {
      tab: 'examiner',
      title: say('examiner'),
      lead: say('examiner_lead'),
    })}
    ${given.wrong ? html`<p class="notice notice-wrong" role="alert">${given.wrong}</p>` : nothing}
    <div class="columns">
      ${card({ title: say('find_transfer'), body: findForms(request, given) })}
      ${card({ title: say('period'), body: periodForm(request) })}
    </div>
    ${given.found ? transfers(request, given.found, given.number) : nothing}
    ${card({ title: say('exports'), body: exportsTable(request, given.exports) })}`;
}

function findForms(
  request: SignedInRequest,
  { number, receipt }: { readonly number: string; readonly receipt: string },
): Html {
  const say = reportSay(request);
  return html`<form method="get" action="/reports/examiner" class="stack">
      <div class="field">
        <label for="examiner-number">${say('by_member')}</label>
        <input id="examiner-number" name="number" value="${number}" required maxlength="40" />
      </div>
      <div class="field">
        <label for="examiner-receipt">${say('receipt')}</label>
        <p class="hint" id="examiner-receipt-hint">${say('receipt_hint')}</p>
        <input
          id="examiner-receipt"
          name="receipt"
          value="${receipt}"
          maxlength="24"
          pattern="\\d{1,6}-\\d{1,15}"
          aria-describedby="examiner-receipt-hint"
        />
      </div>
      <button class="primary">${say('find')}</button>
    </form>
    <form method="get" action="/reports/examiner/transfer" class="stack examiner-reference">
      <div class="field">
        <label for="examiner-id">${say('reference')}</label>
        <p class="hint" id="examiner-id-hint">${say('reference_hint')}</p>
        <input
          id="examiner-id"
          name="id"
          required
          maxlength="36"
          aria-describedby="examiner-id-hint"
        />
      </div>
      <button>${say('open')}</button>
    </form>`;
}

function periodForm(request: SignedInRequest): Html {
  const say = reportSay(request);
  const field = (name: string, label: string) =>
    html`<div class="field">
      <label for="period-${name}">${label}</label>
      <input id="period-${name}" name="${name}" type="date" required />
    </div>`;
  return html`<p>${say('period_text')}</p>
    ${action(request, {
      id: 'period',
      permission: 'search_messages',
      title: say('period'),
      to: '/reports/examiner/period',
      button: say('period_make'),
      isOpen: true,
      fields: html`<div class="search-fields">
        ${field('from', say('period_from'))} ${field('to', say('period_to'))}
      </div>`,
    })}`;
}

function transfers(
  request: SignedInRequest,
  found: { readonly name: string; readonly transfers: readonly FoundTransfer[] },
  number: string,
): Html {
  const say = reportSay(request);
  const title = say('transfers_of', { name: found.name });
  return card({
    title,
    end: html`<span class="soft">${number}</span>`,
    body: table({
      caption: title,
      columns: [
        { head: say('receipt') },
        { head: say('when') },
        { head: say('from') },
        { head: say('memo') },
        { head: say('amount'), isFigure: true },
      ],
      rows: found.transfers.map((one) => ({
        href: `/reports/examiner/transfer?id=${one.transactionId}`,
        cells: [
          one.receipt,
          moment(request, one.at),
          one.from,
          one.memo === '' ? '–' : one.memo,
          amountText(request, one.amount, one.currency),
        ],
      })),
      empty: html`<div class="empty"><p>${say('transfers_none')}</p></div>`,
    }),
  });
}

/** Writes an amount that an operation gave as a decimal. */
export function amountText(
  { language }: SignedInRequest,
  amount: string,
  currency: string,
): string {
  const digits = currencyOf(currency)?.digits ?? 2;
  const [whole = '0', fraction = ''] = amount.replace('-', '').split('.');
  const minor = BigInt(whole + fraction.padEnd(digits, '0').slice(0, digits));
  return moneyText(amount.startsWith('-') ? -minor : minor, currency, language);
}

function exportsTable(request: SignedInRequest, exports: readonly ListedExport[]): Html {
  const say = reportSay(request);
  const day = (text: string) => dayText(Temporal.PlainDate.from(text), request.language);
  return table({
    caption: say('exports'),
    columns: [
      { head: say('days') },
      { head: say('exported_by') },
      { head: say('why') },
      { head: say('state') },
      { head: say('take') },
    ],
    rows: exports.map((one) => ({
      cells: [
        say('span', { from: day(one.from), to: day(one.to) }),
        html`${one.who} ${one.approval ? html`<span class="soft">${one.approval}</span>` : nothing}`,
        one.why,
        stateText(request, one),
        isOpen(request, one) && one.mine
          ? html`<form method="post" action="/reports/examiner/period/${one.exportId}/take">
              <button class="primary">${say('take')}</button>
            </form>`
          : '–',
      ],
    })),
    empty: html`<p class="pad soft">${say('exports_none')}</p>`,
  });
}

function isOpen({ world }: SignedInRequest, one: ListedExport): boolean {
  const until = Temporal.Instant.from(one.expiresAt);
  return one.takenAt === null && Temporal.Instant.compare(world.clock.now(), until) < 0;
}

function stateText(request: SignedInRequest, one: ListedExport): string {
  const say = reportSay(request);
  const at = (text: string) => momentText(request, Temporal.Instant.from(text));
  if (one.takenAt !== null) return say('state_taken', { when: at(one.takenAt) });
  return isOpen(request, one) ? say('state_open', { until: at(one.expiresAt) }) : say('state_over');
}
