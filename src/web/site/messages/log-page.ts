import { outboundStatuses } from '../../../kernel/vocabulary/outbound-status.ts';
import type { z } from 'zod';
import { listMessages } from '../../../operations/messages/list-messages.ts';
import { perform } from '../../../operations/perform.ts';
import { moment } from '../../ui/figures.ts';
import { html, nothing, type Html } from '../../ui/html.ts';
import { empty } from '../../ui/notice.ts';
import { channelWords, sectionPage, type Visit } from './section.ts';
import type { Say } from './say.ts';

type Message = z.output<typeof listMessages.output>['messages'][number];

/** Shows all messages and replies, newest first, page by page. */
export async function logPage(visit: Visit): Promise<Response> {
  const { request, say, context } = visit;
  const before = context.req.query('before');
  const { done, refused } = await perform(
    request,
    listMessages,
    before === undefined ? {} : { before },
  );
  const messages = done?.messages ?? [];
  return sectionPage(visit, {
    title: say('log_title'),
    lead: say('log_lead'),
    refused,
    body: html`${
      messages.length === 0
        ? empty(say('log_empty'), say('log_empty_text'))
        : html`<ol class="log stack">
            ${messages.map((message) => line(visit, message))}
          </ol>`
    }
    ${
      before === undefined && done?.next === undefined
        ? nothing
        : html`<nav class="row" aria-label="${say('log_title')}">
            ${
              before === undefined
                ? nothing
                : html`<a href="/messages/log">${say('log_newest')}</a>`
            }
            ${
              done?.next === undefined
                ? nothing
                : html`<a href="/messages/log?before=${encodeURIComponent(done.next)}"
                    >${say('log_older')}</a
                  >`
            }
          </nav>`
    }`,
  });
}

function line({ request, say }: Visit, message: Message): Html {
  const { direction, text } = message;
  const who = say(direction === 'in' ? 'log_in' : 'log_out', {
    channel: channelWords({ request }, message.channel).by,
  });
  const when = moment(Temporal.Instant.from(message.at), {
    zone: request.institution.zone,
    language: request.language,
  });
  return html`<li>
    <p class="bubble ${direction}">${text}</p>
    <p class="hint">
      ${who},
      ${when}${message.public ? html` · ${say('log_public')}` : nothing}${
        direction === 'out' ? html` · ${statusText(say, message.status)}` : nothing
      }${message.hasCode ? html` · ${say('log_code')}` : nothing}
    </p>
  </li>`;
}

function statusText(say: Say, status: string): string {
  const known = outboundStatuses.find((one) => one === status);
  return known ? say(`status_${known}`) : status;
}
