import { z } from 'zod';
import { hostedTermsVersion } from '../../enrollment/open-hosted.ts';
import { packs } from '../../languages/index.ts';
import { filled } from '../../languages/say.ts';
import { operation } from '../operation.ts';
import { channel, pathOf } from './channel.ts';
import { findConversation } from './conversation.ts';

/** Tells whether the member has opened the app's conversation, and what they agree to by opening it. */
export const readAppAddress = operation({
  id: 'readAppAddress',
  method: 'GET',
  path: pathOf('address'),
  tag: 'Messages',
  summary: 'Returns whether the conversation in the app is open, and its terms',
  access: 'member',
  input: z.strictObject({}),
  output: z.object({
    offered: z.boolean(),
    opened: z.boolean(),
    addressId: z.uuid().nullable(),
    stopped: z.boolean(),
    terms: z
      .string()
      .describe('What the member agrees to by opening it. Show it beside the button.'),
    termsVersion: z.string(),
  }),
  refusals: [],
  run: async (request) => {
    const { institution, language } = request;
    const conversation = await findConversation(request.db, request);
    const { service, phone } = institution.settings;
    const { agreements } = packs[language].site;
    return {
      offered: request.ports.channels.includes(channel),
      opened: conversation !== undefined,
      addressId: conversation?.addressId ?? null,
      stopped: conversation?.stopped ?? false,
      terms: filled(agreements.app_terms, { service, phone }),
      termsVersion: hostedTermsVersion,
    };
  },
});
