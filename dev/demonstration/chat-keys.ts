import { openWasmEngine } from '../../src/channels/x/chat/engine/wasm-engine.ts';
import { createKeys, type KeysContext } from '../../src/channels/x/chat/keys.ts';
import { Fault } from '../../src/kernel/fault.ts';

/** Gives the demonstration's account keys for X Chat, unless it has some from the last start. */
export async function ensureChatKeys(context: Omit<KeysContext, 'engine'>): Promise<void> {
  await using engine = await openWasmEngine();
  try {
    await createKeys({ ...context, engine }, 'nothing');
  } catch (error) {
    if (!(error instanceof Fault) || error.code !== 'x_chat_keys_exist') throw error;
  }
}
