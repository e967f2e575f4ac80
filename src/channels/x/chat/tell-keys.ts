import type { CommandPorts } from '../../command.ts';
import type { ChatPrices } from '../account.ts';
import type { ChatApi } from './api.ts';
import type { KeysContext } from './keys.ts';
import { chatState } from './state.ts';

/**
 * Prints the keys of the account, whether X has them, what staff must look at, and what the month has cost.
 * @returns 0 if X has the newest keys
 */
export async function tellKeys(
  context: KeysContext & { readonly api: ChatApi },
  given: Pick<CommandPorts, 'print' | 'printTable' | 'institution'> & {
    readonly prices: ChatPrices;
  },
): Promise<number> {
  const { print, printTable, institution, prices } = given;
  const state = await chatState({ ...context, prices, zone: institution.zone });
  const { keys, foreignKeys, peers, requestsWait, month } = state;
  const now = context.world.clock.now();
  printTable(
    ['fingerprint', 'version', 'age', 'registered at X'],
    keys.map(({ fingerprint, version, madeAt, isRegistered }) => [
      fingerprint,
      version ?? 'not registered',
      `${Math.floor(now.since(madeAt).total('hours') / 24)} days`,
      answered(isRegistered),
    ]),
  );
  if (foreignKeys !== undefined && foreignKeys > 0)
    print(
      `X also has ${foreignKeys} keys of this account that are not here, such as those on staff’s phones`,
    );
  print(
    `Members and strangers in X Chat: ${peers.all}; with changed keys: ${peers.changed}; that X refuses: ${peers.refused}`,
  );
  print(`Members whose keys changed and who have not confirmed them: ${state.unconfirmed}`);
  print(`Events that did not verify: ${state.unverified}`);
  print(
    requestsWait === true
      ? 'Message requests wait at X: sign in to the account, open Chat, Requests, and accept those of members'
      : `Message requests wait at X: ${requestsWait === false ? 'none' : answered(requestsWait)}`,
  );
  const { received, sent, receivedMicrodollars: each, sentMicrodollars: eachSent } = month;
  const dollars = (microdollars: number) => `$${(microdollars / 1_000_000).toFixed(2)}`;
  print(
    `This month: ${received} messages received, ${sent} sent; about ${dollars(received * each + sent * eachSent)} at $${each / 1_000_000} and $${eachSent / 1_000_000} each, without what polling reads`,
  );
  return keys.find(({ version }) => version !== undefined)?.isRegistered === true ? 0 : 1;
}

function answered(is: boolean | undefined): string {
  if (is === undefined) return 'X could not be asked';
  return is ? 'yes' : 'no';
}
