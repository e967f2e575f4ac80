import type { XState } from '../state.ts';
import { otherOf, type ChatConversation } from './state.ts';

/**
 * Whether a conversation is in its reader's inbox. If not, it waits among their message requests, which the inbox does not list.
 */
export function isTrusted(state: XState, conversation: ChatConversation, reader: string): boolean {
  return (
    conversation.accepted.has(reader) ||
    state.follows.has(`${reader}>${otherOf(conversation, reader)}`)
  );
}

/** Whether this user may write there: to those who take messages from everyone, who follow them, or who have written. */
export function mayWrite(state: XState, conversation: ChatConversation, writer: string): boolean {
  const reader = otherOf(conversation, writer);
  const { bots, writers } = state.chat;
  const bot = bots.get(reader);
  const isOpen = bot ? bot.permission === 'everyone' : writers.get(reader) !== 'followed';
  return isOpen || isTrusted(state, conversation, reader);
}
