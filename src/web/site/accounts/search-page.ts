import type { z } from 'zod';
import { listShares } from '../../../operations/shares/list-shares.ts';
import { describeEntry } from '../../../operations/shares/wording.ts';
import { perform } from '../../../operations/perform.ts';
import { searchEntries } from '../../../operations/shares/search-entries.ts';
import { field, select, type Field } from '../../ui/field.ts';
import type { Say } from './say.ts';
import { day, money } from '../../ui/figures.ts';
import { html, nothing, type Html } from '../../ui/html.ts';
import { empty } from '../../ui/notice.ts';
import { isSaidAtField } from '../../frame/said-at-field.ts';
import type { Told } from '../../../operations/perform.ts';
import { transactionPath } from './entry-rows.ts';
import { accountsPage, minor, nameOf, sum, type ShownShare, type Visit } from './visit.ts';

const filters = [
  'find',
  'suffix',
  'direction',
  'from',
  'to',
  'atLeast',
  'atMost',
  'order',
] as const;

type Found = z.output<(typeof searchEntries)['output']>;

/** Searches all accounts by merchant, category, day and amount, and says what it adds up to. */
export async function searchPage(visit: Visit): Promise<Response> {
  const { request, say, context } = visit;
  const asked = context.req.query();
  const wanted = wantedIn(asked);
  const { done: listed } = await perform(request, listShares, {});
  const shares = listed?.shares ?? [];
  const isAsked = Object.keys(wanted).length > 0;
  const { done, refused } = isAsked
    ? await perform(request, searchEntries, {
        ...wanted,
        sum: 'true',
        ...(asked['after'] ? { after: asked['after'] } : {}),
      })
    : {};
  return accountsPage(visit, {
    title: say('search_title'),
    refused,
    fields: [...filters],
    body: html`<h1>${say('search_title')}</h1>
      ${form(visit, shares, refused)} ${done ? results(visit, { done, shares, wanted }) : nothing}`,
  });
}

/** The filters that are set. A choice of everything is none. */
function wantedIn(asked: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(
    filters.flatMap((name) => {
      const value = asked[name]?.trim() ?? '';
      return value === '' || value === 'all' ? [] : [[name, value]];
    }),
  );
}

function form(
  { say, context }: Visit,
  shares: readonly ShownShare[],
  refused: Told | undefined,
): Html {
  const asked = context.req.query();
  const given = (name: (typeof filters)[number]) => ({
    name,
    value: asked[name] ?? '',
    required: false,
    ...(refused && isSaidAtField(refused, [name]) ? { error: refused.text } : {}),
  });
  const isFiltered = filters.some(
    (name) => name !== 'find' && asked[name] && asked[name] !== 'all',
  );
  return html`<form class="card stack" method="get" action="/accounts/search" role="search">
    ${field({
      ...given('find'),
      label: say('search_what'),
      type: 'search',
      hint: say('search_what_hint'),
      maxlength: 60,
    })}
    <details class="fold" ${isFiltered ? html`open` : nothing}>
      <summary>${say('search_more')}</summary>
      <div class="search">${otherFilters(say, { asked, shares, given })}</div>
    </details>
    <div class="row">
      <button class="primary">${say('find')}</button>
      <a href="/accounts/search">${say('search_clear')}</a>
    </div>
  </form>`;
}

/** The filters besides the words to find. */
function otherFilters(
  say: Say,
  {
    asked,
    shares,
    given,
  }: {
    readonly asked: Readonly<Record<string, string>>;
    readonly shares: readonly ShownShare[];
    readonly given: (name: (typeof filters)[number]) => Omit<Field, 'label'>;
  },
): Html {
  return html`${select({
    name: 'suffix',
    label: say('search_account'),
    value: asked['suffix'] ?? 'all',
    choices: [
      { value: 'all', label: say('search_all') },
      ...shares.map((share) => ({ value: share.suffix, label: nameOf(say, share) })),
    ],
  })}
  ${select({
    name: 'direction',
    label: say('only'),
    value: asked['direction'] ?? 'all',
    choices: (['all', 'in', 'out'] as const).map((value) => ({
      value,
      label: say(`only_${value}`),
    })),
  })}
  ${field({ ...given('from'), label: say('from_day'), type: 'date' })}
  ${field({ ...given('to'), label: say('to_day'), type: 'date' })}
  ${field({ ...given('atLeast'), label: say('search_least'), inputmode: 'decimal' })}
  ${field({ ...given('atMost'), label: say('search_most'), inputmode: 'decimal' })}
  ${select({
    name: 'order',
    label: say('search_order'),
    value: asked['order'] ?? 'newest',
    choices: [
      { value: 'newest', label: say('search_newest') },
      { value: 'largest', label: say('search_largest') },
      { value: 'smallest', label: say('search_smallest') },
    ],
  })}`;
}

function results(
  visit: Visit,
  given: {
    readonly done: Found;
    readonly shares: readonly ShownShare[];
    readonly wanted: Readonly<Record<string, string>>;
  },
): Html {
  const { say } = visit;
  const { done, wanted } = given;
  const next =
    done.next === null ? undefined : new URLSearchParams({ ...wanted, after: done.next });
  return html`<section class="card stack" aria-labelledby="found">
    <h2 id="found">${say('search_found')}</h2>
    ${done.sums.map((one) => sums(visit, one))}
    ${
      done.entries.length > 0
        ? table(visit, given)
        : empty(say('history_none'), say('history_none_text'))
    }
    ${
      next
        ? html`<nav class="row" aria-label="${say('search_found')}">
            <a class="button quiet" href="/accounts/search?${next.toString()}">${say('older')}</a>
          </nav>`
        : nothing
    }
  </section>`;
}

/** What the search adds up to; each line only if it has something. */
function sums(visit: Visit, figures: Found['sums'][number]): Html {
  const { say } = visit;
  const lines = (['out', 'in', 'refunds', 'returned', 'holds', 'own'] as const).filter(
    (name) => figures[name].count > 0,
  );
  if (lines.length === 0) return nothing;
  return html`<dl class="facts long">
    ${lines.map(
      (name) =>
        html`<dt>${say(`search_sum_${name}`)}</dt>
          <dd>
            ${say('search_sum', {
              total: sum(visit, figures[name].total, figures.currency),
              count: String(figures[name].count),
            })}
          </dd>`,
    )}
  </dl>`;
}

function table(
  { request, say }: Visit,
  { done, shares }: { readonly done: Found; readonly shares: readonly ShownShare[] },
): Html {
  const { language } = request;
  const shareOf = (suffix: string) => shares.find((share) => share.suffix === suffix);
  return html`<table class="rows entries" aria-labelledby="found">
    <thead>
      <tr>
        <th scope="col">${say('column_date')}</th>
        <th scope="col">${say('column_what')}</th>
        <th scope="col">${say('search_account')}</th>
        <th scope="col" class="number">${say('column_amount')}</th>
      </tr>
    </thead>
    <tbody>
      ${done.entries.map((entry) => {
        const share = shareOf(entry.suffix);
        const amount = minor(entry.amount, entry.currency);
        return html`<tr>
          <td class="entry-date">${day(Temporal.PlainDate.from(entry.on), language)}</td>
          <th scope="row">
            <a href="${transactionPath(entry.suffix, entry)}">${describeEntry(say, entry)}</a>
          </th>
          <td class="entry-balance">${share ? nameOf(say, share) : entry.suffix}</td>
          <td class="number main">
            ${money(share?.kind === 'loan' ? -amount : amount, {
              currency: entry.currency,
              language,
              signed: true,
            })}
          </td>
        </tr>`;
      })}
    </tbody>
  </table>`;
}
