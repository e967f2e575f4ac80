import { present } from '../../../kernel/assert.ts';
import { changeSettings } from '../../../members/institution.ts';
import { createXClient } from '../client.ts';
import { saveBotToken } from './bot-token.ts';
import { type BotCalls, type BotPermission, botPermissions, createBotCalls } from './bots.ts';
import type { ChatCommandGiven } from './command-given.ts';

/** What each verb of `tmm x chat bot` does. Each returns the exit status. */
export const botRuns = {
  'chat bot create': async (given: ChatCommandGiven) => {
    const { institution, values, print, misused } = given;
    if (!institution.settings.x) throw misused('connect the X account first: `tmm x connect`');
    const name = typeof values['name'] === 'string' ? values['name'] : undefined;
    const made = await callsOf(given).create({ handle: given.text('handle'), name });
    // X shows the token once.
    await save(given, made.token);
    await setBot(given, { userId: made.id, handle: made.handle });
    print(
      `Bot @${made.handle} (${made.id}). Next: \`tmm x chat keys create\`, then \`tmm x connect\``,
    );
    return 0;
  },
  'chat bot status': async (given: ChatCommandGiven) => {
    const bot = given.institution.settings.x?.bot;
    const { bots, most } = await callsOf(given).list();
    given.printTable(
      ['bot', 'id', 'who may write', 'used here'],
      bots.map((one) => [
        `@${one.handle}`,
        one.id,
        one.permission,
        one.id === bot?.userId ? 'yes' : 'no',
      ]),
    );
    if (most !== undefined) given.print(`X allows ${most}`);
    return bot ? 0 : 1;
  },
  'chat bot permit': async (given: ChatCommandGiven) => {
    const from = botPermissions.find((one): one is BotPermission => one === given.text('from'));
    if (!from) throw given.misused(`--from is one of ${botPermissions.join(', ')}`);
    await callsOf(given).permit(botOf(given).userId, from);
    given.print(`Who may write to the bot: ${from}`);
    return 0;
  },
  'chat bot rotate': async (given: ChatCommandGiven) => {
    await save(given, await callsOf(given).newToken(botOf(given).userId));
    given.print('The bot has a new token. The old one no longer works');
    return 0;
  },
  'chat bot revoke': async (given: ChatCommandGiven) => {
    await callsOf(given).revokeToken(botOf(given).userId);
    await save(given, undefined);
    given.print(
      'The bot has no token: it neither reads nor writes. `tmm x chat bot rotate` gives it one',
    );
    return 0;
  },
} as const;

function callsOf({ app, bearer }: ChatCommandGiven): BotCalls {
  return createBotCalls(createXClient({ base: app.base, fetch: app.fetch }), bearer);
}

function botOf({ institution, misused }: ChatCommandGiven) {
  const bot = institution.settings.x?.bot;
  if (!bot) throw misused('there is no bot yet: `tmm x chat bot create`');
  return bot;
}

async function save(
  { db, keyring, institution, world }: ChatCommandGiven,
  token: string | undefined,
): Promise<void> {
  const at = world.clock.now();
  await saveBotToken({ db, keyring }, { institutionId: institution.id, token, at });
}

async function setBot(
  { db, world, institution, actor }: ChatCommandGiven,
  bot: { readonly userId: string; readonly handle: string },
): Promise<void> {
  await db.transaction(async (tx) => {
    await changeSettings(tx, world, {
      institutionId: institution.id,
      changes: { x: { ...institution.settings.x, bot } },
      actor: present(actor, 'a change has its actor'),
    });
  });
}
