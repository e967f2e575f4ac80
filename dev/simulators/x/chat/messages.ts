import type { Hono } from 'hono';
import { bodyOf, problem } from '../api/answers.ts';
import type { ApiContext } from '../api/context.ts';
import { actionsIn } from './actions.ts';
import { loseAnswer, refusedBy } from './call-faults.ts';
import { encodeEvent, encodeFailure, messageDetail } from './event.ts';
import { isChatFailure, type ChatFailure } from './failures.ts';
import { named } from './inbox.ts';
import { signatureProblem } from './signature.ts';
import { newestKeys, otherOf, type ChatConversation } from './state.ts';
import { readTexts } from './thrift.ts';
import { isTrusted, mayWrite } from './trust.ts';

/** Longer contents are refused. X does not say where its own limit is. */
const contentsMax = 1_000_000;

/** Serves sending and deleting. A refused message is answered with 201 as well: the refusal is inside. */
export function addChatMessages(app: Hono, api: ApiContext): void {
  addSending(app, api);
  app.post('/2/chat/conversations/:id/messages/delete', async (context) => {
    const found = named(context, api);
    if (found instanceof Response) return found;
    const body = await bodyOf(context);
    const [action] = actionsIn(body['action_signatures']);
    if (!action || !Array.isArray(body['sequence_ids']))
      return problem(context, 400, 'Invalid Request');
    // The messages stay listed: clients hide them.
    const { conversation, userId } = found;
    const keyVersion = conversation.key?.version ?? '0';
    api.chat.append(conversation, { ...action, senderId: userId, kind: 'deletion', keyVersion });
    return context.json({ data: { deleted: true } });
  });
}

function addSending(app: Hono, api: ApiContext): void {
  const { state, faults } = api;
  app.post('/2/chat/conversations/:id/messages', async (context) => {
    const found = named(context, api);
    if (found instanceof Response) return found;
    const { conversation, userId } = found;
    const fault = faults.chat.sends.shift();
    const refused = isChatFailure(fault) ? undefined : refusedBy(context, api, fault);
    if (refused) return refused;
    const posted = postedIn(await bodyOf(context));
    if (!posted) return problem(context, 400, 'Invalid Request');
    const { messageId, signature } = posted;
    const failure = isChatFailure(fault)
      ? fault
      : failureOf(api, { conversation, senderId: userId, posted });
    if (failure) {
      const event = encodeFailure(
        {
          sequenceId: state.nextId(),
          messageId,
          senderId: userId,
          conversationId: conversation.id,
          createdAt: api.world.clock.now(),
        },
        failure,
      );
      return context.json({ data: { encoded_message_event: event } }, 201);
    }
    conversation.accepted.add(userId);
    const before = conversation.events.find((one) => one.messageId === messageId);
    const isDropped = before !== undefined && faults.chat.dropsRepeats;
    const event = isDropped
      ? before
      : api.chat.append(conversation, {
          messageId,
          senderId: userId,
          kind: 'message',
          keyVersion: posted.keyVersion ?? '',
          detail: messageDetail(posted.createEvent),
          signature,
        });
    if (!isDropped) await api.chat.announce(conversation, event);
    loseAnswer(fault);
    const trusts = isTrusted(state, conversation, userId);
    return context.json({ data: { encoded_message_event: encodeEvent(event, trusts) } }, 201);
  });
}

interface Posted {
  readonly messageId: string;
  readonly createEvent: Buffer;
  readonly signature: Buffer | undefined;
  readonly contents: Buffer | undefined;
  readonly keyVersion: string | undefined;
}

function postedIn(body: Readonly<Record<string, unknown>>): Posted | undefined {
  const messageId = body['message_id'];
  const encoded = body['encoded_message_create_event'];
  const signed = body['encoded_message_event_signature'];
  if (typeof messageId !== 'string' || messageId === '' || typeof encoded !== 'string')
    return undefined;
  const createEvent = Buffer.from(encoded, 'base64');
  const fields = readTexts(createEvent);
  return {
    messageId,
    createEvent,
    signature: typeof signed === 'string' ? Buffer.from(signed, 'base64') : undefined,
    contents: fields?.get(100),
    keyVersion: fields?.get(101)?.toString(),
  };
}

/** Why X refuses a message, in the order of its checks. */
function failureOf(
  { state, faults }: ApiContext,
  {
    conversation,
    senderId,
    posted,
  }: {
    readonly conversation: ChatConversation;
    readonly senderId: string;
    readonly posted: Posted;
  },
): ChatFailure | undefined {
  const { chat } = state;
  const { messageId, contents, keyVersion, signature } = posted;
  if (contents === undefined || contents.length === 0) return 'empty_detail';
  if (contents.length > contentsMax) return 'contents_too_large';
  if (keyVersion === undefined) return 'only_encrypted';
  if (!mayWrite(state, conversation, senderId)) return 'recipient_not_trusted';
  const wrong = signatureProblem(
    { messageId, senderId, conversationId: conversation.id, keyVersion, contents },
    signature,
    { keys: chat.keys.get(senderId) ?? [], refusesOlder: faults.chat.refusesOlderKeys },
  );
  if (wrong) return wrong;
  const { key } = conversation;
  if (!key || key.version !== keyVersion) return 'not_latest_key_version';
  const reader = otherOf(conversation, senderId);
  const newest = (chat.substituted.get(reader)?.at(-1) ?? newestKeys(chat, reader))?.version;
  return key.encryptedFor.get(reader) === newest ? undefined : 'recipient_key_changed';
}
