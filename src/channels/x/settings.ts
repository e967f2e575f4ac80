import { xDescriptor } from './descriptor.ts';
import { z } from 'zod';

/** What an institution sets up for X. */
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
        'is the account’s name without @, 15 letters, digits or _ at most',
      ),
  })
  .optional()
  .describe('The institution’s X account: its stable id and its handle without @.');
