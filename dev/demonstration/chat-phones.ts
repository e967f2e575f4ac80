import { openWasmEngine } from '../../src/channels/x/chat/engine/wasm-engine.ts';
import { openChatPhone, type ChatPhone } from '../simulators/handset/chat/phone.ts';
import { createXChatCalls } from '../simulators/handset/chat/x-calls.ts';
import type { XSimulator } from '../simulators/x/simulator.ts';
import { demoPeople } from './people.ts';

/**
 * Gives each member a phone with X Chat.
 * @param given `base` is where the simulated X listens; `memoryOf` gives what a phone remembers from the last start
 */
export async function openChatPhones(given: {
  readonly simulator: XSimulator;
  readonly base: string;
  readonly bankUserId: string;
  readonly memoryOf: (userId: string) => unknown;
}): Promise<Map<string, ChatPhone>> {
  const { simulator, base, bankUserId, memoryOf } = given;
  const engine = await openWasmEngine();
  const phones = new Map<string, ChatPhone>();
  for (const { userId } of demoPeople) {
    simulator.chat.takesFrom(userId, 'followed');
    const calls = createXChatCalls({
      base,
      fetch,
      token: () => simulator.giveToken(userId).accessToken,
      userId,
      peerId: bankUserId,
    });
    const memory = memoryOf(userId);
    const phone = await openChatPhone({ engine, calls, userId, peerId: bankUserId, memory });
    phones.set(userId, phone);
  }
  return phones;
}
