import { outboundStatuses } from '../../../kernel/vocabulary/outbound-status.ts';
import type { z } from 'zod';
import { unbroken } from '../../../languages/unbroken.ts';
import { listMessages } from '../../../operations/messages/list-messages.ts';
import { perform } from '../../../operations/perform.ts';
import { clockTime, wholeDay } from '../../ui/figures.ts';
import { html, nothing, type Html } from '../../ui/html.ts';
import { empty } from '../../ui/notice.ts';
import { channelWords, sectionPage, type Visit } from './section.ts';
import type { Say } from './say.ts';

type Message = z.output<typeof listMessages.output>['messages'][number];

/**
 * Shows messages and replies as a conversation: the newest at the bottom, with a line for each day.
 * The section's list opens the page at its end.
 */
export async function logPage(visit: Visit): Promise<Response> {
  const { request, say, context } = visit;
  const before = context.req.query('before');
  const { done, refused } = await perform(
    request,
    listMessages,
    before === undefined ? {} : { before },
  );
  const messages = (done?.messages ?? []).toReversed();
  return sectionPage(visit, {
    title: say('log_title'),
    lead: say('log_lead'),
    refused,
    body: html`${
        done?.next === undefined
          ? nothing
          : html`<p class="log-more">
              <a
                class="button quiet"
                href="/messages/log?before=${encodeURIComponent(done.next)}#newest"
                >${say('log_older')}</a
              >
            </p>`
      }
      ${
        messages.length === 0
          ? empty(say('log_empty'), say('log_empty_text'))
          : html`<ol class="log">
              ${messages.map((message, index) => line(visit, message, messages[index - 1]))}
            </ol>`
      }
      <p class="log-more" id="newest">
        ${
          before === undefined
            ? nothing
            : html`<a class="button quiet" href="/messages/log#newest">${say('log_newest')}</a>`
        }
      </p>`,
  });
}

/** Shows a message; above it the day, if the message before it is of another day. */
function line(visit: Visit, message: Message, previous: Message | undefined): Html {
  const { request, say } = visit;
  const { direction, text } = message;
  const { language } = request;
  const at = momentOf(visit, message);
  const sameDay =
    previous !== undefined && at.toPlainDate().equals(momentOf(visit, previous).toPlainDate());
  const sameChannel = sameDay && previous.channel === message.channel;
  const channel = channelWords(visit, message.channel);
  const facts = [
    clockTime(at, language),
    ...(sameChannel ? [] : [html`${channel.name}`]),
    ...(message.public ? [html`${say('log_public')}`] : []),
    ...(direction === 'out' ? [html`${statusText(say, message.status)}`] : []),
    ...(message.hasCode ? [html`${say('log_code')}`] : []),
  ];
  return html`${
      sameDay ? nothing : html`<li class="log-day">${wholeDay(at.toPlainDate(), language)}</li>`
    }
    <li class="log-${direction}">
      <p class="unseen">
        ${say(direction === 'in' ? 'log_in' : 'log_out', { channel: channel.by })}
      </p>
      <p class="bubble ${direction}">${direction === 'in' ? text : unbroken(text)}</p>
      <p class="hint">
        ${facts.map((fact, index) => html`${index === 0 ? nothing : ' · '}${fact}`)}
      </p>
    </li>`;
}

/** The member's day and time of a message. */
function momentOf({ request }: Visit, { at }: Message): Temporal.ZonedDateTime {
  const zone = request.member.zone ?? request.institution.zone;
  return Temporal.Instant.from(at).toZonedDateTimeISO(zone);
}

function statusText(say: Say, status: string): string {
  const known = outboundStatuses.find((one) => one === status);
  return known ? say(`status_${known}`) : status;
}
