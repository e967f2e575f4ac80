import type { RecordPart } from '../audit/record-part.ts';
import { messagesDigest } from '../messages/digest.ts';
import { inboundContent, messageRowName, outboundContent } from '../messages/leaves.ts';
import { readPrunings } from '../messages/prunings.ts';
import { messagesOfBatches, strayMessages } from '../messages/verify-messages.ts';

/** The messages' part of the record, for `verify`. */
export const messagesPart: RecordPart = {
  name: 'messages',
  digests: async (q, institutionId, batchIds) => {
    const batches = await messagesOfBatches(q, institutionId, batchIds);
    return new Map(
      [...batches].map(([id, { inbound, outbound }]) => [id, messagesDigest(inbound, outbound)]),
    );
  },
  contents: async (q, institutionId, batches) => {
    const ids = batches.map(({ id }) => id);
    const found = await messagesOfBatches(q, institutionId, ids);
    const contents = new Map(
      [...found].map(([id, { inbound, outbound }]) => [
        id,
        [
          ...inbound.map((row) => inboundContent(row)),
          ...outbound.map((row) => outboundContent(row)),
        ],
      ]),
    );
    for (const { batchId, content } of await readPrunings(q, institutionId, ids))
      contents.set(batchId, [...(contents.get(batchId) ?? []), content]);
    return contents;
  },
  prunings: async (q, institutionId) => readPrunings(q, institutionId),
  nameOf: messageRowName,
  strays: async (q, institutionId) =>
    (await strayMessages(q, institutionId)).map(
      ({ channel, id }) => `a message on ${channel} (${id})`,
    ),
};
