import { listConversations } from '../../../operations/inbox/list-conversations.ts';
import { listColleagues } from '../../../operations/inbox/note-conversation.ts';
import { readConversation } from '../../../operations/inbox/read-conversation.ts';
import { listSavedReplies } from '../../../operations/inbox/saved-replies.ts';
import type { InboxView } from '../../../staff/handovers/lists.ts';
import { html, nothing } from '../../ui/html.ts';
import { look, refusedLook, signedIn } from '../frame/act.ts';
import type { ConsoleContext } from '../frame/console-env.ts';
import { page } from '../frame/page.ts';
import { composer, savedText } from './composer.ts';
import { contextPane } from './context-pane.ts';
import { listPane } from './list-pane.ts';
import { threadActions } from './thread-actions.ts';
import { threadHead, threadOf } from './thread-pane.ts';

/** A conversation: the list at the left, the thread in the middle, the member at the right. */
export async function conversationPage(
  context: ConsoleContext,
  given: {
    readonly view: InboxView;
    /** A reply that was refused. */
    readonly draft?: string;
    readonly wrong?: string;
  },
): Promise<Response> {
  const { view, wrong } = given;
  const conversationId = context.req.param('id') ?? '';
  const before = context.req.query('before');
  const read = await look(context, readConversation, {
    conversationId,
    ...(before ? { before } : {}),
  });
  if (read.refused) return refusedLook(context, read.refused);
  const list = await look(context, listConversations, { view });
  const saved = await look(context, listSavedReplies, {});
  const people = await look(context, listColleagues, {});
  const request = signedIn(context);
  const conversation = read.done;
  const replies = saved.done?.replies ?? [];
  const chosen = replies.find(({ id }) => id === context.req.query('saved'));
  const draft = given.draft ?? (chosen ? savedText(request, conversation, chosen) : '');
  const colleagues = people.done?.colleagues ?? [];
  const isOlder = before !== undefined;
  return page(context, {
    title: conversation.memberName,
    section: 'inbox',
    wide: true,
    scripts: ['/static/inbox.js'],
    ...(wrong ? { status: 422 as const } : {}),
    body: html`<div class="inbox" data-conversation="${conversationId}">
      ${list.done ? listPane(request, { view, ...list.done, open: conversationId }) : nothing}
      <section class="inbox-thread" aria-label="${conversation.memberName}">
        ${threadHead(request, {
          view,
          conversation,
          isOlder,
          actions: threadActions(request, { conversation, colleagues }),
        })}
        ${threadOf(request, { view, conversation, isOlder })}
        ${composer(request, { conversation, saved: replies, draft, wrong })}
      </section>
      ${contextPane(request, conversation)}
    </div>`,
  });
}
