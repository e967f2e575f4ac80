import { render } from 'preact';
import { readSession } from './access/member.ts';
import { approvals } from './approvals.ts';
import { App } from './app.ts';
import { show } from './element.ts';
import { messages, openConversation } from './messages/conversation.ts';
import { subscribe } from './push.ts';
import { lastPlaceOf } from './messages/message.ts';
import { forgetMember, memberNumber, session } from './session.ts';
import { startWorker } from './update.ts';
import { fitViewport } from './viewport.ts';

/**
 * Starts the app. What the first screen needs is asked for at once, beside the question of who is
 * signed in: on a slow network each question takes half a second.
 */
function start(): void {
  const root = document.getElementById('root');
  if (!root) return;
  fitViewport();
  root.replaceChildren();
  render(show(App, {}), root);
  session.subscribe((now) => {
    if (now === 'out') forgetMember();
  });
  memberNumber.subscribe((number) => {
    if (number === '') return;
    // The sign-in may have been on another screen, or on the site.
    if (messages.value === undefined) void openConversation();
    void approvals.refresh();
    // A push service may have renewed the subscription.
    void subscribe().catch(() => undefined);
  });
  let known = 0;
  messages.subscribe((all) => {
    const last = lastPlaceOf(all ?? []);
    // An answer may say that a transfer waits for approval.
    if (known > 0 && last > known) void approvals.refresh();
    known = last;
  });
  // After the first word on the session, which forgets what an earlier one left.
  const isOut = session.value === 'out';
  void readSession();
  if (!isOut) void openConversation();
  const look = () => {
    if (session.value === 'out' || document.visibilityState !== 'visible') return;
    void readSession();
    if (session.value === 'in') void approvals.refresh();
  };
  document.addEventListener('visibilitychange', look);
  addEventListener('online', look);
  // After the first paint: it is not needed before.
  addEventListener('load', () => void startWorker().catch(() => undefined));
}

start();
