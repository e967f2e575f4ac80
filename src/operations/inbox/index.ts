import type { StaffOperation } from '../operation.ts';
import {
  claimConversation,
  closeConversation,
  handOverConversation,
  releaseConversation,
} from './hold-conversation.ts';
import { listConversations } from './list-conversations.ts';
import { explainMessage } from './explain-message.ts';
import { conversationNews, readConversation } from './read-conversation.ts';
import { tryMemberText } from './try-member-text.ts';
import { listColleagues, noteConversation, watchConversation } from './note-conversation.ts';
import { replyToMember } from './reply-to-member.ts';
import { listSavedReplies, removeSavedReply, saveReply } from './saved-replies.ts';
import { writeToMember } from './write-to-member.ts';

/** Conversations with members, taken over by people. */
export const inboxOperations: readonly StaffOperation[] = [
  listConversations,
  readConversation,
  conversationNews,
  explainMessage,
  tryMemberText,
  claimConversation,
  handOverConversation,
  releaseConversation,
  closeConversation,
  noteConversation,
  watchConversation,
  listColleagues,
  replyToMember,
  writeToMember,
  listSavedReplies,
  saveReply,
  removeSavedReply,
];
