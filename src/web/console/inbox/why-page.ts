import type { ExplainedMessage } from '../../../operations/inbox/explain-message.ts';
import { html, nothing, type Html } from '../../ui/html.ts';
import type { SignedInRequest } from '../frame/console-env.ts';
import { chip } from '../ui/chip.ts';
import { moment, momentText } from '../ui/moment.ts';
import { table } from '../ui/table.ts';
import { inboxSay, statusText, statusTone } from './inbox-words.ts';

/** The line from a text to its answer: what was read, decided, posted, said and recorded. */
export function whyBody(request: SignedInRequest, why: ExplainedMessage): Html {
  const say = inboxSay(request);
  const { record } = why;
  return html`<header class="page-head">
      <p><a href="/inbox/${why.conversationId}">← ${say('back')}</a></p>
      <h1>${say('why_title')}</h1>
      <p class="lead"><code>${why.key}</code> · ${moment(request, why.receivedAt)}</p>
    </header>
    <ol class="line-of-message">
      ${step(say('why_text'), html`<blockquote>${why.text}</blockquote>`)}
      ${step(
        say('why_reading'),
        html`<p>
            ${chip(why.intent, 'accent')}
            ${
              why.by === 'rule'
                ? say('why_rule')
                : say('why_guess', { sure: `${Math.round((why.sure ?? 0) * 100)} %` })
            }
          </p>
          <pre>${why.reading}</pre>`,
      )}
      ${step(
        say('why_outcome'),
        html`<p>${chip(why.outcome, 'plain')}</p>
          ${
            why.task
              ? html`<p>${say('why_task')}: <a href="/tasks/${why.task}">${why.task}</a></p>`
              : nothing
          }`,
      )}
      ${step(say('why_entries'), entries(request, why))}
      ${step(
        say('why_replies'),
        why.replies.length === 0
          ? html`<p class="hint">${say('why_no_reply')}</p>`
          : html`${why.replies.map(
              (one) =>
                html`<blockquote>${one.text}</blockquote>
                  <p>
                    ${chip(statusText(say, one), statusTone(one.status))} ${moment(request, one.at)}
                  </p>`,
            )}`,
      )}
      ${step(
        say('why_record'),
        record
          ? html`<p>
              ${say('why_row', {
                number: record.number,
                when: momentText(request, Temporal.Instant.from(record.writtenAt)),
              })}
              ${record.signed ? chip(say('why_signed'), 'good') : chip(say('why_unsigned'), 'mind')}
            </p>`
          : html`<p>${chip(say('why_no_record'), 'bad')}</p>`,
      )}
    </ol>`;
}

function step(title: string, body: Html): Html {
  return html`<li>
    <h2>${title}</h2>
    ${body}
  </li>`;
}

function entries(request: SignedInRequest, why: ExplainedMessage): Html {
  const say = inboxSay(request);
  if (why.entries.length === 0) return html`<p class="hint">${say('why_no_entries')}</p>`;
  return table({
    caption: say('why_entries'),
    columns: [
      { head: say('why_account') },
      { head: say('why_text') },
      { head: say('why_amount'), isFigure: true },
      { head: say('why_balance'), isFigure: true },
    ],
    rows: why.entries.map((one) => ({
      cells: [one.account, one.description, one.amount, one.balanceAfter],
    })),
    empty: nothing,
  });
}
