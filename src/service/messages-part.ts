import { digestsOfMessages, strayMessages } from '../messages/verify-messages.ts';
import type { RecordPart } from '../audit/record-part.ts';

/** The messages' part of the audit log, for `verify`. */
export const messagesPart: RecordPart = {
  name: 'messages',
  digests: digestsOfMessages,
  strays: async (q, institutionId) =>
    (await strayMessages(q, institutionId)).map(
      ({ channel, id }) => `a message on ${channel} (${id}) names a batch that is not in the chain`,
    ),
};
