import { html, type Html } from '../../ui/html.ts';
import type { SignedInRequest } from '../frame/console-env.ts';
import { chip } from '../ui/chip.ts';
import { inboxSay } from './inbox-words.ts';

/** How a text of this member would be read and answered. */
export function tryBody(
  request: SignedInRequest,
  given: {
    readonly conversationId: string;
    readonly text: string;
    readonly done: {
      readonly intent: string;
      readonly reading: string;
      readonly asksFirst: boolean;
      readonly reply: string;
    };
  },
): Html {
  const say = inboxSay(request);
  const { conversationId, text, done } = given;
  return html`<header class="page-head">
      <p><a href="/inbox/${conversationId}">← ${say('back')}</a></p>
      <h1>${say('try_title')}</h1>
      <p class="lead">${say('try_hint')}</p>
    </header>
    <ol class="line-of-message">
      <li>
        <h2>${say('why_text')}</h2>
        <blockquote>${text}</blockquote>
      </li>
      <li>
        <h2>${say('why_reading')}</h2>
        <p>${chip(done.intent, 'accent')} ${done.asksFirst ? say('try_asks') : say('try_none')}</p>
        <pre>${done.reading}</pre>
      </li>
      <li>
        <h2>${say('try_reply')}</h2>
        <blockquote>${done.reply}</blockquote>
      </li>
    </ol>
    <form method="post" action="/inbox/${conversationId}/try" class="stack">
      <div class="field">
        <label for="try">${say('try_label')}</label>
        <input id="try" name="text" maxlength="400" required value="${text}" />
      </div>
      <button class="primary">${say('try_do')}</button>
    </form>`;
}
