import type { InboxView } from '../../../staff/handovers/lists.ts';
import type {
  ReadConversation,
  ThreadEvent,
  ThreadMessage,
} from '../../../operations/inbox/read-conversation.ts';
import { packs } from '../../../languages/index.ts';
import { html, nothing, type Html } from '../../ui/html.ts';
import type { SignedInRequest } from '../frame/console-env.ts';
import { chip } from '../ui/chip.ts';
import { dayText } from '../ui/moment.ts';
import { channelTitle, inboxSay, statusText, statusTone, waitText } from './inbox-words.ts';
import { threadLines } from './thread-lines.ts';

export interface ThreadGiven {
  readonly view: InboxView;
  readonly conversation: ReadConversation;
  /** An older page of the thread is open. */
  readonly isOlder: boolean;
}

/** Who it is, who holds it, and the messages with the newest at the bottom. */
export function threadOf(request: SignedInRequest, given: ThreadGiven): Html {
  const say = inboxSay(request);
  const { conversation, isOlder } = given;
  const lines = threadLines(conversation, request.institution.zone, !isOlder);
  return html`<div class="thread" id="thread" data-stamp="${conversation.stamp}">
    <ol
      class="thread-lines"
      aria-label="${say('thread', { name: conversation.memberName })}"
      tabindex="0"
    >
      ${
        conversation.next
          ? html`<li class="thread-older">
              <a
                class="button"
                href="/inbox/${conversation.conversationId}?view=${given.view}&before=${encodeURIComponent(conversation.next)}"
                >${say('older')}</a
              >
            </li>`
          : nothing
      }
      ${
        lines.length === 0
          ? html`<li class="empty"><p class="empty-title">${say('no_messages')}</p></li>`
          : nothing
      }
      ${lines.map((one) => {
        if (one.line === 'day') return dayLine(request, one.day);
        return one.line === 'message'
          ? bubble(request, one.message)
          : eventLine(request, one.event);
      })}
    </ol>
  </div>`;
}

function dayLine(request: SignedInRequest, day: Temporal.PlainDate): Html {
  const say = inboxSay(request);
  const { world, institution } = request;
  const today = world.clock.now().toZonedDateTimeISO(institution.zone).toPlainDate();
  const age = day.until(today).days;
  const text = age === 0 ? say('today') : age === 1 ? say('yesterday') : dayText(request, day);
  return html`<li class="thread-day"><span>${text}</span></li>`;
}

function clockText({ institution, language }: SignedInRequest, at: string): string {
  return Temporal.Instant.from(at)
    .toZonedDateTimeISO(institution.zone)
    .toPlainDateTime()
    .toLocaleString(packs[language].intl, { hour: 'numeric', minute: '2-digit' });
}

function bubble(request: SignedInRequest, message: ThreadMessage): Html {
  const say = inboxSay(request);
  const isIn = message.direction === 'in';
  const from = isIn ? say('from_member') : (message.author ?? say('from_service'));
  const side = isIn ? 'in' : message.author === null ? 'service' : 'staff';
  return html`<li class="bubble bubble-${side}">
    <p class="bubble-text"><span class="visually-hidden">${from}: </span>${message.text}</p>
    <p class="bubble-foot">
      ${isIn ? nothing : html`<span>${from}</span>`}
      <time datetime="${message.at}">${clockText(request, message.at)}</time>
      ${
        isIn
          ? html`${message.status === 'to_person' ? chip(say('to_person'), 'accent') : nothing}
              <a href="/inbox/why/${encodeURIComponent(message.id.slice('in:'.length))}"
                >${say('why')}</a
              >`
          : html`${chip(statusText(say, message), statusTone(message.status))}
            ${message.vouched ? nothing : chip(say('not_vouched'), 'bad')}`
      }
    </p>
  </li>`;
}

type EventTexts = 'event_noted' | `event_${ThreadEvent['kind']}`;

function eventLine(request: SignedInRequest, event: ThreadEvent): Html {
  const say = inboxSay(request);
  const key: EventTexts = `event_${event.kind}`;
  const text = say(key, { who: event.whoName ?? '', to: event.toName ?? '' });
  const time = html`<time datetime="${event.at}">${clockText(request, event.at)}</time>`;
  return event.note === null
    ? html`<li class="thread-event">${text} · ${time}</li>`
    : html`<li class="thread-note">
        <p class="thread-note-head">${text} · ${time}</p>
        <p>${event.note}</p>
      </li>`;
}

/** The head of the thread: the member, who holds it, and what can be done. */
export function threadHead(
  request: SignedInRequest,
  given: ThreadGiven & { readonly actions: Html },
): Html {
  const say = inboxSay(request);
  const { conversation, view } = given;
  const { holderName, isMine, waitingSince } = conversation;
  return html`<header class="thread-head" id="thread-head">
    <a class="thread-back" href="/inbox?view=${view}">← ${say('back')}</a>
    <div class="thread-who">
      <h1>${conversation.memberName}</h1>
      <p class="thread-chips">
        ${chip(`${channelTitle(conversation.channel)} ${conversation.addressName}`.trim())}
        ${
          isMine
            ? chip(say('yours'), 'accent')
            : chip(holderName === null ? say('nobody') : say('held_by', { name: holderName }))
        }
        ${conversation.urgent ? chip(say('urgent'), 'bad') : nothing}
        ${
          waitingSince
            ? chip(say('waits', { time: waitText(request, waitingSince) }), 'mind')
            : nothing
        }
        <a class="to-context" href="#context">${say('context')}</a>
      </p>
    </div>
    <div class="thread-actions">${given.actions}</div>
  </header>`;
}
