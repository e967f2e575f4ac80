import { Hono } from 'hono';
import { problem } from './answers.ts';
import { addBots } from '../chat/bots.ts';
import { addInbox } from '../chat/inbox.ts';
import { addKeyChanges } from '../chat/key-changes.ts';
import { addChatMessages } from '../chat/messages.ts';
import { addPublicKeys } from '../chat/public-keys.ts';
import { addAuthorization } from './authorization.ts';
import type { ApiContext } from './context.ts';
import { addMessages } from './messages.ts';
import { addSubscriptions } from './subscriptions.ts';
import { addUsers } from './users.ts';
import { addWebhooks } from './webhooks.ts';

/** Serves the calls of X's API v2 that we use, with X's answers and problems. */
export function createApi(api: ApiContext): Hono {
  const app = new Hono();
  // A connection lost on purpose: nobody hears of the result.
  app.onError((_error, context) => context.body(null, 502));
  addAuthorization(app, api);
  addMessages(app, api);
  addUsers(app, api);
  addWebhooks(app, api);
  addSubscriptions(app, api);
  addPublicKeys(app, api);
  addKeyChanges(app, api);
  addChatMessages(app, api);
  addInbox(app, api);
  addBots(app, api);
  app.notFound((context) => problem(context, 404, 'Not Found'));
  return app;
}
