import type { ReadTransfer } from '../../../operations/examiner/read-transfer.ts';
import { html, nothing, type Html } from '../../ui/html.ts';
import type { SignedInRequest } from '../frame/console-env.ts';
import { chip } from '../ui/chip.ts';
import { facts } from '../ui/facts.ts';
import { moment, momentText } from '../ui/moment.ts';
import { table } from '../ui/table.ts';
import { amountText } from './examiner-body.ts';
import { nameText, reportSay } from './report-words.ts';

/** A transfer from the member’s message to its entries, reply and proof. */
export function transferBody(request: SignedInRequest, transfer: ReadTransfer): Html {
  const say = reportSay(request);
  const { message } = transfer;
  return html`<header class="page-head">
      <p><a href="/reports/examiner">← ${say('examiner')}</a></p>
      <h1>${say('transfer', { reference: '' })}<code>${transfer.transactionId}</code></h1>
      <p class="lead">${moment(request, transfer.postedAt)}</p>
    </header>
    <ol class="line-of-message">
      ${step(
        say('step_message'),
        message
          ? html`<blockquote>${message.text}</blockquote>
              <p class="soft">
                ${say('member')} ${message.memberNumber} · ${moment(request, message.receivedAt)} ·
                <code>${message.key}</code>
              </p>
              <p><a href="/inbox/${message.conversationId}">${say('conversation')}</a></p>`
          : html`<p>${say('step_none')}</p>`,
      )}
      ${
        message
          ? html`${step(
              say('step_reading'),
              html`<p>
                  ${chip(nameText(message.intent), 'accent')}
                  ${
                    message.by === 'rule'
                      ? say('step_by_rule')
                      : say('step_by_guess', { sure: `${Math.round((message.sure ?? 0) * 100)} %` })
                  }
                </p>
                <pre>${message.reading}</pre>`,
            )}
            ${step(say('step_decision'), html`<p>${chip(nameText(message.outcome))}</p>`)}`
          : nothing
      }
      ${step(
        say('step_entries'),
        html`${entries(request, transfer)}
        ${facts([
          [say('key'), html`<code>${transfer.key}</code>`],
          [say('kind'), nameText(transfer.kind)],
          [say('effective'), transfer.effectiveOn],
          ...link(say('reverses'), transfer.reversalOf),
          ...link(say('reversed_by'), transfer.reversedBy),
        ])}`,
      )}
      ${message ? step(say('step_reply'), replies(request, message.replies)) : nothing}
      ${step(say('step_record'), recordStep(request, transfer))}
    </ol>`;
}

/** The row of the record that has the transfer, and the file that proves it. */
function recordStep(request: SignedInRequest, transfer: ReadTransfer): Html {
  const say = reportSay(request);
  const { record } = transfer;
  return record
    ? html`<p>
          ${say('record_row', {
            number: record.number,
            when: momentText(request, Temporal.Instant.from(record.writtenAt)),
          })}
          ${record.signed ? chip(say('signed'), 'good') : chip(say('unsigned'), 'mind')}
        </p>
        <pre>${record.hash}</pre>
        <p class="hint">${say('proof_text')}</p>
        <p>
          <a class="button" href="/reports/examiner/transfer/${transfer.transactionId}/proof.json"
            >${say('proof_download')}</a
          >
        </p>`
    : html`<p>${chip(say('record_none'), 'bad')}</p>`;
}

function step(title: string, body: Html): Html {
  return html`<li>
    <h2>${title}</h2>
    ${body}
  </li>`;
}

function link(name: string, id: string | null): (readonly [string, Html])[] {
  return id === null
    ? []
    : [[name, html`<a href="/reports/examiner/transfer?id=${id}"><code>${id}</code></a>`]];
}

function entries(request: SignedInRequest, transfer: ReadTransfer): Html {
  const say = reportSay(request);
  return table({
    caption: say('step_entries'),
    columns: [
      { head: say('account') },
      { head: say('member') },
      { head: say('description') },
      { head: say('debit'), isFigure: true },
      { head: say('balance'), isFigure: true },
    ],
    rows: transfer.entries.map((one) => ({
      cells: [
        one.account,
        one.memberNumber ?? '–',
        one.description,
        amountText(request, one.amount, one.currency),
        amountText(request, one.balanceAfter, one.currency),
      ],
    })),
    empty: nothing,
  });
}

function replies(
  request: SignedInRequest,
  given: NonNullable<ReadTransfer['message']>['replies'],
): Html {
  const say = reportSay(request);
  if (given.length === 0) return html`<p class="hint">${say('step_no_reply')}</p>`;
  return html`${given.map(
    (one) =>
      html`<blockquote>${one.text}</blockquote>
        <p>${chip(nameText(one.status))} ${moment(request, one.at)}</p>`,
  )}`;
}
