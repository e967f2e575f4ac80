import { readFile, writeFile } from 'node:fs/promises';
import { accountOf, chatPricesOf } from '../account.ts';
import { type ChatApi, createChatApi } from './api.ts';
import { reachChat } from './bot-token.ts';
import type { ChatCommandGiven } from './command-given.ts';
import { engineOfProcess } from './engine/engine-of-process.ts';
import { recoverByPin } from './juicebox.ts';
import { createKeys, type KeysContext, type KeysInUse, keysInUse, takeKeys } from './keys.ts';
import { passphraseMin, readRecovery, writeRecovery } from './recovery-file.ts';
import { tellKeys } from './tell-keys.ts';

/** What each verb of `tmm x chat keys` does. Each returns the exit status. */
export const keysRuns = {
  'chat keys create': async (given: ChatCommandGiven) => {
    const { values, print } = given;
    // Said twice: other devices lose the account's chats for good.
    const isMeant = values['replace'] === true && values['cut-off-other-devices'] === true;
    tell(given, await createKeys(await keysContext(given), isMeant ? 'any' : 'nothing'));
    print('Now make a recovery file: `tmm x chat keys export`');
    return 0;
  },
  'chat keys rotate': async (given: ChatCommandGiven) => {
    tell(given, await createKeys(await keysContext(given), 'ours'));
    given.print('Old keys stay for old conversations. Make a new recovery file');
    return 0;
  },
  'chat keys export': async (given: ChatCommandGiven) => {
    const passphrase = await passphraseIn(given);
    const context = await keysContext(given);
    const { keys } = await keysInUse(context);
    const { userId } = context;
    const content = writeRecovery({ userId, keys, passphrase, random: given.world.random });
    keys.fill(0);
    await writeFile(given.text('file'), content, { mode: 0o600, flag: 'wx' });
    given.print('Keep the file and the passphrase in two places that no one person can open alone');
    return 0;
  },
  'chat keys import': async (given: ChatCommandGiven) => {
    const context = await keysContext(given);
    const keys = readRecovery(await readFile(given.text('file'), 'utf8'), {
      userId: context.userId,
      passphrase: await passphraseIn(given),
    });
    tell(given, await takeKeys(context, { keys }));
    return 0;
  },
  'chat keys recover': async (given: ChatCommandGiven) => {
    const pin = (await readFile(given.text('pin-file'), 'utf8')).trim();
    const context = await keysContext(given);
    const config = await context.api.juiceboxConfig(context.userId);
    const { loadJuicebox } = given.app;
    const keys = await recoverByPin({
      config,
      pin,
      ...(loadJuicebox ? { load: loadJuicebox } : {}),
    });
    tell(given, await takeKeys(context, { keys }));
    return 0;
  },
  'chat keys status': async (given: ChatCommandGiven) => {
    const context = await keysContext(given);
    return tellKeys(context, { ...given, prices: chatPricesOf(given.app) });
  },
} as const;

function tell({ print }: ChatCommandGiven, { version, fingerprint }: KeysInUse): void {
  print(`Keys in use: ${fingerprint} (version ${version})`);
}

async function keysContext(
  given: ChatCommandGiven,
): Promise<KeysContext & { readonly api: ChatApi }> {
  const { db, keyring, world, institution, app, misused } = given;
  const account = accountOf({ db, keyring, world, x: app }, institution);
  if (!account) throw misused('connect the X account first: `tmm x connect`');
  const reached = reachChat({ db, keyring }, { institution, reached: account });
  return {
    db,
    keyring,
    world,
    engine: await engineOfProcess(),
    api: createChatApi(reached.client, reached.tokens),
    institutionId: institution.id,
    userId: reached.userId,
  };
}

async function passphraseIn({ text, misused }: ChatCommandGiven): Promise<string> {
  const passphrase = (await readFile(text('passphrase-file'), 'utf8')).replace(/\r?\n$/, '');
  if (passphrase.length < passphraseMin)
    throw misused(`a passphrase has at least ${passphraseMin} characters`);
  return passphrase;
}
