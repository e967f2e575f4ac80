import { present } from '../../kernel/assert.ts';
import { createServer } from 'node:http';
import { recordInAuditLog } from '../../members/audit-log.ts';
import { changeSettings, listInstitutions } from '../../members/institution.ts';
import type { ChannelCommand, CommandPorts, CommandSettings } from '../command.ts';
import type { XOptions } from './account.ts';
import { assertAnswered, createXClient } from './client.ts';
import { xConfiguration } from './configuration.ts';
import {
  deleteSubscriptions,
  ensureSubscriptions,
  ensureWebhook,
  listSubscriptions,
  listWebhooks,
} from './connect.ts';
import { beginAuthorization, exchangeCode } from './oauth.ts';
import { reachBot } from './chat/bot-token.ts';
import { beginChat, chatUsage, type ChatVerb, chatVerbs, isChatVerb } from './chat/command.ts';
import { chatOptions } from './chat/command-given.ts';
import { createXTokenStore } from './token-store.ts';
import { chatEvents, handleEvent, userAnswer, wantedEvents } from './wire.ts';

/** Where the operator's browser returns. It must be one of the app's callback addresses at X. Browsers refuse some ports. */
const callback = { port: 4182, url: 'http://localhost:4182/callback' };

/** `tmm x`: connects the institution's account, shows its state, and disconnects it. */
export const xCommand: ChannelCommand<'connect' | 'status' | 'disconnect' | ChatVerb> = {
  name: 'x',
  verbs: { connect: 'changes', status: 'reads', disconnect: 'changes', ...chatVerbs },
  options: chatOptions,
  standard: 'status',
  help: `tmm x connect … --who NAME --why REASON
tmm x status
tmm x disconnect … --who NAME --why REASON
${chatUsage}

connect opens X's page in your browser (OAuth 2.0 with PKCE), stores the encrypted tokens, registers the webhook
TMM_PUBLIC_URL/x/webhook (the service must be running there to answer X's challenge), and subscribes to direct messages, mentions and
follows. You can run it again at any time. docs/guides/x.md has all steps from the developer account to the first reply,
docs/guides/x-chat.md those of X Chat.

  TMM_X_CLIENT_ID, TMM_X_CLIENT_SECRET, TMM_X_BEARER_TOKEN, TMM_PUBLIC_URL, TMM_MASTER_KEYS   as for \`tmm serve\``,
  begin: (verb, settings) => {
    const { config, publicUrl, misused, values } = settings;
    const app = xConfiguration.options(config, { publicUrl: publicUrl ?? '', fetch });
    if (!app?.bearer)
      throw misused('set TMM_X_CLIENT_ID and TMM_X_BEARER_TOKEN to those of your X app');
    const { bearer } = app;
    if (isChatVerb(verb)) return beginChat(verb, { app, bearer, values, misused });
    return async (ports) => {
      const client = createXClient({ base: app.base, fetch });
      const store = createXTokenStore(ports.db, ports, ports.institution.id);
      const given: Given = { ...ports, app, bearer, client, store, misused };
      if (verb === 'status') return tellStatus(given);
      if (verb === 'disconnect') return disconnect(given);
      if (publicUrl === undefined) throw misused('set TMM_PUBLIC_URL: X delivers to it');
      return connect(given, `${publicUrl}/x/webhook`);
    };
  },
};

interface Given extends CommandPorts, Pick<CommandSettings, 'misused'> {
  readonly app: XOptions;
  readonly bearer: string;
  readonly client: ReturnType<typeof createXClient>;
  readonly store: ReturnType<typeof createXTokenStore>;
}

async function tellStatus(given: Given): Promise<number> {
  const { institution, bearer, client, store, print, printTable } = given;
  const stored = await store.load();
  print(
    stored
      ? `Connected; the access token is renewed after ${stored.expiresAt.toString()}`
      : 'Not connected: run `tmm x connect`',
  );
  print(
    institution.settings.x
      ? `Account: @${institution.settings.x.handle} (${institution.settings.x.userId})`
      : 'Account: none set',
  );
  printTable(
    ['webhook', 'valid'],
    (await listWebhooks(client, bearer)).map(({ url, valid }) => [
      url,
      valid ? 'yes' : 'no: is the service running there?',
    ]),
  );
  const there = await listSubscriptions(client, bearer);
  const { x } = institution.settings;
  const own = there.filter(({ userId }) => userId === x?.userId || userId === x?.bot?.userId);
  printTable(
    ['event', 'subscribed'],
    [...wantedEvents, ...chatEvents].map((event) => [
      event,
      own.some(({ eventType }) => eventType === event) ? 'yes' : 'no',
    ]),
  );
  const watched = there.filter(({ eventType }) => eventType === handleEvent).length;
  print(`Member accounts whose handle changes X reports: ${watched}`);
  return stored ? 0 : 1;
}

async function disconnect(given: Given): Promise<number> {
  const { db, institution, world, actor, bearer, client, print } = given;
  const all = await listInstitutions(db);
  const others = all.filter(({ id, settings }) => id !== institution.id && settings.x);
  const removed = await deleteSubscriptions(client, {
    bearer,
    // Subscriptions to handle changes don't belong to one institution, so they stay while another one uses X.
    isTheirs: (userId) => others.length === 0 || userId === (institution.settings.x?.userId ?? ''),
  });
  await db.query('update x_accounts set tokens = null, changed_at = $2 where institution_id = $1', [
    institution.id,
    world.clock.now(),
  ]);
  await recordInAuditLog(db, world, {
    institutionId: institution.id,
    ...present(actor, 'a change has its actor'),
    what: 'x_disconnected',
    subject: institution.slug,
  });
  print(
    `Disconnected: removed ${removed} subscriptions and the tokens. Also revoke the app's access in the account's settings at X`,
  );
  return 0;
}

async function connect(given: Given, webhookUrl: string): Promise<number> {
  const { db, institution, world, actor, app, bearer, client, store, misused, print } = given;
  const begun = beginAuthorization(app, { redirectUri: callback.url, random: world.random });
  const code = await answerOf({ state: begun.state, misused }, () =>
    print(
      `Open this in the browser where the credit union's X account is signed in:\n\n  ${begun.url}\n`,
    ),
  );
  const granted = await exchangeCode(
    app,
    { code, verifier: begun.verifier, redirectUri: callback.url },
    { fetch, clock: world.clock },
  );
  await store.replace(async () => granted);
  const answer = await client.call({
    method: 'GET',
    path: '/2/users/me',
    token: granted.accessToken,
  });
  assertAnswered(answer, 'telling whose account this is');
  const { id: userId, username: handle } = userAnswer.parse(answer.body).data;
  print(`Access granted by @${handle}`);
  await db.transaction(async (tx) => {
    await changeSettings(tx, world, {
      institutionId: institution.id,
      changes: { x: { userId, handle } },
      actor: present(actor, 'a change has its actor'),
    });
  });
  const webhook = await ensureWebhook(client, {
    bearer,
    url: webhookUrl,
  });
  print(`X delivers to ${webhook.url}`);
  const added = await ensureSubscriptions(client, {
    bearer,
    token: granted.accessToken,
    userId,
    webhookId: webhook.id,
  });
  const { bot } = institution.settings.x ?? {};
  if (bot) {
    const { tokens } = reachBot({ db, keyring: given.keyring }, { institution, client });
    added.push(
      ...(await ensureSubscriptions(client, {
        bearer,
        token: await tokens.current(),
        userId: bot.userId,
        webhookId: webhook.id,
        only: chatEvents,
      })),
    );
  }
  print(added.length === 0 ? 'Already subscribed' : `Subscribed: ${added.join(', ')}`);
  print('To test it, send a direct message to the account from an enrolled member’s account.');
  return 0;
}

/**
 * Waits for the browser to return with the code. A request with another state doesn't answer ours: it gets an error, and the wait
 * goes on.
 * @param listening called when an answer can arrive
 */
async function answerOf(
  { state, misused }: { readonly state: string } & Pick<CommandSettings, 'misused'>,
  listening: () => void,
): Promise<string> {
  return new Promise((resolve, reject) => {
    const server = createServer((request, response) => {
      const asked = request.url ?? '/';
      const url = URL.canParse(asked, callback.url) ? new URL(asked, callback.url) : undefined;
      if (url?.pathname !== '/callback') {
        response.writeHead(404).end();
        return;
      }
      const code = url.searchParams.get('code');
      const isOurs = url.searchParams.get('state') === state;
      response.writeHead(isOurs && code !== null ? 200 : 400, {
        'content-type': 'text/plain; charset=utf-8',
        connection: 'close',
      });
      response.end(
        isOurs && code !== null
          ? 'Access granted. You can close this page and go back to the terminal.'
          : 'X did not grant access, or this response belongs to another request.',
      );
      if (!isOurs) return;
      server.close();
      if (code === null) reject(misused('X did not grant access'));
      else resolve(code);
    });
    server.listen(callback.port, 'localhost', listening);
    server.once('error', (cause: NodeJS.ErrnoException) =>
      reject(
        cause.code === 'EADDRINUSE'
          ? misused(`port ${callback.port} is in use, but X redirects to it`)
          : cause,
      ),
    );
  });
}
