import { monthText } from '../../../languages/figures.ts';
import { readShare } from '../../../operations/shares/read-share.ts';
import { statementDocument } from '../../../operations/shares/statement-document.ts';
import {
  downloadStatement,
  downloadStatementYear,
  listStatementMonths,
  readStatement,
  statementForms,
} from '../../../operations/shares/statements.ts';
import { perform } from '../../../operations/perform.ts';
import type { Line, StatementDocument } from '../../../shares/statements/document.ts';
import { html, nothing, type Html } from '../../ui/html.ts';
import { entryTable } from './entry-rows.ts';
import { accountsPage, nameOf, nobodys, shareNavigation, type Visit } from './visit.ts';

/** Lists the months that have a statement, by year, to read or to download. */
export async function statementsPage(visit: Visit, suffix: string): Promise<Response> {
  const { request, say } = visit;
  const { done: share, refused } = await perform(request, readShare, { suffix });
  if (!share) return nobodys(visit, refused);
  const { done } = await perform(request, listStatementMonths, { suffix });
  const title = say('statements_title', { name: nameOf(say, share) });
  const years = Map.groupBy(done?.months ?? [], (month) => month.slice(0, 4));
  return accountsPage(visit, {
    title,
    body: html`${shareNavigation(visit, share)}
      <h1>${title}</h1>
      <p class="lead">${say('statements_lead')}</p>
      ${[...years].map(
        ([year, months]) =>
          html`<section class="statements" aria-labelledby="year-${year}">
            <div class="row apart">
              <h2 id="year-${year}">${year}</h2>
              <a href="/accounts/${share.suffix}/statements/${year}.zip"
                >${say('statement_zip', { year })} (zip)</a
              >
            </div>
            <div class="card">
              <ul class="list">
                ${months.map(
                  (month) =>
                    html`<li class="list-item row apart">
                      <a href="/accounts/${share.suffix}/statements/${month}"
                        >${monthName(visit, month)}</a
                      >
                      ${files(share.suffix, month, visit)}
                    </li>`,
                )}
              </ul>
            </div>
          </section>`,
      )}`,
  });
}

/** Shows one month, to read and to print: the same sentences as the PDF. */
export async function statementPage(
  visit: Visit,
  { suffix, month }: { readonly suffix: string; readonly month: string },
): Promise<Response> {
  const { request, say } = visit;
  const { done: share, refused } = await perform(request, readShare, { suffix });
  if (!share) return nobodys(visit, refused);
  const { done, refused: no } = await perform(request, readStatement, { suffix, month });
  if (!done) return nobodys(visit, no);
  const document = statementDocument(done, request.language);
  const { title } = document;
  return accountsPage(visit, {
    title,
    body: html`${shareNavigation(visit, share)}
      <h1>${title}</h1>
      <p class="no-print row">${say('statement_print')} ${files(share.suffix, month, visit)}</p>
      ${headCard(document)} ${linesCard(document.sums, 'sums')}
      ${document.dividends ? linesCard(document.dividends, 'dividends') : nothing}
      ${document.fees ? feesCard(document.fees) : nothing}
      <section class="card stack" aria-labelledby="entries">
        <h2 id="entries">${document.entries.title}</h2>
        ${
          done.entries.length === 0
            ? html`<p>${document.entries.none}</p>`
            : entryTable(visit, {
                entries: done.entries,
                currency: done.currency,
                caption: title,
                suffix: share.suffix,
                isLoan: share.kind === 'loan',
                asPosted: true,
              })
        }
      </section>
      ${noticeCard(document.notice)}`,
  });
}

/** Who it is from and for, and which account and time it is about. */
function headCard({ institution, to, facts }: StatementDocument): Html {
  return html`<section class="card statement-head">
    <address>
      <strong>${institution}</strong>
      ${to.map((line) => html`<br />${line}`)}
    </address>
    ${factList(facts)}
  </section>`;
}

function factList(lines: readonly Line[]): Html {
  return html`<dl class="facts">
    ${lines.map(
      ([name, value]) =>
        html`<dt>${name}</dt>
          <dd>${value}</dd>`,
    )}
  </dl>`;
}

function linesCard(
  { title, rows }: { readonly title: string; readonly rows: readonly Line[] },
  id: string,
): Html {
  return html`<section class="card stack" aria-labelledby="${id}">
    <h2 id="${id}">${title}</h2>
    ${factList(rows)}
  </section>`;
}

/** The period's fees by type, and the table of totals that the law wants. It stays a table on a phone. */
function feesCard({ title, types, head, rows }: NonNullable<StatementDocument['fees']>): Html {
  const [, period, year] = head;
  return html`<section class="card stack" aria-labelledby="fees">
    <h2 id="fees">${title}</h2>
    ${types.length === 0 ? nothing : factList(types)}
    <table class="totals-table">
      <thead>
        <tr>
          <td></td>
          <th scope="col">${period}</th>
          <th scope="col">${year}</th>
        </tr>
      </thead>
      <tbody>
        ${rows.map(
          ([name, ...figures]) =>
            html`<tr>
              <th scope="row">${name}</th>
              ${figures.map((figure) => html`<td class="money">${figure}</td>`)}
            </tr>`,
        )}
      </tbody>
    </table>
  </section>`;
}

/** Whom to ask, and what to do about an error. */
function noticeCard({ inquiries, title, paragraphs }: StatementDocument['notice']): Html {
  const [name, lines] = inquiries;
  return html`<section class="card stack" aria-labelledby="errors">
    <h2>${name}</h2>
    <address>
      ${lines.map((line, index) => html`${index === 0 ? nothing : html`<br />`}${line}`)}
    </address>
    <h2 id="errors">${title}</h2>
    ${paragraphs.map((paragraph) => html`<p class="statement-notice">${paragraph}</p>`)}
  </section>`;
}

/** Gives one month as a file. */
export async function statementFile(
  visit: Visit,
  given: {
    readonly suffix: string;
    readonly month: string;
    readonly as: (typeof statementForms)[number];
  },
): Promise<Response> {
  const { done, refused } = await perform(visit.request, downloadStatement, given);
  return done ? file(visit, done) : nobodys(visit, refused);
}

/** Gives all months of a year in one archive. */
export async function statementYear(
  visit: Visit,
  given: { readonly suffix: string; readonly year: string },
): Promise<Response> {
  const { done, refused } = await perform(visit.request, downloadStatementYear, given);
  return done ? file(visit, done) : nobodys(visit, refused);
}

function file(
  { context }: Visit,
  {
    name,
    type,
    content,
  }: {
    readonly name: string;
    readonly type: string;
    readonly content: string | Uint8Array<ArrayBuffer>;
  },
): Response {
  return context.body(content, 200, {
    'content-type': type,
    'content-disposition': `attachment; filename="${name}"`,
  });
}

function files(suffix: string, month: string, { say }: Visit): Html {
  const path = `/accounts/${suffix}/statements/${month}`;
  return html`<span class="row no-print">
    ${statementForms.map(
      (form) =>
        html`<a href="${path}.${form}" aria-label="${say(`statement_${form}`)}, ${month}"
          >${form.toUpperCase()}</a
        >`,
    )}
  </span>`;
}

function monthName({ request }: Pick<Visit, 'request'>, month: string): string {
  return monthText(Temporal.PlainYearMonth.from(month), request.language);
}
