import { call, type Output } from './api.ts';
import { resource } from './resource.ts';

export type Address = Output<'listAddresses'>['addresses'][number];

/** The member’s addresses for messages. */
export const addresses = resource(async () => (await call('listAddresses', {})).addresses);

/** The address of this app, once the member has one. */
export function appAddress(): Address | undefined {
  return addresses.value.value?.find(({ channel }) => channel === 'app');
}
