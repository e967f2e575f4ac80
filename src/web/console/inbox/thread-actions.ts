import type { ReadConversation } from '../../../operations/inbox/read-conversation.ts';
import { rightOf } from '../../../operations/permissions.ts';
import { html, nothing, type Html } from '../../ui/html.ts';
import type { SignedInRequest } from '../frame/console-env.ts';
import { inboxSay } from './inbox-words.ts';

export interface Colleague {
  readonly who: string;
  readonly name: string;
  readonly isYou: boolean;
}

/** What a person can do with a conversation: one press each. */
export function threadActions(
  request: SignedInRequest,
  given: { readonly conversation: ReadConversation; readonly colleagues: readonly Colleague[] },
): Html {
  const say = inboxSay(request);
  const { conversation } = given;
  const { state, isMine, holderName, watched, spokeAt } = conversation;
  const mayWrite = rightOf(request.principal.roles, 'converse') !== undefined;
  const button = (act: string, text: string, more: Html = nothing, kind = '') =>
    html`<form method="post" action="/inbox/${conversation.conversationId}/${act}">
      ${more}<button class="${kind}">${text}</button>
    </form>`;
  // Says how far the person has read: a later text of the member isn't closed away.
  const closing = () =>
    button(
      'close',
      say('close'),
      html`<input type="hidden" name="seen" value="${spokeAt ?? ''}" />`,
    );
  return html`${
    mayWrite && !isMine
      ? state === 'held'
        ? button(
            'claim',
            say('take', { name: holderName ?? '' }),
            html`<input type="hidden" name="take" value="yes" />`,
          )
        : button('claim', say('claim'), nothing, 'primary')
      : nothing
  }
  ${mayWrite && state === 'held' ? handOver(request, given) : nothing}
  ${mayWrite && state === 'held' ? button('release', say('release')) : nothing}
  ${mayWrite && (state === 'held' || state === 'waiting') ? closing() : nothing}
  ${button(
    'watch',
    watched ? say('unwatch') : say('watch'),
    html`<input type="hidden" name="watch" value="${watched ? 'no' : 'yes'}" />`,
  )}`;
}

function handOver(
  request: SignedInRequest,
  { conversation, colleagues }: Parameters<typeof threadActions>[1],
): Html {
  const say = inboxSay(request);
  const others = colleagues.filter(({ isYou }) => !isYou);
  return html`<details class="action thread-menu">
    <summary>${say('hand_over')}</summary>
    ${
      others.length === 0
        ? html`<form class="stack"><p>${say('no_colleagues')}</p></form>`
        : html`<form
            class="stack"
            method="post"
            action="/inbox/${conversation.conversationId}/hand-over"
          >
            <div class="field">
              <label for="hand-over-to">${say('hand_over_to')}</label>
              <select id="hand-over-to" name="to" required>
                ${others.map(({ who, name }) => html`<option value="${who}">${name}</option>`)}
              </select>
            </div>
            <div class="field">
              <label for="hand-over-note">${say('hand_over_note')}</label>
              <input id="hand-over-note" name="note" maxlength="2000" />
            </div>
            <button class="primary">${say('hand_over')}</button>
          </form>`
    }
  </details>`;
}
