import type { InstallPorts } from '../../install.ts';
import type { Institution } from '../../../members/institution.ts';
import type { EncryptionState } from '../../../messages/encryption-state.ts';
import { accountOf, chatPricesOf, type XOptions } from '../account.ts';
import { type ChatAccounts, type ChatContext, createChatAccounts } from './accounts.ts';
import { createChatApi } from './api.ts';
import { reachChat } from './bot-token.ts';
import { engineOfProcess } from './engine/engine-of-process.ts';
import { chatState } from './state.ts';
import { institutionsWithKeys } from './store/identities.ts';

/** Enough to come around a thousand members in a day. */
const usualReads = 1;

/** The chats of all institutions on X. An institution has X Chat once keys are registered for its account. */
export function createXChats(given: InstallPorts & { readonly x: XOptions | undefined }): {
  readonly context: ChatContext;
  readonly accounts: ChatAccounts;
  /** Tests the engine if an institution has keys. @throws Fault `x_chat_engine_changed` */
  assertWorks(): Promise<void>;
  /** @returns `undefined` where the institution has no keys in X Chat */
  stateOf(institution: Institution): Promise<EncryptionState | undefined>;
} {
  const { institutions } = given;
  const context = {
    ...given,
    engine: given.x?.chatEngine ?? engineOfProcess,
    readsEachPoll: given.x?.chatReads ?? usualReads,
  };
  const accounts = createChatAccounts(context, (institutionId) => {
    const institution = institutions.seen().find(({ id }) => id === institutionId);
    const reached = institution && accountOf(given, institution);
    return reached && reachChat(given, { institution, reached });
  });
  const assertWorks = async () => {
    if (!given.x) return;
    const onX = (await institutions.all()).flatMap(({ id, settings }) => (settings.x ? [id] : []));
    if ((await institutionsWithKeys(given.db, onX)).size > 0) await context.engine();
  };
  const stateOf = async (institution: Institution) => {
    const { x } = given;
    const account = accountOf(given, institution);
    if (
      !x ||
      !account ||
      !(await institutionsWithKeys(given.db, [institution.id])).has(institution.id)
    )
      return undefined;
    const { userId, client, tokens } = reachChat(given, { institution, reached: account });
    return chatState({
      ...given,
      institutionId: institution.id,
      userId,
      api: createChatApi(client, tokens),
      prices: chatPricesOf(x),
      zone: institution.zone,
    });
  };
  return { context, accounts, assertWorks, stateOf };
}
