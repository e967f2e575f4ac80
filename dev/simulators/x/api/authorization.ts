import { createHash } from 'node:crypto';
import type { Hono } from 'hono';
import { html } from 'hono/html';
import type { XState } from '../state.ts';
import { problem } from './answers.ts';
import type { ApiContext } from './context.ts';

export function addAuthorization(
  app: Hono,
  { state, clientId, giveToken, world }: ApiContext,
): void {
  app.get('/i/oauth2/authorize', (context) => {
    const query = context.req.query();
    const users = [...state.users.values()];
    return context.html(
      html`<!doctype html><title>Allow access</title>
        <h1>Allow ${query['client_id'] ?? ''} to use your account?</h1>
        <form method="post">
          ${Object.entries(query).map(([name, value]) => html`<input type="hidden" name="${name}" value="${value}" />`)}
          <label
            >Account
            <select name="user_id">
              ${users.map((user) => html`<option value="${user.id}">@${user.username}</option>`)}
            </select></label
          >
          <button>Allow</button>
        </form>`,
    );
  });
  app.post('/i/oauth2/authorize', async (context) => {
    const form = await context.req.parseBody();
    const field = (name: string) => (typeof form[name] === 'string' ? form[name] : '');
    if (
      field('client_id') !== clientId ||
      field('code_challenge_method') !== 'S256' ||
      !state.users.has(field('user_id')) ||
      !URL.canParse(field('redirect_uri'))
    )
      return problem(context, 400, 'invalid_request');
    const code = Buffer.from(world.random.bytes(18)).toString('base64url');
    state.codes.set(code, {
      userId: field('user_id'),
      challenge: field('code_challenge'),
      redirectUri: field('redirect_uri'),
    });
    const back = new URL(field('redirect_uri'));
    back.searchParams.set('code', code);
    back.searchParams.set('state', field('state'));
    return context.redirect(back.href);
  });
  app.post('/2/oauth2/token', async (context) => {
    const form = await context.req.parseBody();
    const userId = grant(state, form);
    if (userId === undefined)
      return context.json(
        { error: 'invalid_grant', error_description: 'The grant is not valid' },
        400,
      );
    const tokens = giveToken(userId);
    return context.json({
      token_type: 'bearer',
      expires_in: 7200,
      access_token: tokens.accessToken,
      refresh_token: tokens.refreshToken,
      scope: 'dm.read dm.write users.read offline.access',
    });
  });
}

/** Finds the user of a grant. Codes and refresh tokens work once. */
function grant(state: XState, form: Readonly<Record<string, unknown>>): string | undefined {
  const text = (name: string) => (typeof form[name] === 'string' ? form[name] : '');
  if (text('grant_type') === 'refresh_token') {
    const userId = state.refreshTokens.get(text('refresh_token'));
    state.refreshTokens.delete(text('refresh_token'));
    return userId;
  }
  const code = state.codes.get(text('code'));
  state.codes.delete(text('code'));
  const challenge = createHash('sha256').update(text('code_verifier')).digest('base64url');
  return code?.challenge === challenge && code.redirectUri === text('redirect_uri')
    ? code.userId
    : undefined;
}
