import type { Hono } from 'hono';
import { problem, caller, bodyOf } from './answers.ts';
import type { ApiContext } from './context.ts';

export function addUsers(app: Hono, api: ApiContext): void {
  const { state, faults } = api;
  app.get('/2/users/me', (context) => {
    const userId = caller(context, api)?.userId;
    const user = userId === undefined ? undefined : state.users.get(userId);
    return user ? context.json({ data: { ...user } }) : problem(context, 401, 'Unauthorized');
  });
  app.get('/2/users/by/username/:username', (context) => {
    if (!caller(context, api)) return problem(context, 401, 'Unauthorized');
    const wanted = context.req.param('username').toLowerCase();
    const user = [...state.users.values()].find((one) => one.username.toLowerCase() === wanted);
    return user ? context.json({ data: { ...user } }) : problem(context, 404, 'Not Found');
  });
  app.post('/2/users/:id/following', async (context) => {
    const userId = caller(context, api)?.userId;
    if (userId === undefined || userId !== context.req.param('id'))
      return problem(context, 401, 'Unauthorized');
    if (faults.followForbidden)
      return problem(context, 403, 'Your tier does not include this call');
    const target = (await bodyOf(context))['target_user_id'];
    if (typeof target !== 'string' || !state.users.has(target))
      return problem(context, 400, 'Invalid Request');
    await api.follow(userId, target, 'follow.follow');
    return context.json({ data: { following: true, pending_follow: false } });
  });
}
