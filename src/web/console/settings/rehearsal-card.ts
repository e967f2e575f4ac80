import type { z } from 'zod';
import { packs } from '../../../languages/index.ts';
import { rightOf } from '../../../operations/permissions.ts';
import type { DraftDetail } from '../../../operations/settings/draft-schema.ts';
import type { listRehearsedTexts } from '../../../operations/settings/read-drafts.ts';
import { listedMax } from '../../../staff/settings-drafts/rehearsals.ts';
import { html, nothing, type Html } from '../../ui/html.ts';
import { notice } from '../../ui/notice.ts';
import { card, figure } from '../ui/card.ts';
import { chip } from '../ui/chip.ts';
import type { SettingsView } from './draft-form.ts';

type Rehearsed = z.output<typeof listRehearsedTexts.output>;

/** How far the rehearsal is, what it found, and the texts side by side. */
export function rehearsalCard(
  view: SettingsView,
  done: DraftDetail,
  listed: Rehearsed | undefined,
): Html {
  const { say } = view;
  const { rehearsal } = done;
  return card({
    title: say('rehearsal'),
    id: 'rehearsal',
    body: html`<p class="hint">
        ${done.needsRehearsal ? say('rehearse_text') : say('rehearsal_not_needed')}
      </p>
      ${rehearsal ? found(view, { done, rehearsal, listed }) : nothing} ${startForm(view, done)}`,
  });
}

function startForm({ say, request }: SettingsView, done: DraftDetail): Html {
  const isOpen = done.state === 'open' && !done.isStale && done.problem === null;
  const mayTry = rightOf(request.principal.roles, 'draft_settings') !== undefined;
  const isRunning = done.rehearsal?.state === 'running' && done.rehearsal.isCurrent;
  if (!isOpen || !mayTry || isRunning || done.lines.length === 0) return nothing;
  return html`<form method="post" action="/settings/drafts/${done.draft}/rehearse">
    <button class="${done.rehearsal?.isCurrent ? '' : 'primary'}">
      ${done.rehearsal ? say('rehearse_again') : say('rehearse')}
    </button>
  </form>`;
}

function found(
  view: SettingsView,
  {
    done,
    rehearsal,
    listed,
  }: {
    readonly done: DraftDetail;
    readonly rehearsal: NonNullable<DraftDetail['rehearsal']>;
    readonly listed: Rehearsed | undefined;
  },
): Html {
  const { say, request } = view;
  const number = (value: number) => value.toLocaleString(packs[request.language].intl);
  const text = say('progress', {
    done: number(rehearsal.lookedAt),
    total: number(rehearsal.total),
  });
  return html`${
      rehearsal.isCurrent || done.state !== 'open' ? nothing : notice('mind', say('rehearsal_old'))
    }
    ${
      rehearsal.state === 'running'
        ? html`<p class="rehearsal-progress" role="status">
            <progress
              max="${String(Math.max(1, rehearsal.total))}"
              value="${String(rehearsal.lookedAt)}"
              aria-label="${say('rehearsal')}"
            ></progress>
            <span>${text}</span>
          </p>`
        : nothing
    }
    <div class="figures">
      ${figure({ name: say('looked_at'), value: number(rehearsal.lookedAt) })}
      ${figure({
        name: say('read_otherwise'),
        value: number(rehearsal.readOtherwise),
        tone: rehearsal.readOtherwise > 0 ? 'mind' : 'good',
      })}
      ${figure({
        name: say('answered_otherwise'),
        value: number(rehearsal.answeredOtherwise),
        tone: rehearsal.answeredOtherwise > 0 ? 'mind' : 'good',
      })}
    </div>
    ${
      listed
        ? sideBySide(view, { listed, isFull: rehearsal.listed >= listedMax })
        : html`<p class="hint">${say('texts_hidden')}</p>`
    }`;
}

function sideBySide(
  { say }: SettingsView,
  { listed, isFull }: { readonly listed: Rehearsed; readonly isFull: boolean },
): Html {
  if (listed.texts.length === 0) return html`<p class="soft">${say('none_otherwise')}</p>`;
  return html`<h3>${say('side_by_side')}</h3>
    <div class="list" tabindex="0">
      <table class="side-by-side">
        <thead>
          <tr>
            <th scope="col">${say('member_wrote')}</th>
            <th scope="col" class="number">${say('times')}</th>
            <th scope="col">${say('setting_before')}</th>
            <th scope="col">${say('setting_after')}</th>
          </tr>
        </thead>
        <tbody>
          ${listed.texts.map((one) => {
            const isSame = one.replyBefore === one.replyAfter;
            return html`<tr>
              <th scope="row">${one.text}</th>
              <td class="number" data-head="${say('times')}">${String(one.times)}</td>
              <td data-head="${say('setting_before')}">
                ${chip(one.readBefore)}
                <p>${one.replyBefore}</p>
              </td>
              <td data-head="${say('setting_after')}">
                ${chip(one.readAfter, one.readBefore === one.readAfter ? 'plain' : 'mind')}
                <p class="${isSame ? 'soft' : ''}">
                  ${isSame ? say('same_reply') : one.replyAfter}
                </p>
              </td>
            </tr>`;
          })}
        </tbody>
      </table>
    </div>
    ${isFull ? html`<p class="hint">${say('listed_max')}</p>` : nothing}
    ${listed.more ? html`<p class="hint">${say('more')}</p>` : nothing}`;
}
