import { disclosures } from '../../kernel/vocabulary/disclosure.ts';
import { z } from 'zod';
import { disclosuresFor, notYetAgreed } from '../../enrollment/disclosures.ts';
import { channelNames } from '../../kernel/vocabulary/channel.ts';
import { byName } from '../../kernel/by-name.ts';
import { isEncryptedToo, isOffered } from './is-offered.ts';
import { operation } from '../operation.ts';
import { addressOutput, addressSchema, loadAddresses } from './rows.ts';

const offer = z.object({
  offered: z.boolean(),
  agreeTo: z
    .array(z.enum(disclosures))
    .describe('The disclosures that the member must still accept before enrolling one.'),
  encrypted: z
    .boolean()
    .describe('Whether the member may also write there in the platform’s encrypted chat.'),
});

/** Lists the addresses from which the member banks by message, and the channels they could add. */
export const listAddresses = operation({
  id: 'listAddresses',
  method: 'GET',
  path: '/addresses',
  tag: 'Messages',
  summary: 'Lists the member’s X accounts, phones and apps',
  access: 'member',
  input: z.strictObject({}),
  output: z.object({
    addresses: z.array(addressSchema),
    locked: z.boolean().describe('Whether the member locked the whole service.'),
    ...byName(channelNames, () => offer),
  }),
  refusals: [],
  run: async (request) => {
    const { db, institution, member } = request;
    const rows = await loadAddresses(db, request);
    const due = await notYetAgreed(db, institution, {
      memberId: member.id,
      kinds: disclosures,
      now: request.world.clock.now(),
    });
    const offers = byName(channelNames, (channel) => ({
      offered: isOffered(request, channel),
      agreeTo: disclosuresFor(channel).filter((kind) => due.includes(kind)),
      encrypted: isEncryptedToo(request, channel),
    }));
    return {
      addresses: rows.map((row) => addressOutput(request, row)),
      locked: member.lockedAt !== undefined,
      ...offers,
    };
  },
});
