import { call } from './api.ts';
import { resource } from './resource.ts';

/** The member’s address in this app: whether they opened it, and on which terms. */
export const appAddress = resource(async () => call('readAppAddress', {}));
