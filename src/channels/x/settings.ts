import { xDescriptor } from './descriptor.ts';
import { z } from 'zod';

/** An institution's settings for X. */
export const xSetting = z
  .object({
    userId: z
      .string()
      .regex(
        xDescriptor.account.userId,
        'is the account’s numeric id, such as "2080765901528535096"',
      ),
    handle: z
      .string()
      .regex(
        xDescriptor.account.handle,
        'is the account’s handle without @, at most 15 letters, digits or _',
      ),
    bot: z
      .object({
        userId: z.string().regex(xDescriptor.account.userId, 'is the bot’s numeric id'),
        handle: z.string().regex(xDescriptor.account.handle, 'is the bot’s handle without @'),
      })
      .optional(),
  })
  .optional()
  .describe(
    'The institution’s X account: its numeric id and its handle without @. `bot`: the account for X Chat, if that is another one (`tmm x chat bot`).',
  );
