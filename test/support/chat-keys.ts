import { createChatApi } from '../../src/channels/x/chat/api.ts';
import { openWasmEngine } from '../../src/channels/x/chat/engine/wasm-engine.ts';
import { keysInUse } from '../../src/channels/x/chat/keys.ts';
import { createXClient } from '../../src/channels/x/client.ts';
import { present } from '../../src/kernel/assert.ts';
import type { ChatBank } from './chat-bank.ts';
import { bankUserId } from './fixture.ts';

/** What managing the keys of this bank's account needs, apart from an engine. */
export function keysContextOf(bank: ChatBank) {
  const token = bank.simulator.giveToken(bankUserId).accessToken;
  const tokens = { current: async () => token, renew: async () => token };
  const { fetch } = present(bank.options.x, 'X is set up');
  return {
    db: bank.options.db,
    world: bank.world,
    keyring: bank.fixture.keyring,
    api: createChatApi(createXClient({ base: 'https://api.x.example', fetch }), tokens),
    institutionId: bank.fixture.institution.id,
    userId: bankUserId,
  };
}

/** The newest public keys of a user, as X has them. */
export function registeredKeys({ simulator }: ChatBank, userId: string) {
  const newest = simulator.state.chat.keys.get(userId)?.at(-1);
  return { ...present(newest, 'the user has keys'), userId };
}

/** A session with the institution's private keys, as staff's phones have. */
export async function openBankSession(bank: ChatBank) {
  const { keys } = await keysInUse(keysContextOf(bank));
  const { version } = registeredKeys(bank, bankUserId);
  return (await openWasmEngine()).open({ userId: bankUserId, version, keys });
}
