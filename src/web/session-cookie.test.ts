import { Hono } from 'hono';
import { expect, it } from 'vitest';
import { manualClock } from '../kernel/clock.ts';
import { createWorld } from '../kernel/world.ts';
import { cookiesOf } from './session-cookie.ts';

const clock = manualClock('2026-11-23T16:42:00Z');
const world = createWorld({ clock });

function site(publicUrl: string): Hono {
  const app = new Hono();
  app.get('/in', (context) => {
    cookiesOf(context, { publicUrl, world }).set('session', 'abc', clock.now().add({ hours: 12 }));
    return context.text('');
  });
  app.get('/out', (context) => {
    cookiesOf(context, { publicUrl, world }).clear('session');
    return context.text('');
  });
  app.get('/who', (context) =>
    context.text(cookiesOf(context, { publicUrl, world }).read('session') ?? 'nobody'),
  );
  return app;
}

it.each([
  [
    'https://bank.example',
    '__Host-mv_session=abc; Max-Age=43200; Path=/; HttpOnly; Secure; SameSite=Lax',
  ],
  ['http://localhost:3000', 'mv_session=abc; Max-Age=43200; Path=/; HttpOnly; SameSite=Lax'],
])('at %s the cookie is for this host, and for no script', async (url, expected) => {
  const app = site(url);
  expect((await app.request('/in')).headers.get('set-cookie')).toBe(expected);
  const pair = expected.split(';')[0] ?? '';
  expect(await (await app.request('/who', { headers: { cookie: pair } })).text()).toBe('abc');
  expect((await app.request('/out')).headers.get('set-cookie')).toMatch(/=; Max-Age=0; Path=\//);
});

it('a cookie without a required prefix counts as none', async () => {
  const answer = await site('https://bank.example').request('/who', {
    headers: { cookie: 'mv_session=abc' },
  });
  expect(await answer.text()).toBe('nobody');
});
