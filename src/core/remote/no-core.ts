import type { CoreAdapter } from '../adapter.ts';

/**
 * Stands for a core that this installation can't reach: no adapter has its name. Nothing is read or sent, and nothing is proven absent,
 * so an order stays as it is until there is one or staff end it.
 */
export const noCore: CoreAdapter = {
  landsWithinSeconds: 0,
  fetch: refuse,
  send: async () => ({ outcome: 'unsent' }),
  find: async () => ({ outcome: 'absent' }),
  historyPage: refuse,
  period: refuse,
  dailyBalances: refuse,
  posting: refuse,
  kinds: refuse,
};

async function refuse(): Promise<never> {
  throw new Error('No adapter has the name of this core');
}
