import { addDevice } from './add-device.ts';
import { listDevices } from './list-devices.ts';
import { readPushKey } from './read-push-key.ts';
import { removeDevice } from './remove-device.ts';
import { signOutDevice } from './sign-out-device.ts';

/** All operations on the member's devices and their pushes. */
export const devicesOperations = [readPushKey, listDevices, addDevice, removeDevice, signOutDevice];
