import type { Hono } from 'hono';
import { bodyOf, problem } from '../api/answers.ts';
import type { ApiContext } from '../api/context.ts';
import { loseAnswer, refusedBy } from './call-faults.ts';
import { actionsIn, type PostedAction } from './actions.ts';
import { shownId } from './conversations.ts';
import { named } from './inbox.ts';
import { newestKeys, type ChatConversation } from './state.ts';
import { mayWrite } from './trust.ts';

/** Serves changes of a conversation's key. The server can't check their signatures: they sign the key itself. */
export function addKeyChanges(app: Hono, api: ApiContext): void {
  app.post('/2/chat/conversations/:id/keys', async (context) => {
    const found = named(context, api);
    if (found instanceof Response) return found;
    const fault = api.faults.chat.keyChanges.shift();
    const refused = refusedBy(context, api, fault);
    if (refused) return refused;
    const { conversation, userId } = found;
    if (!mayWrite(api.state, conversation, userId)) return problem(context, 403, 'Forbidden');
    const body = await bodyOf(context);
    const version = versionIn(body, conversation);
    const encryptedFor = participantsIn(body['conversation_participant_keys']);
    const [action] = actionsIn(body['action_signatures']);
    if (
      version === undefined ||
      !encryptedFor ||
      !action ||
      !isForAll(api, conversation, encryptedFor) ||
      !isKnownSigner(api, userId, action)
    )
      return problem(context, 400, 'Invalid Request');
    conversation.key = { version, encryptedFor };
    const added = api.chat.append(conversation, {
      ...action,
      senderId: userId,
      kind: 'key_change',
      keyVersion: version,
    });
    loseAnswer(fault);
    return context.json({
      data: { conversation_id: shownId(conversation), sequence_id: added.sequenceId },
    });
  });
}

/** Versions are milliseconds: each is later than the one before. */
function versionIn(
  body: Readonly<Record<string, unknown>>,
  { key }: ChatConversation,
): string | undefined {
  const version = body['conversation_key_version'];
  return typeof version === 'string' &&
    /^\d{1,19}$/.test(version) &&
    BigInt(version) > BigInt(key?.version ?? '0')
    ? version
    : undefined;
}

/** The version of each participant's public key that the conversation key was encrypted for. */
function participantsIn(value: unknown): Map<string, string> | undefined {
  if (!Array.isArray(value)) return undefined;
  const found = new Map<string, string>();
  for (const one of value) {
    const row: Record<string, unknown> =
      typeof one === 'object' && one !== null ? Object.fromEntries(Object.entries(one)) : {};
    const { user_id: userId, public_key_version: version, encrypted_conversation_key: key } = row;
    if (typeof userId !== 'string' || typeof version !== 'string' || typeof key !== 'string')
      return undefined;
    found.set(userId, version);
  }
  return found;
}

function isForAll(
  { state: { chat } }: ApiContext,
  { participants }: ChatConversation,
  encryptedFor: ReadonlyMap<string, string>,
): boolean {
  return (
    encryptedFor.size === participants.length &&
    participants.every((id) => {
      // A record that X invents passes X's own check.
      const newest = chat.substituted.get(id)?.at(-1) ?? newestKeys(chat, id);
      return newest !== undefined && encryptedFor.get(id) === newest.version;
    })
  );
}

function isKnownSigner(
  { state: { chat } }: ApiContext,
  userId: string,
  { publicKeyVersion }: PostedAction,
): boolean {
  return (chat.keys.get(userId) ?? []).some(({ version }) => version === publicKeyVersion);
}
