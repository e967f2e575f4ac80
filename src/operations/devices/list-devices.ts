import { z } from 'zod';
import { appPath } from '../../push/app-path.ts';
import { operation } from '../operation.ts';
import { deviceSchema, devicesOf } from './devices.ts';

/** Lists the devices that get the member's pushes, and the browsers that are signed in. */
export const listDevices = operation({
  id: 'listDevices',
  method: 'GET',
  path: `${appPath}/devices`,
  tag: 'Access',
  summary: 'Lists the member’s devices',
  access: 'member',
  input: z.strictObject({}),
  output: z.object({ devices: z.array(deviceSchema) }),
  refusals: [],
  run: async (request) => ({
    devices: (await devicesOf(request)).map(({ device }) => device),
  }),
});
