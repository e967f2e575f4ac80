import { z } from 'zod';
import { missingDisclosures } from '../../enrollment/disclosures.ts';
import { operation } from '../operation.ts';
import { addressOutput, addressSchema, loadAddresses } from './rows.ts';

const offer = z.object({
  offered: z.boolean(),
  agreeTo: z
    .array(z.enum(['regulation_e', 'esign', 'sms_terms']))
    .describe('What the member still has to agree to before enrolling one.'),
});

/** From where the member banks by message, and what could be added. */
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
    x: offer,
    sms: offer,
  }),
  refusals: [],
  run: async (request) => {
    const { db, institution, member, ports } = request;
    const rows = await loadAddresses(db, request);
    const due = async (channel: 'x' | 'sms') =>
      missingDisclosures(db, institution, {
        memberId: member.id,
        channel,
        now: request.world.clock.now(),
      });
    return {
      addresses: rows.map((row) => addressOutput(request, row)),
      locked: member.lockedAt !== undefined,
      x: {
        offered: ports.x !== undefined && institution.settings.x !== undefined,
        agreeTo: await due('x'),
      },
      sms: { offered: ports.channels.includes('sms'), agreeTo: await due('sms') },
    };
  },
});
