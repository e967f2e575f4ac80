import { readShare } from '../../../operations/shares/read-share.ts';
import {
  downloadStatement,
  listStatementMonths,
  readStatement,
} from '../../../operations/shares/statements.ts';
import { perform } from '../../../operations/perform.ts';
import { day, localeOf } from '../../ui/figures.ts';
import { html, nothing, type Html } from '../../ui/html.ts';
import { empty } from '../../ui/notice.ts';
import { entryTable } from './entry-rows.ts';
import { accountsPage, nameOf, nobodys, shareNavigation, sum, type Visit } from './visit.ts';

/** Lists the months that have a statement, to read or to download. */
export async function statementsPage(visit: Visit, suffix: string): Promise<Response> {
  const { request, say } = visit;
  const { done: share, refused } = await perform(request, readShare, { suffix });
  if (!share) return nobodys(visit, refused);
  const { done } = await perform(request, listStatementMonths, { suffix });
  const title = say('statements_title', { name: nameOf(say, share) });
  return accountsPage(visit, {
    title,
    body: html`${shareNavigation(visit, share)}
      <h1>${title}</h1>
      <p class="lead">${say('statements_lead')}</p>
      <section class="card">
        <table class="rows">
          <thead>
            <tr>
              <th scope="col">${say('column_month')}</th>
              <th scope="col">${say('column_files')}</th>
            </tr>
          </thead>
          <tbody>
            ${(done?.months ?? []).map(
              (month) =>
                html`<tr>
                  <th scope="row">
                    <a href="/accounts/${share.suffix}/statements/${month}"
                      >${monthText(visit, month)}</a
                    >
                  </th>
                  <td data-label="${say('column_files')}">${files(share.suffix, month, visit)}</td>
                </tr>`,
            )}
          </tbody>
        </table>
      </section>`,
  });
}

/** Shows one month, to read and to print. */
export async function statementPage(
  visit: Visit,
  { suffix, month }: { readonly suffix: string; readonly month: string },
): Promise<Response> {
  const { request, say } = visit;
  const { done: share, refused } = await perform(request, readShare, { suffix });
  if (!share) return nobodys(visit, refused);
  const { done, refused: no } = await perform(request, readStatement, { suffix, month });
  if (!done) return nobodys(visit, no);
  const figure = (text: string) => sum(visit, text, done.currency);
  const dayOf = (text: string) => day(Temporal.PlainDate.from(text), request.language);
  const title = say('statement_title', { month: monthText(visit, month) });
  return accountsPage(visit, {
    title,
    body: html`${shareNavigation(visit, share)}
      <h1>${title}</h1>
      <p class="lead">
        ${say('statement_of', { institution: request.institution.name, name: nameOf(say, share) })}
        · ${dayOf(done.from)} – ${dayOf(done.to)}
      </p>
      <p class="no-print">${say('statement_print')} ${files(share.suffix, month, visit)}</p>
      <section class="card">
        <dl class="facts">
          <dt>${say('statement_opening')}</dt>
          <dd>${figure(done.opening)}</dd>
          <dt>${say('statement_in')}</dt>
          <dd>${figure(done.totals.in)}</dd>
          <dt>${say('statement_out')}</dt>
          <dd>${figure(done.totals.out)}</dd>
          ${
            Number(done.totals.dividends) === 0
              ? nothing
              : html`<dt>${say('statement_dividends')}</dt>
                  <dd>${figure(done.totals.dividends)}</dd>`
          }
          ${
            Number(done.totals.fees) === 0
              ? nothing
              : html`<dt>${say('statement_fees')}</dt>
                  <dd>${figure(done.totals.fees)}</dd>`
          }
          <dt>${say('statement_closing')}</dt>
          <dd>${figure(done.closing)}</dd>
        </dl>
      </section>
      <section class="card">
        ${
          done.entries.length === 0
            ? empty(say('statement_empty'), say('statement_empty_text'))
            : entryTable(visit, {
                entries: done.entries,
                currency: done.currency,
                caption: title,
                suffix: share.suffix,
                isLoan: share.kind === 'loan',
                asPosted: true,
              })
        }
      </section>`,
  });
}

/** Gives one month as a file. */
export async function statementFile(
  visit: Visit,
  given: { readonly suffix: string; readonly month: string; readonly as: 'csv' | 'ofx' },
): Promise<Response> {
  const { done, refused } = await perform(visit.request, downloadStatement, given);
  if (!done) return nobodys(visit, refused);
  return visit.context.body(done.content, 200, {
    'content-type': done.type,
    'content-disposition': `attachment; filename="${done.name}"`,
  });
}

function files(suffix: string, month: string, { say }: Visit): Html {
  const path = `/accounts/${suffix}/statements/${month}`;
  return html`<span class="row no-print">
    <a href="${path}.csv" aria-label="${say('statement_csv')}, ${month}">CSV</a>
    <a href="${path}.ofx" aria-label="${say('statement_ofx')}, ${month}">OFX</a>
  </span>`;
}

function monthText({ request }: Pick<Visit, 'request'>, month: string): string {
  return Temporal.PlainYearMonth.from(month)
    .toPlainDate({ day: 1 })
    .toLocaleString(localeOf(request.language), { month: 'long', year: 'numeric' });
}
