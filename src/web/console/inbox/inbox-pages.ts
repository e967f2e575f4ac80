import { Hono } from 'hono';
import {
  claimConversation,
  closeConversation,
  handOverConversation,
  releaseConversation,
} from '../../../operations/inbox/hold-conversation.ts';
import { explainMessage } from '../../../operations/inbox/explain-message.ts';
import { listConversations } from '../../../operations/inbox/list-conversations.ts';
import {
  noteConversation,
  watchConversation,
} from '../../../operations/inbox/note-conversation.ts';
import { conversationNews } from '../../../operations/inbox/read-conversation.ts';
import { replyToMember } from '../../../operations/inbox/reply-to-member.ts';
import {
  listSavedReplies,
  removeSavedReply,
  saveReply,
} from '../../../operations/inbox/saved-replies.ts';
import { writeToMember } from '../../../operations/inbox/write-to-member.ts';
import { tryMemberText } from '../../../operations/inbox/try-member-text.ts';
import { inboxViews, type InboxView } from '../../../staff/handovers/lists.ts';
import { html } from '../../ui/html.ts';
import { act, answer, look, refusedLook, signedIn } from '../frame/act.ts';
import type { ConsoleContext, ConsoleEnv } from '../frame/console-env.ts';
import { page } from '../frame/page.ts';
import { problem } from '../frame/problem.ts';
import { conversationPage } from './conversation-page.ts';
import { inboxSay } from './inbox-words.ts';
import { listPane } from './list-pane.ts';
import { savedRepliesBody } from './saved-reply-pages.ts';
import { tryBody } from './try-page.ts';
import { whyBody } from './why-page.ts';

/** The view that the address names. */
export function viewOf(context: ConsoleContext): InboxView {
  const asked = context.req.query('view');
  return inboxViews.find((one) => one === asked) ?? 'waiting';
}

/** The pages of the inbox: lists, a conversation, why an answer, saved replies. */
export function createInboxPages(): Hono<ConsoleEnv> {
  const app = new Hono<ConsoleEnv>();
  app.get('/inbox', inboxPage);
  app.get('/inbox/replies', async (context) => {
    const { done, refused } = await look(context, listSavedReplies, {});
    if (refused) return refusedLook(context, refused);
    const request = signedIn(context);
    return page(context, {
      title: inboxSay(request)('saved'),
      section: 'inbox',
      body: savedRepliesBody(request, done.replies),
    });
  });
  app.post('/inbox/replies', async (context) => {
    const performed = await act(context, saveReply);
    return answer(context, performed, {
      to: '/inbox/replies',
      said: inboxSay(signedIn(context))('saved_done'),
    });
  });
  app.post('/inbox/replies/:id/remove', async (context) => {
    const performed = await act(context, removeSavedReply, { id: context.req.param('id') });
    return answer(context, performed, {
      to: '/inbox/replies',
      said: inboxSay(signedIn(context))('saved_removed'),
    });
  });
  app.get('/inbox/why/:key', async (context) => {
    const { done, refused } = await look(context, explainMessage, {
      key: context.req.param('key'),
    });
    if (refused) return refusedLook(context, refused);
    const request = signedIn(context);
    const title = inboxSay(request)('why_title');
    return page(context, { title, section: 'inbox', body: whyBody(request, done) });
  });
  // From the member file.
  app.post('/inbox/write', async (context) => {
    const { done, refused } = await act(context, writeToMember);
    if (refused) return refusedLook(context, refused);
    return context.redirect(`/inbox/${done.conversationId}?view=mine`, 303);
  });
  app.get('/inbox/:id', async (context) => conversationPage(context, { view: viewOf(context) }));
  app.get('/inbox/:id/news', async (context) => {
    const { done, refused } = await look(context, conversationNews, idOf(context));
    return refused ? problem(context, refused) : context.json(done);
  });
  addActs(app);
  return app;
}

function idOf(context: ConsoleContext): { readonly conversationId: string } {
  return { conversationId: context.req.param('id') ?? '' };
}

async function inboxPage(context: ConsoleContext): Promise<Response> {
  const view = viewOf(context);
  const { done, refused } = await look(context, listConversations, { view });
  if (refused) return refusedLook(context, refused);
  const request = signedIn(context);
  const say = inboxSay(request);
  return page(context, {
    title: say('title'),
    section: 'inbox',
    wide: true,
    scripts: ['/static/inbox.js'],
    body: html`<div class="inbox inbox-none">
      ${listPane(request, { view, ...done })}
      <div class="inbox-thread inbox-choose">
        <div class="empty">
          <p class="empty-title">${say('choose')}</p>
          <p>${say('choose_text')}</p>
        </div>
      </div>
    </div>`,
  });
}

function addActs(app: Hono<ConsoleEnv>): void {
  app.post('/inbox/:id/reply', async (context) => {
    const performed = await act(context, replyToMember, idOf(context));
    const { done, refused, form } = performed;
    // What was typed is not lost.
    if (refused)
      return conversationPage(context, {
        view: 'mine',
        draft: form['text'] ?? '',
        wrong: refused.text,
      });
    const say = inboxSay(signedIn(context));
    return answer(context, performed, {
      to: `/inbox/${idOf(context).conversationId}?view=mine`,
      said: done.already ? say('reply_already') : say('reply_sent'),
    });
  });
  app.post('/inbox/:id/try', async (context) => {
    const { done, refused, form } = await act(context, tryMemberText, idOf(context));
    if (refused) return refusedLook(context, refused);
    const request = signedIn(context);
    return page(context, {
      title: inboxSay(request)('try_title'),
      section: 'inbox',
      body: tryBody(request, { ...idOf(context), text: form['text'] ?? '', done }),
    });
  });
  app.post('/inbox/:id/claim', async (context) => {
    const performed = await act(context, claimConversation, idOf(context));
    return after(context, performed, 'claimed');
  });
  app.post('/inbox/:id/hand-over', async (context) => {
    const performed = await act(context, handOverConversation, idOf(context));
    return after(context, performed, 'handed_over', { name: performed.done?.to ?? '' });
  });
  app.post('/inbox/:id/release', async (context) =>
    after(context, await act(context, releaseConversation, idOf(context)), 'released'),
  );
  app.post('/inbox/:id/close', async (context) => {
    const performed = await act(context, closeConversation, idOf(context));
    const tasks = performed.done?.tasks ?? [];
    return tasks.length === 0
      ? after(context, performed, 'closed_done')
      : after(context, performed, 'closed_with_tasks', { tasks: tasks.join(', ') });
  });
  app.post('/inbox/:id/note', async (context) =>
    after(context, await act(context, noteConversation, idOf(context)), 'note_done'),
  );
  app.post('/inbox/:id/watch', async (context) => {
    const performed = await act(context, watchConversation, idOf(context));
    return after(context, performed, performed.done?.watched ? 'watching' : 'unwatch');
  });
}

/** Back to the conversation, which says what happened. */
function after(
  context: ConsoleContext,
  performed: Parameters<typeof answer>[1],
  said: Parameters<ReturnType<typeof inboxSay>>[0],
  places: Readonly<Record<string, string>> = {},
): Response {
  return answer(context, performed, {
    to: `/inbox/${idOf(context).conversationId}?view=mine`,
    said: inboxSay(signedIn(context))(said, places),
  });
}
