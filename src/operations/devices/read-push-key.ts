import { z } from 'zod';
import { appPath } from '../../push/app-path.ts';
import { pushKeysOf } from '../../push/push-keys.ts';
import { operation } from '../operation.ts';

/** Gives the institution's public key for push services, to which a browser binds its subscription. */
export const readPushKey = operation({
  id: 'readPushKey',
  method: 'GET',
  path: `${appPath}/push-key`,
  tag: 'Access',
  summary: 'Returns the key for `pushManager.subscribe`',
  access: 'member',
  input: z.strictObject({}),
  output: z.object({
    key: z
      .string()
      .describe('The VAPID public key, 65 bytes in base64url: `applicationServerKey`.'),
  }),
  refusals: [],
  run: async (request) => {
    const { publicKey } = await pushKeysOf(request.db, request, request.institution.id);
    return { key: Buffer.from(publicKey).toString('base64url') };
  },
});
