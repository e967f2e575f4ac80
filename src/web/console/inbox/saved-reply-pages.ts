import { languages } from '../../../kernel/vocabulary/language.ts';
import { packs } from '../../../languages/index.ts';
import { replyMax } from '../../../operations/inbox/reply-to-member.ts';
import type { SavedReplyOutput } from '../../../operations/inbox/saved-replies.ts';
import { rightOf } from '../../../operations/permissions.ts';
import { html, nothing, type Html } from '../../ui/html.ts';
import type { SignedInRequest } from '../frame/console-env.ts';
import { card } from '../ui/card.ts';
import { chip } from '../ui/chip.ts';
import { momentText } from '../ui/moment.ts';
import { inboxSay } from './inbox-words.ts';

/** The saved replies, each with its form, and one for a new one. */
export function savedRepliesBody(
  request: SignedInRequest,
  replies: readonly SavedReplyOutput[],
): Html {
  const say = inboxSay(request);
  const mayWrite = rightOf(request.principal.roles, 'write_notes') !== undefined;
  return html`<header class="page-head">
      <p><a href="/inbox">← ${say('back')}</a></p>
      <h1>${say('saved')}</h1>
      <p class="lead">${say('saved_lead', {})}</p>
    </header>
    ${
      mayWrite
        ? html`<details class="action" ${replies.length === 0 ? html`open` : nothing}>
            <summary>${say('saved_new')}</summary>
            ${form(request, undefined)}
          </details>`
        : nothing
    }
    ${replies.length === 0 ? html`<p class="hint">${say('saved_none')}</p>` : nothing}
    <div class="columns">${replies.map((one) => saved(request, one, mayWrite))}</div>`;
}

function saved(request: SignedInRequest, one: SavedReplyOutput, mayWrite: boolean): Html {
  const say = inboxSay(request);
  return card({
    title: one.name,
    end: chip(
      one.isShared ? say('saved_shared') : say('saved_own'),
      one.isShared ? 'plain' : 'accent',
    ),
    body: html`${Object.entries(one.texts).map(
        ([language, text]) => html`<p class="saved-text" lang="${language}">${text}</p>`,
      )}
      <p class="hint">
        ${say('saved_changed', {
          name: one.changedBy,
          when: momentText(request, Temporal.Instant.from(one.changedAt)),
        })}
      </p>
      ${
        mayWrite
          ? html`<div class="actions">
              <details class="action">
                <summary>${say('saved_change')}</summary>
                ${form(request, one)}
              </details>
              <form method="post" action="/inbox/replies/${one.id}/remove">
                <button>${say('saved_remove')}</button>
              </form>
            </div>`
          : nothing
      }`,
  });
}

function form(request: SignedInRequest, one: SavedReplyOutput | undefined): Html {
  const say = inboxSay(request);
  const id = one?.id ?? 'new';
  return html`<form method="post" action="/inbox/replies" class="stack">
    ${one ? html`<input type="hidden" name="id" value="${one.id}" />` : nothing}
    <div class="field">
      <label for="name-${id}">${say('saved_name')}</label>
      <input id="name-${id}" name="name" required maxlength="80" value="${one?.name ?? ''}" />
    </div>
    ${languages.map(
      (language) =>
        html`<div class="field">
          <label for="${language}-${id}"
            >${say('saved_text', { language: packs[language].name })}</label
          >
          <textarea
            id="${language}-${id}"
            name="${language}"
            lang="${language}"
            maxlength="${String(replyMax)}"
          >
${one?.texts[language] ?? ''}</textarea>
        </div>`,
    )}
    <div class="field tick">
      <input
        type="checkbox"
        id="shared-${id}"
        name="shared"
        value="yes"
        ${(one?.isShared ?? true) ? html`checked` : nothing}
      />
      <label for="shared-${id}">${say('saved_shared')}</label>
    </div>
    <button class="primary">${say('saved_save')}</button>
  </form>`;
}
