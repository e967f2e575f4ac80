import { listAppMessages } from './list-messages.ts';
import { markAppMessagesRead } from './mark-read.ts';
import { openAppAddress } from './open-address.ts';
import { readAppAddress } from './read-address.ts';
import { sendAppMessage } from './send-message.ts';

/** All operations on the member's conversation in the app. */
export const appOperations = [
  readAppAddress,
  openAppAddress,
  listAppMessages,
  sendAppMessage,
  markAppMessagesRead,
];
