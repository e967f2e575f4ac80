import { descriptors } from '../../../channels/descriptors.ts';
import { channelNames } from '../../../kernel/vocabulary/channel.ts';
import { exportMax, type SearchHead } from '../../../operations/search/search-messages.ts';
import type { Found } from '../../../operations/search/found.ts';
import { html, nothing, type Html } from '../../ui/html.ts';
import { notice } from '../../ui/notice.ts';
import type { SignedInRequest } from '../frame/console-env.ts';
import { action } from '../ui/action.ts';
import { chip } from '../ui/chip.ts';
import { moment, momentText } from '../ui/moment.ts';
import { table, type Row } from '../ui/table.ts';
import { criteriaText, searchSay, type SearchSay } from './search-words.ts';

/** What a search found, the newest first; and how to take it away. */
export function resultsBody(
  request: SignedInRequest,
  given: {
    readonly search: SearchHead;
    readonly found: readonly Found[];
    readonly next?: string | undefined;
    readonly behind: number;
  },
): Html {
  const say = searchSay(request);
  const { search, found, next, behind } = given;
  return html`<header class="page-head">
      <h1>${criteriaText(say, search)}</h1>
      <p class="lead">
        ${say('because', {
          name: request.principal.name,
          when: momentText(request, Temporal.Instant.from(search.at)),
          why: search.why,
        })}
      </p>
    </header>
    ${behind > 0 ? notice('tell', say('behind', { count: String(behind) })) : nothing}
    ${table({
      caption: say('results'),
      columns: [
        { head: say('text') },
        { head: say('who') },
        { head: say('what') },
        { head: say('channel') },
        { head: say('when') },
      ],
      rows: found.map((one) => row(request, say, one)),
      empty: html`<div class="empty">
        <p class="empty-title">${say('found_none')}</p>
        <p>${say('found_none_text')}</p>
      </div>`,
    })}
    <div class="actions">
      ${
        next
          ? html`<a
              class="button"
              href="/search/${search.searchId}?before=${encodeURIComponent(next)}"
              >${say('older')}</a
            >`
          : nothing
      }
      <a class="button" href="/search">${say('new_search')}</a>
      ${
        search.exported
          ? html`<a class="button primary" href="/search/${search.searchId}/messages.csv"
              >${say('download')}</a
            >`
          : action(request, {
              id: 'export',
              permission: 'search_messages',
              title: say('export'),
              to: `/search/${search.searchId}/export`,
              text: say('export_text', { most: String(exportMax) }),
            })
      }
    </div>`;
}

function row(request: SignedInRequest, say: SearchSay, one: Found): Row {
  const channel = channelNames.find((name) => name === one.channel);
  return {
    href: one.key ? `/inbox/why/${encodeURIComponent(one.key)}` : `/inbox/${one.conversationId}`,
    cells: [
      one.text,
      one.memberNumber === null ? '' : `${one.memberName ?? ''} ${one.memberNumber}`,
      chip(one.direction === 'in' ? one.outcome : say('direction_out')),
      channel ? descriptors[channel].title : one.channel,
      moment(request, one.at),
    ],
  };
}
