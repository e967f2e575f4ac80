import { auditExportMax } from '../../../operations/audit/list-acts.ts';
import { html, nothing, type Html } from '../../ui/html.ts';
import type { SignedInRequest } from '../frame/console-env.ts';
import { tabs } from '../ui/tabs.ts';
import { auditSay } from './audit-words.ts';

export type AuditTab = 'acts' | 'looks' | 'record';

const paths: Readonly<Record<AuditTab, string>> = {
  acts: '/audit',
  looks: '/audit/looks',
  record: '/audit/record',
};

/** The filters of a list, as the address has them. */
export type Filters = Readonly<Record<'who' | 'what' | 'number' | 'from' | 'until', string>>;

/** The head of the section’s pages. */
export function auditHead(request: SignedInRequest, tab: AuditTab): Html {
  const say = auditSay(request);
  return html`<header class="page-head">
      <h1>${say('title')}</h1>
      <p class="lead">${say('lead')}</p>
    </header>
    ${tabs(
      say('title'),
      (['acts', 'looks', 'record'] as const).map((one) => ({
        href: paths[one],
        text: say(`tab_${one}`),
        isOpen: one === tab,
      })),
    )}`;
}

/** Narrows a list by who, what, member and days. */
export function filterForm(
  request: SignedInRequest,
  given: { readonly tab: AuditTab; readonly filters: Filters; readonly names?: readonly string[] },
): Html {
  const say = auditSay(request);
  const { filters, names } = given;
  const field = (name: keyof Filters, label: string, type: 'text' | 'date' = 'text') =>
    html`<div class="field">
      <label for="audit-${name}">${label}</label>
      <input
        id="audit-${name}"
        name="${name}"
        type="${type}"
        value="${filters[name]}"
        maxlength="200"
      />
    </div>`;
  const what = names
    ? html`<div class="field">
        <label for="audit-what">${say('what')}</label>
        <select id="audit-what" name="what">
          <option value="">${say('any')}</option>
          ${names.map(
            (name) =>
              html`<option value="${name}" ${filters.what === name ? html`selected` : nothing}>
                ${name}
              </option>`,
          )}
        </select>
      </div>`
    : field('what', say('what'));
  return html`<form method="get" action="${paths[given.tab]}" class="stack audit-filter">
    <div class="search-fields">
      ${field('who', say('who'))} ${what} ${field('number', say('member_number'))}
      ${field('from', say('from'), 'date')} ${field('until', say('until'), 'date')}
    </div>
    <div class="report-bar">
      <button class="primary">${say('filter')}</button>
      ${queryOf(filters) === '' ? nothing : html`<a class="button" href="${paths[given.tab]}">${say('clear')}</a>`}
    </div>
  </form>`;
}

/** The way to older rows, and to the file. */
export function listFoot(
  request: SignedInRequest,
  given: {
    readonly tab: AuditTab;
    readonly filters: Filters;
    readonly next: string | undefined;
    readonly isFirst: boolean;
  },
): Html {
  const say = auditSay(request);
  const query = queryOf(given.filters);
  const path = paths[given.tab];
  const older = new URLSearchParams(query);
  if (given.next !== undefined) older.set('before', given.next);
  return html`<div class="report-bar">
    ${given.isFirst ? nothing : html`<a class="button" href="${path}?${query}">${say('newest')}</a>`}
    ${
      given.next === undefined
        ? nothing
        : html`<a class="button" rel="next" href="${path}?${older.toString()}">${say('older')}</a>`
    }
    <a class="button" href="/audit/${given.tab}.csv?${query}">${say('csv')}</a>
    <span class="hint">${say('csv_text', { most: String(auditExportMax) })}</span>
  </div>`;
}

function queryOf(filters: Filters): string {
  return new URLSearchParams(
    Object.entries(filters).filter(([, value]) => value !== ''),
  ).toString();
}
