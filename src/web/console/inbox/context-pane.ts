import { packs } from '../../../languages/index.ts';
import type { ReadConversation } from '../../../operations/inbox/read-conversation.ts';
import { html, nothing, type Html } from '../../ui/html.ts';
import { notice } from '../../ui/notice.ts';
import type { SignedInRequest } from '../frame/console-env.ts';
import { chip } from '../ui/chip.ts';
import { facts } from '../ui/facts.ts';
import { dayText, momentText } from '../ui/moment.ts';
import { channelTitle, inboxSay } from './inbox-words.ts';

/** What to know of the member while writing with them. No balance stands here. */
export function contextPane(request: SignedInRequest, conversation: ReadConversation): Html {
  const say = inboxSay(request);
  const { context, memberNumber, memberName, language } = conversation;
  const { lockedAt, addresses } = context;
  return html`<aside class="inbox-context" id="context" aria-label="${say('context')}">
    <section>
      <h2>${say('context')}</h2>
      ${
        lockedAt
          ? notice(
              'mind',
              say('locked', { when: momentText(request, Temporal.Instant.from(lockedAt)) }),
            )
          : nothing
      }
      ${facts([
        [
          say('member'),
          html`<a href="/members/${encodeURIComponent(memberNumber)}">${memberName}</a>`,
        ],
        ['№', memberNumber],
        [say('language'), packs[language].name],
      ])}
    </section>
    <section>
      <h3>${say('channels')}</h3>
      <ul class="context-list">
        ${addresses.map(
          (one) =>
            html`<li>
              <a
                href="/inbox/${one.conversationId}"
                ${one.conversationId === conversation.conversationId ? html`aria-current="true"` : nothing}
                >${channelTitle(one.channel)} ${one.name}</a
              >
              ${one.stopped ? chip(say('channel_stopped'), 'bad') : nothing}
              ${one.state === 'proven' ? nothing : chip(one.state, 'mind')}
            </li>`,
        )}
      </ul>
    </section>
    ${work(request, context)} ${tryForm(request, conversation)}
  </aside>`;
}

/** Open tasks and cases. */
function work(
  request: SignedInRequest,
  { tasks, cases }: Pick<ReadConversation['context'], 'tasks' | 'cases'>,
): Html {
  const say = inboxSay(request);
  return html`<section>
      <h3>${say('tasks')}</h3>
      ${tasks.length === 0 ? html`<p class="hint">${say('none')}</p>` : nothing}
      <ul class="context-list">
        ${tasks.map(
          (one) =>
            html`<li>
              <a href="/tasks/${one.reference}">${one.reference}</a>
              ${one.urgent ? chip(say('urgent'), 'bad') : nothing}
              <span>${one.subject}</span>
            </li>`,
        )}
      </ul>
    </section>
    <section>
      <h3>${say('cases')}</h3>
      ${cases.length === 0 ? html`<p class="hint">${say('none')}</p>` : nothing}
      <ul class="context-list">
        ${cases.map(
          (one) =>
            html`<li>
              <a href="/disputes/${one.reference}">${one.reference}</a>
              ${chip(say('due', { day: dayText(request, Temporal.PlainDate.from(one.dueOn)) }), 'mind')}
            </li>`,
        )}
      </ul>
    </section>`;
}

/** A text to try as this member. */
function tryForm(
  request: SignedInRequest,
  conversation: Pick<ReadConversation, 'conversationId'>,
): Html {
  const say = inboxSay(request);
  return html`<section>
    <h3>${say('try')}</h3>
    <form method="post" action="/inbox/${conversation.conversationId}/try" class="stack">
      <div class="field">
        <label class="visually-hidden" for="try">${say('try_label')}</label>
        <input id="try" name="text" maxlength="400" required placeholder="${say('try_label')}" />
        <p class="hint">${say('try_hint')}</p>
      </div>
      <button>${say('try_do')}</button>
    </form>
  </section>`;
}
