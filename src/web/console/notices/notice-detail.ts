import { descriptors } from '../../../channels/descriptors.ts';
import { languages } from '../../../kernel/vocabulary/language.ts';
import { recipientFates } from '../../../kernel/vocabulary/notice-to-many.ts';
import { sentAs } from '../../../messages/sent-as.ts';
import { dollarsOf, traitsFor } from '../../../operations/notices/estimate.ts';
import type { NoticeOutput, ProgressOutput } from '../../../operations/notices/notice-schema.ts';
import { rightOf } from '../../../operations/permissions.ts';
import { html, nothing, type Html } from '../../ui/html.ts';
import { notice as notification } from '../../ui/notice.ts';
import type { SignedInRequest } from '../frame/console-env.ts';
import { action } from '../ui/action.ts';
import { card, figure } from '../ui/card.ts';
import { facts } from '../ui/facts.ts';
import { momentText } from '../ui/moment.ts';
import { table } from '../ui/table.ts';
import { asSent, figureText, noticeSay, stateChip, timeText } from './notice-words.ts';

interface Given {
  readonly notice: NoticeOutput;
  readonly progress: readonly ProgressOutput[];
}

/** One notice: its texts as members get them, whom it reaches, and how far it has come. */
export function detailBody(request: SignedInRequest, given: Given): Html {
  const say = noticeSay(request);
  const { notice } = given;
  const isDraft = notice.state === 'draft';
  return html`<header class="page-head">
      <p><a href="/notices">← ${say('title')}</a></p>
      <h1>${notice.name} ${stateChip(say, notice)}</h1>
      ${times(request, notice)}
    </header>
    ${notice.state === 'paused' ? notification('wrong', say('paused_text')) : nothing}
    ${isDraft ? nothing : progressPart(request, given)}
    <div class="notice-columns">
      ${preview(request, notice)}
      <div class="stack">${countCard(request, notice)} ${choiceCard(request, notice)}</div>
    </div>
    ${isDraft ? draftActions(request, notice) : nothing}
    ${
      notice.state === 'sending' || notice.state === 'paused'
        ? html`<div class="actions">
            ${
              notice.state === 'paused'
                ? action(request, {
                    id: 'resume',
                    permission: 'send_notices',
                    title: say('resume'),
                    to: `/notices/${notice.id}/resume`,
                    text: say('resume_text'),
                  })
                : nothing
            }
            ${action(request, {
              id: 'stop',
              permission: 'stop_notice',
              title: say('stop'),
              to: `/notices/${notice.id}/stop`,
              text: say('stop_text'),
              isDangerous: true,
            })}
          </div>`
        : nothing
    }`;
}

function times(request: SignedInRequest, { begunAt, endedAt, endedBy }: NoticeOutput): Html {
  const say = noticeSay(request);
  const at = (text: string) => momentText(request, Temporal.Instant.from(text));
  if (begunAt === null) return html`${nothing}`;
  const ended =
    endedAt === null
      ? ''
      : endedBy === null
        ? say('ended', { when: at(endedAt) })
        : say('ended_by', { when: at(endedAt), name: endedBy });
  return html`<p class="lead">
    ${say('begun', { when: at(begunAt) })}${ended ? html` · ${ended}` : nothing}
  </p>`;
}

/** Refreshed by a script while it is being sent. */
function progressPart(request: SignedInRequest, { notice, progress }: Given): Html {
  const say = noticeSay(request);
  const all = notice.recipients ?? 0;
  const of = (fate: ProgressOutput['fate']) =>
    progress.filter((one) => one.fate === fate).reduce((sum, { count }) => sum + count, 0);
  const done = all - of('waiting');
  const spent = progress.reduce((sum, { microdollars }) => sum + microdollars, 0);
  const isSending = notice.state === 'sending';
  return html`<section id="progress" class="card" ${isSending ? html`data-refresh` : nothing}>
    <header class="card-head">
      <h2>${say('progress')}</h2>
      <span
        >${say('progress_of', { done: figureText(request, done), all: figureText(request, all) })}</span
      >
    </header>
    <progress max="${Math.max(1, all)}" value="${done}" aria-label="${say('progress')}"></progress>
    <div class="figures">
      ${recipientFates
        .filter((fate) => of(fate) > 0 || fate === 'accepted')
        .map((fate) =>
          figure({
            name: say(`fate_${fate}`),
            value: figureText(request, of(fate)),
            tone: fate === 'accepted' ? 'good' : fate === 'undelivered' ? 'bad' : 'plain',
          }),
        )}
      ${figure({ name: say('spent'), value: dollarsOf(spent) })}
    </div>
    ${isSending ? html`<p class="hint">${say('refreshes')}</p>` : nothing}
  </section>`;
}

function preview(request: SignedInRequest, { texts, choice }: NoticeOutput): Html {
  const say = noticeSay(request);
  return card({
    title: say('preview'),
    body: html`<div class="stack">
      ${languages.flatMap((language) => {
        const text = texts[language];
        return text === undefined
          ? []
          : [
              html`<div lang="${language}">
                <h3>${say(`language_${language}`)}</h3>
                ${asSent(say, text)}
                <p class="hint">
                  ${choice.channels
                    .map((channel) => {
                      const { segments, length } = sentAs(text, traitsFor(request, channel));
                      const size =
                        segments === null
                          ? say('characters', { count: figureText(request, length) })
                          : segments === 1
                            ? say('unit_sms')
                            : say('units_sms', { count: String(segments) });
                      return `${descriptors[channel].title}: ${size}`;
                    })
                    .join(' · ')}
                </p>
              </div>`,
            ];
      })}
    </div>`,
  });
}

function countCard(request: SignedInRequest, notice: NoticeOutput): Html {
  const say = noticeSay(request);
  const { estimate, changedAt } = notice;
  const cost = estimate.parts.reduce((sum, { microdollars }) => sum + microdollars, 0);
  return card({
    title: say('count'),
    end: html`<span class="hint"
      >${say('counted_at', { when: momentText(request, Temporal.Instant.from(changedAt)) })}</span
    >`,
    body: html`<div class="figures">
        ${figure({ name: say('recipients'), value: figureText(request, estimate.recipients) })}
        ${figure({ name: say('cost'), value: dollarsOf(cost) })}
      </div>
      ${
        estimate.recipients > 0
          ? html`<p>${say('takes', { time: timeText(say, estimate.minutes) })}</p>`
          : nothing
      }
      ${
        estimate.unreached > 0
          ? html`<p class="hint">
              ${say('unreached', { count: figureText(request, estimate.unreached) })}
            </p>`
          : nothing
      }
      ${
        estimate.unknownCount > 0
          ? notification(
              'tell',
              say('unknown', {
                count: figureText(request, estimate.unknownCount),
                numbers: estimate.unknown.join(', '),
              }),
            )
          : nothing
      }
      ${
        estimate.recipients === 0
          ? notification('wrong', say('nobody'))
          : table({
              caption: say('count'),
              columns: [
                { head: say('channel') },
                { head: say('language') },
                { head: say('recipients'), isFigure: true },
                { head: say('segments'), isFigure: true },
                { head: say('cost'), isFigure: true },
              ],
              rows: estimate.parts.map((part) => ({
                cells: [
                  descriptors[part.channel].title,
                  say(`language_${part.language}`),
                  figureText(request, part.recipients),
                  descriptors[part.channel].encoding === 'gsm7' ? String(part.units) : '–',
                  dollarsOf(part.microdollars),
                ],
              })),
              empty: html`${nothing}`,
            })
      }`,
  });
}

function choiceCard(request: SignedInRequest, { choice, perMinute }: NoticeOutput): Html {
  const say = noticeSay(request);
  const { channels, languages: chosen, kinds, numbers } = choice;
  return card({
    title: say('choice'),
    body: facts([
      [say('channels'), channels.map((name) => descriptors[name].title).join(', ')],
      ...(chosen.length > 0
        ? [[say('languages'), chosen.map((one) => say(`language_${one}`)).join(', ')] as const]
        : []),
      ...(kinds.length > 0
        ? [[say('kinds'), kinds.map((kind) => say(`kind_${kind}`)).join(', ')] as const]
        : []),
      ...(numbers.length > 0
        ? [[say('numbers'), figureText(request, numbers.length)] as const]
        : []),
      [say('pace'), String(perMinute)],
    ]),
  });
}

function draftActions(request: SignedInRequest, { id, estimate }: NoticeOutput): Html {
  const say = noticeSay(request);
  const mayWrite = rightOf(request.principal.roles, 'draft_notices') !== undefined;
  return html`<div class="actions">
    ${
      estimate.recipients > 0
        ? action(request, {
            id: 'send',
            permission: 'send_notices',
            title: say('send'),
            to: `/notices/${id}/send`,
            text: `${say('send_text')} ${say('asked')}`,
          })
        : nothing
    }
    ${
      mayWrite
        ? html`<a class="button" href="/notices/${id}/edit">${say('edit')}</a>
            <form method="post" action="/notices/${id}/discard">
              <button>${say('discard')}</button>
            </form>`
        : nothing
    }
  </div>`;
}
