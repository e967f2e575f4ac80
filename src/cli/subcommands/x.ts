import { createServer } from 'node:http';
import { parseArgs } from 'node:util';
import { createXClient, assertAnswered } from '../../channels/x/client.ts';
import {
  deleteSubscriptions,
  ensureSubscriptions,
  ensureWebhook,
  listSubscriptions,
  listWebhooks,
} from '../../channels/x/connect.ts';
import { beginAuthorization, exchangeCode, type XApp } from '../../channels/x/oauth.ts';
import { handleEvent, userAnswer, wantedEvents } from '../../channels/x/wire.ts';
import { createXTokenStore } from '../../service/x-token-store.ts';
import { readConfig } from '../../service/config.ts';
import { createWorld } from '../../kernel/world.ts';
import { recordAct } from '../../members/acts.ts';
import { changeSettings, listInstitutions } from '../../members/institution.ts';
import { actorHelp, actorOf, actorOptions } from '../actor.ts';
import { chooseInstitution, institutionHelp, institutionOption } from '../choose-institution.ts';
import { dataHelp, dataOptions, openData } from '../open-data.ts';
import { print, printTable } from '../print.ts';
import { keyringFor } from '../seals.ts';
import type { Subcommand } from '../subcommand.ts';
import { UsageError } from '../usage-error.ts';
import { noMoreThan } from '../words.ts';

/** Where the operator's browser comes back to; it must be among the app's callback addresses at X. Not every port will do: browsers refuse some. */
const callback = { port: 4182, url: 'http://localhost:4182/callback' };

export const xSubcommand: Subcommand = {
  name: 'x',
  help: `
tmm x connect … --who NAME --why REASON
tmm x status
tmm x disconnect … --who NAME --why REASON

connect opens X's page in your browser (OAuth 2.0 with PKCE), stores the encrypted tokens, registers the webhook
TMM_PUBLIC_URL/x/webhook (the service must be running there to answer X's challenge), and subscribes to direct messages, mentions and
follows. You can run it again at any time. docs/guides/x.md has all steps from the developer account to the first reply.

  TMM_X_CLIENT_ID, TMM_X_CLIENT_SECRET, TMM_X_BEARER_TOKEN, TMM_PUBLIC_URL, TMM_MASTER_KEYS   as for \`tmm serve\`

${institutionHelp}
${actorHelp}
${dataHelp}`,
  run: async (words) => {
    const { values, positionals } = parseArgs({
      args: [...words],
      allowPositionals: true,
      options: { ...dataOptions, ...institutionOption, ...actorOptions },
    });
    const [verb = 'status'] = positionals;
    if (verb !== 'connect' && verb !== 'status' && verb !== 'disconnect')
      throw new UsageError(`unknown command ‘${verb}’: use connect, status or disconnect`);
    noMoreThan(1, positionals);
    const actor = verb === 'status' ? undefined : actorOf(values);
    const config = readConfig();
    const { TMM_X_CLIENT_ID: clientId, TMM_X_BEARER_TOKEN: bearer } = config;
    if (!clientId || !bearer)
      throw new UsageError('set TMM_X_CLIENT_ID and TMM_X_BEARER_TOKEN to those of your X app');
    const app: XApp = {
      clientId,
      clientSecret: config.TMM_X_CLIENT_SECRET,
      base: config.TMM_X_API_URL,
      authorizeUrl: config.TMM_X_AUTHORIZE_URL,
    };
    await using db = await openData(values);
    const institution = await chooseInstitution(db, values.institution);
    const world = createWorld();
    const keyring = keyringFor(institution);
    const client = createXClient({ base: app.base, fetch });
    const store = createXTokenStore(db, { keyring, world }, institution.id);
    if (verb === 'status') {
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
      const own = there.filter(({ userId }) => userId === institution.settings.x?.userId);
      printTable(
        ['event', 'subscribed'],
        wantedEvents.map((event) => [
          event,
          own.some(({ eventType }) => eventType === event) ? 'yes' : 'no',
        ]),
      );
      const watched = there.filter(({ eventType }) => eventType === handleEvent).length;
      print(`Member accounts whose handle changes X reports: ${watched}`);
      return stored ? 0 : 1;
    }
    if (verb === 'disconnect') {
      const all = await listInstitutions(db);
      const others = all.filter(({ id, settings }) => id !== institution.id && settings.x);
      const removed = await deleteSubscriptions(client, {
        bearer,
        // Whose names are watched is not told apart by institution: they stay while another one is on X.
        isTheirs: (userId) =>
          others.length === 0 || userId === (institution.settings.x?.userId ?? ''),
      });
      await db.query(
        'update x_accounts set tokens = null, changed_at = $2 where institution_id = $1',
        [institution.id, world.clock.now()],
      );
      await recordAct(db, world, {
        institutionId: institution.id,
        ...actorOf(values),
        what: 'x_disconnected',
        subject: institution.slug,
      });
      print(
        `Disconnected: removed ${removed} subscriptions and the tokens. Also revoke the app's access in the account's settings at X`,
      );
      return 0;
    }
    if (!config.TMM_PUBLIC_URL) throw new UsageError('set TMM_PUBLIC_URL: X delivers to it');
    const begun = beginAuthorization(app, { redirectUri: callback.url, random: world.random });
    const code = await answerOf(begun.state, () =>
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
        actor: actor ?? actorOf(values),
      });
    });
    const webhook = await ensureWebhook(client, {
      bearer,
      url: `${config.TMM_PUBLIC_URL.replace(/\/$/, '')}/x/webhook`,
    });
    print(`X delivers to ${webhook.url}`);
    const added = await ensureSubscriptions(client, {
      bearer,
      token: granted.accessToken,
      userId,
      webhookId: webhook.id,
    });
    print(added.length === 0 ? 'Already subscribed' : `Subscribed: ${added.join(', ')}`);
    print('To test it, send a direct message to the account from an enrolled member’s account.');
    return 0;
  },
};

/**
 * Waits for the browser to come back with the code. What comes with another state is nobody's answer to our question: it is told so, and
 * the waiting goes on.
 * @param listening told when an answer can come
 */
async function answerOf(state: string, listening: () => void): Promise<string> {
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
      if (code === null) reject(new UsageError('X did not grant access'));
      else resolve(code);
    });
    server.listen(callback.port, 'localhost', listening);
    server.once('error', (cause: NodeJS.ErrnoException) =>
      reject(
        cause.code === 'EADDRINUSE'
          ? new UsageError(`port ${callback.port} is in use, but X redirects to it`)
          : cause,
      ),
    );
  });
}
