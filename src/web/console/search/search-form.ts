import { descriptors } from '../../../channels/descriptors.ts';
import { channelNames } from '../../../kernel/vocabulary/channel.ts';
import type { SearchHead } from '../../../operations/search/search-messages.ts';
import { rightOf } from '../../../operations/permissions.ts';
import { html, nothing, type Html } from '../../ui/html.ts';
import { notice } from '../../ui/notice.ts';
import type { SignedInRequest } from '../frame/console-env.ts';
import { whyField } from '../ui/action.ts';
import { card } from '../ui/card.ts';
import { moment } from '../ui/moment.ts';
import { table } from '../ui/table.ts';
import { criteriaText, searchSay } from './search-words.ts';

/** The form, and one's own searches of the last day. */
export function searchBody(
  request: SignedInRequest,
  given: {
    readonly searches: readonly SearchHead[];
    readonly form?: Readonly<Record<string, string>>;
    readonly wrong?: string;
  },
): Html {
  const say = searchSay(request);
  return html`<header class="page-head">
      <h1>${say('title')}</h1>
      <p class="lead">${say('lead')}</p>
    </header>
    ${given.wrong ? notice('wrong', given.wrong) : nothing}
    <div class="with-side">
      ${card({ title: say('search'), body: form(request, given.form ?? {}) })}
      ${card({
        title: say('recent'),
        body: table({
          caption: say('recent'),
          columns: [{ head: say('search') }, { head: say('when') }],
          rows: given.searches.map((one) => ({
            href: `/search/${one.searchId}`,
            cells: [criteriaText(say, one), moment(request, one.at)],
          })),
          empty: html`<div class="empty"><p>${say('none')}</p></div>`,
        }),
      })}
    </div>`;
}

function form(request: SignedInRequest, typed: Readonly<Record<string, string>>): Html {
  const say = searchSay(request);
  const asks = rightOf(request.principal.roles, 'search_messages') === 'asks';
  const field = (
    name: string,
    label: string,
    more: { readonly type?: string; readonly hint?: string } = {},
  ) =>
    html`<div class="field">
      <label for="search-${name}">${label}</label>
      ${more.hint ? html`<p class="hint" id="search-${name}-hint">${more.hint}</p>` : nothing}
      <input
        id="search-${name}"
        name="${name}"
        type="${more.type ?? 'text'}"
        value="${typed[name] ?? ''}"
        maxlength="200"
        ${more.hint ? html`aria-describedby="search-${name}-hint"` : nothing}
      />
    </div>`;
  const choice = (
    name: string,
    label: string,
    options: readonly (readonly [value: string, text: string])[],
  ) =>
    html`<div class="field">
      <label for="search-${name}">${label}</label>
      <select id="search-${name}" name="${name}">
        <option value="">${say('any')}</option>
        ${options.map(
          ([value, text]) =>
            html`<option value="${value}" ${typed[name] === value ? html`selected` : nothing}>
              ${text}
            </option>`,
        )}
      </select>
    </div>`;
  return html`<form method="post" action="/search" class="stack">
    ${field('words', say('words'), { hint: say('words_hint') })}
    <div class="search-fields">
      ${field('number', say('member'))}
      ${choice(
        'channel',
        say('channel'),
        channelNames.map((name) => [name, descriptors[name].title]),
      )}
      ${choice('direction', say('direction'), [
        ['in', say('direction_in')],
        ['out', say('direction_out')],
      ])}
      ${field('from', say('from'), { type: 'date' })}
      ${field('until', say('until'), { type: 'date' })}
    </div>
    ${field('outcome', say('outcome'), { hint: say('outcome_hint') })}
    ${whyField(request, 'search', typed['why'] ?? '')}
    ${asks ? html`<p class="hint">${say('asks_text')}</p>` : nothing}
    <button class="primary">${asks ? say('ask') : say('search')}</button>
  </form>`;
}
