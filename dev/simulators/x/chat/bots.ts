import type { Context, Hono } from 'hono';
import { bodyOf, isApp, problem } from '../api/answers.ts';
import type { ApiContext } from '../api/context.ts';
import type { ChatBot } from './state.ts';

const handlePattern = /^[A-Za-z0-9_]{5,15}$/;

/** X gives a project one bot unless it raises this. */
const botsMax = 1;

/** Serves the accounts that an app makes for itself. Only the app manages them. */
export function addBots(app: Hono, api: ApiContext): void {
  const { state } = api;
  const { bots } = state.chat;
  app.post('/2/bots', async (context) => {
    if (!isApp(context, api)) return problem(context, 401, 'Unauthorized');
    const { handle, display_name: name } = await bodyOf(context);
    if (typeof handle !== 'string' || !handlePattern.test(handle))
      return problem(context, 400, 'Invalid Request');
    const owner = [...state.users.values()].find(
      ({ username }) => username.toLowerCase() === handle.toLowerCase(),
    );
    const known = owner && bots.get(owner.id);
    if (owner && !known) return problem(context, 409, 'This handle is taken');
    if (!known && bots.size >= botsMax) return problem(context, 403, 'No more bots');
    const id = known?.id ?? state.nextId();
    const bot: ChatBot = known ?? { id, token: undefined, permission: 'everyone' };
    if (!known) {
      const shownName = typeof name === 'string' ? name : handle;
      state.users.set(id, { id, username: handle, name: shownName });
      bots.set(id, bot);
    }
    return context.json({ data: { id, username: handle, ...giveBotToken(api, bot) } }, 201);
  });
  app.get('/2/bots', (context) =>
    isApp(context, api)
      ? context.json({
          data: [...bots.values()].map(({ id, permission }) => ({
            id,
            username: state.users.get(id)?.username,
            dm_permission: permission,
          })),
          meta: { result_count: bots.size, max_bots: botsMax },
        })
      : problem(context, 401, 'Unauthorized'),
  );
  app.put('/2/bots/:id', async (context) => {
    const bot = botOf(context, api);
    if (bot instanceof Response) return bot;
    const permission = (await bodyOf(context))['dm_permission'];
    if (permission !== 'everyone' && permission !== 'premium' && permission !== 'no_one')
      return problem(context, 400, 'Invalid Request');
    bot.permission = permission;
    return context.json({ data: { id: bot.id, dm_permission: permission } });
  });
  app.post('/2/bots/:id/token', (context) => {
    const bot = botOf(context, api);
    return bot instanceof Response
      ? bot
      : context.json({ data: { id: bot.id, ...giveBotToken(api, bot) } });
  });
  app.delete('/2/bots/:id/token', (context) => {
    const bot = botOf(context, api);
    if (bot instanceof Response) return bot;
    if (bot.token !== undefined) state.accessTokens.delete(bot.token);
    bot.token = undefined;
    return context.json({ data: { revoked: true } });
  });
}

function botOf(context: Context, api: ApiContext): ChatBot | Response {
  if (!isApp(context, api)) return problem(context, 401, 'Unauthorized');
  return (
    api.state.chat.bots.get(context.req.param('id') ?? '') ?? problem(context, 404, 'Not Found')
  );
}

/** Gives a token, shown once. The one before ends. */
function giveBotToken({ state, world }: ApiContext, bot: ChatBot) {
  if (bot.token !== undefined) state.accessTokens.delete(bot.token);
  bot.token = `xcbot_${Buffer.from(world.random.bytes(24)).toString('base64url')}`;
  const expiresAt = world.clock.now().add({ hours: 24 * 365 });
  state.accessTokens.set(bot.token, { userId: bot.id, expiresAt });
  return {
    token: bot.token,
    scopes: ['dm.read', 'dm.write', 'tweet.read', 'users.read'],
    token_expires_at_ms: expiresAt.epochMilliseconds,
  };
}
