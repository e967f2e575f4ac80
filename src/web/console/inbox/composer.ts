import { septetsOfUnit } from '../../../kernel/gsm7.ts';
import { packs } from '../../../languages/index.ts';
import { filled } from '../../../languages/say.ts';
import { codeRoom } from '../../../messages/sent-as.ts';
import type { ReadConversation } from '../../../operations/inbox/read-conversation.ts';
import { replyMax } from '../../../operations/inbox/reply-to-member.ts';
import type { SavedReplyOutput } from '../../../operations/inbox/saved-replies.ts';
import { rightOf, type StaffPermission } from '../../../operations/permissions.ts';
import { notice } from '../../ui/notice.ts';
import { html, nothing, type Html } from '../../ui/html.ts';
import type { SignedInRequest } from '../frame/console-env.ts';
import { momentText } from '../ui/moment.ts';
import { inboxSay } from './inbox-words.ts';

export interface ComposerGiven {
  readonly conversation: ReadConversation;
  readonly saved: readonly SavedReplyOutput[];
  /** What stands in the field: a saved reply, or a reply that was refused. */
  readonly draft: string;
  /** Why the reply was refused. */
  readonly wrong?: string | undefined;
}

/** Characters of the short alphabet of text messages, and those that count twice. */
const units = Array.from({ length: 0x20ad }, (_, unit) => unit);
const charactersOf = (cost: number) =>
  units.filter((unit) => septetsOfUnit(unit) === cost).map((unit) => String.fromCharCode(unit));
const gsm7 = { once: charactersOf(1).join(''), twice: charactersOf(2).join('') };

/** Where a person writes to the member, or a note for colleagues. */
export function composer(request: SignedInRequest, given: ComposerGiven): Html {
  const say = inboxSay(request);
  const { conversation } = given;
  const may = (permission: StaffPermission) =>
    rightOf(request.principal.roles, permission) !== undefined;
  const mayWrite = may('converse');
  if (!may('write_notes'))
    return html`<footer class="composer">${notice('tell', say('read_only'))}</footer>`;
  const barred = barredBy(request, conversation);
  return html`<footer class="composer" id="composer">
    ${
      mayWrite
        ? html`<details name="composer" ${given.draft !== '' || !barred ? html`open` : nothing}>
            <summary>${say('reply')}</summary>
            ${barred ? notice('mind', barred) : replyForm(request, given)}
          </details>`
        : nothing
    }
    <details name="composer" ${mayWrite ? nothing : html`open`}>
      <summary>${say('note')}</summary>
      <form
        method="post"
        action="/inbox/${conversation.conversationId}/note"
        class="compose compose-note"
      >
        <label class="visually-hidden" for="note">${say('note_label')}</label>
        <textarea
          id="note"
          name="note"
          required
          maxlength="2000"
          placeholder="${say('note_label')}"
        ></textarea>
        <div class="compose-foot"><button>${say('note_add')}</button></div>
      </form>
    </details>
  </footer>`;
}

/** Why nothing may be sent, said before somebody writes. */
function barredBy(
  request: SignedInRequest,
  { stoppedAt, addressState }: ReadConversation,
): string | undefined {
  const say = inboxSay(request);
  if (stoppedAt)
    return say('stopped', { when: momentText(request, Temporal.Instant.from(stoppedAt)) });
  return addressState === 'proven' ? undefined : say('unreachable', { state: addressState });
}

function replyForm(request: SignedInRequest, given: ComposerGiven): Html {
  const say = inboxSay(request);
  const { conversation, draft, wrong } = given;
  const { introduction, encoding, isMine, state } = conversation;
  const isSms = encoding === 'gsm7';
  return html`<form
    method="post"
    action="/inbox/${conversation.conversationId}/reply"
    class="compose ${wrong ? 'field-wrong' : ''}"
    data-compose
  >
    <input type="hidden" name="replyId" value="${request.world.ids.next()}" />
    ${wrong ? html`<p class="error" id="reply-wrong" role="alert">${wrong}</p>` : nothing}
    <label class="visually-hidden" for="reply">${say('reply_label')}</label>
    <textarea
      id="reply"
      name="text"
      required
      maxlength="${String(replyMax)}"
      placeholder="${say('reply_label')}"
      aria-describedby="reply-hint${wrong ? ' reply-wrong' : ''}"
      ${
        isSms
          ? html`data-extra="${String(codeRoom + (introduction === null ? 0 : introduction.length + 1))}"
            data-once="${gsm7.once}" data-twice="${gsm7.twice}" data-count="${say('count')}"
            data-one="${say('segment_one')}" data-many="${say('segment_many')}"`
          : nothing
      }
    >
${draft}</textarea>
    <div class="compose-foot">
      <p class="hint" id="reply-hint">
        ${introduction === null ? nothing : say('reply_hint_intro', { intro: introduction })}
        ${say('reply_hint_code')} ${isMine || state === 'held' ? nothing : say('reply_takes')}
        <span data-counted aria-live="polite">${isSms ? say('reply_hint_sms') : nothing}</span>
      </p>
      ${savedMenu(request, given)}
      <button class="primary" title="${say('key_send')}">${say('reply_send')}</button>
    </div>
  </form>`;
}

function savedMenu(request: SignedInRequest, { conversation, saved }: ComposerGiven): Html {
  const say = inboxSay(request);
  return html`<details class="action saved-menu">
    <summary>${say('saved')}</summary>
    <div class="saved-list">
      ${saved.length === 0 ? html`<p class="hint">${say('saved_none')}</p>` : nothing}
      <ul>
        ${saved.map(
          (one) =>
            html`<li>
              <a
                href="/inbox/${conversation.conversationId}?saved=${one.id}#composer"
                data-saved="${savedText(request, conversation, one)}"
                ><strong>${one.name}</strong
                ><span>${savedText(request, conversation, one)}</span></a
              >
            </li>`,
        )}
      </ul>
      <a href="/inbox/replies">${say('saved_edit')}</a>
    </div>
  </details>`;
}

/** A saved reply in the member's language, its places filled. */
export function savedText(
  { institution, principal }: SignedInRequest,
  { language, memberName }: Pick<ReadConversation, 'language' | 'memberName'>,
  { texts }: SavedReplyOutput,
): string {
  const { settings } = institution;
  const text = texts[language] ?? Object.values(texts)[0] ?? '';
  return filled(text, {
    member: memberName.split(' ')[0] ?? memberName,
    name: principal.name,
    institution: institution.name,
    service: settings.service,
    phone: settings.phone,
    hours: settings.hours[language],
    language: packs[language].name,
  });
}
