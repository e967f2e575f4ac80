import { createXChatCalls } from '../../dev/simulators/handset/chat/x-calls.ts';
import { openChatPhone, type ChatPhone } from '../../dev/simulators/handset/chat/phone.ts';
import type { XSimulator } from '../../dev/simulators/x/simulator.ts';
import type { ChatEngine } from '../../src/channels/x/chat/engine/chat-engine.ts';
import { openWasmEngine } from '../../src/channels/x/chat/engine/wasm-engine.ts';

/** Gives this user of the simulated X a phone with X Chat. */
export async function giveChatPhone(
  simulator: XSimulator,
  {
    userId,
    peerId,
    takesFrom = 'followed',
    showsRepeats = false,
    engine,
    memory,
  }: {
    readonly userId: string;
    readonly peerId: string;
    readonly takesFrom?: 'everyone' | 'followed';
    readonly showsRepeats?: boolean;
    /** X's from npm, if absent. */
    readonly engine?: ChatEngine;
    /** What it remembered before. */
    readonly memory?: unknown;
  },
): Promise<ChatPhone> {
  simulator.chat.takesFrom(userId, takesFrom);
  return openChatPhone({
    engine: engine ?? (await openWasmEngine()),
    userId,
    peerId,
    showsRepeats,
    memory,
    calls: createXChatCalls({
      base: 'https://api.x.example',
      fetch: async (input, init) => simulator.app.fetch(new Request(input, init)),
      token: () => simulator.giveToken(userId).accessToken,
      userId,
      peerId,
    }),
  });
}
