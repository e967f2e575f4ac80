import { inboxViews, type InboxView } from '../../../staff/handovers/lists.ts';
import type { ListedConversation } from '../../../operations/inbox/conversation-fields.ts';
import { html, nothing, type Html } from '../../ui/html.ts';
import type { SignedInRequest } from '../frame/console-env.ts';
import { chip } from '../ui/chip.ts';
import { fromNow } from '../ui/moment.ts';
import { tabs } from '../ui/tabs.ts';
import { channelTitle, hoursLine, inboxSay, waitText } from './inbox-words.ts';

export interface ListGiven {
  readonly view: InboxView;
  readonly conversations: readonly ListedConversation[];
  readonly counts: Readonly<Record<'waiting' | 'mine' | 'all', number>>;
  readonly longestSince: string | null;
  readonly open?: string | undefined;
}

/** The conversations of one view, the longest wait first. */
export function listPane(request: SignedInRequest, given: ListGiven): Html {
  const say = inboxSay(request);
  const { view, conversations, counts, longestSince } = given;
  const hours = hoursLine(request);
  return html`<section class="inbox-list" id="inbox-list" aria-label="${say('title')}">
    <header class="inbox-list-head">
      ${
        // On a phone the open conversation stands alone, so the heading of the page is its own.
        given.open === undefined ? html`<h1>${say('title')}</h1>` : html`<h2>${say('title')}</h2>`
      }
      <p class="hint">
        <span class="${hours.isOpen ? 'dot dot-good' : 'dot'}" aria-hidden="true"></span>
        ${hours.text}
      </p>
      ${
        longestSince
          ? html`<p class="hint">${say('longest', { time: waitText(request, longestSince) })}</p>`
          : nothing
      }
    </header>
    ${tabs(
      say('views'),
      inboxViews.map((one) => ({
        href: `/inbox?view=${one}`,
        text: say(one),
        isOpen: one === view,
        ...(one === 'closed' ? {} : { count: counts[one] }),
      })),
    )}
    ${
      conversations.length === 0
        ? html`<div class="empty">
            <p class="empty-title">${say(`empty_${view}`)}</p>
            <p>${say(`empty_${view}_text`)}</p>
          </div>`
        : html`<ul class="inbox-rows">
            ${conversations.map((one) => row(request, given, one))}
          </ul>`
    }
  </section>`;
}

function row(request: SignedInRequest, { view, open }: ListGiven, one: ListedConversation): Html {
  const say = inboxSay(request);
  const isOpen = open === one.conversationId;
  return html`<li>
    <a
      class="inbox-row ${one.waitingSince ? 'inbox-row-waits' : ''}"
      href="/inbox/${one.conversationId}?view=${view}"
      data-row-link
      ${isOpen ? html`aria-current="true"` : nothing}
    >
      <span class="inbox-row-top">
        <strong>${one.memberName}</strong>
        <time datetime="${one.waitingSince ?? one.spokeAt}"
          >${one.waitingSince ? waitText(request, one.waitingSince) : fromNow(request, one.spokeAt)}</time
        >
      </span>
      <span class="inbox-row-said">${one.said === '' ? channelTitle(one.channel) : one.said}</span>
      <span class="inbox-row-chips">
        ${one.urgent ? chip(say('urgent'), 'bad') : nothing} ${chip(channelTitle(one.channel))}
        ${holder(say, one)} ${one.watched ? chip(say('watching')) : nothing}
      </span>
    </a>
  </li>`;
}

function holder(say: ReturnType<typeof inboxSay>, one: ListedConversation): Html {
  if (one.isMine) return chip(say('yours'), 'accent');
  if (one.holderName !== null) return chip(say('held_by', { name: one.holderName }));
  return one.state === 'waiting' ? chip(say('waiting'), 'mind') : nothing;
}
