import { z } from 'zod';
import { isHosted } from '../../channels/descriptors.ts';
import { announceChange } from '../../notices/announce.ts';
import { setAddressLimits } from '../../members/address-state.ts';
import { operation } from '../operation.ts';
import { isRefused, refuse } from '../refusals.ts';
import { agreedField, disclose } from '../disclose.ts';
import { recordInAuditLog } from '../audit-log.ts';
import { readRights, rightsFields, rightsRefusals } from './rights.ts';
import {
  addressOutput,
  addressSchema,
  loadAddresses,
  lockOwnAddress,
  type AddressRow,
} from './rows.ts';

/** Sets what an address may move, within the institution's limits. */
export const setAddressRights = operation({
  id: 'setAddressRights',
  method: 'PUT',
  path: '/addresses/{id}/rights',
  tag: 'Messages',
  summary: 'Sets whether an address can move money between the member’s own accounts, and how much',
  access: 'fresh',
  input: z.strictObject({ id: z.uuid(), agreedTo: agreedField, ...rightsFields }),
  output: addressSchema,
  refusals: ['verify_address_again', 'address_suspended', 'disclosures_first', ...rightsRefusals],
  run: async (request, input) => {
    const rights = readRights(request, input);
    if (isRefused(rights)) return rights;
    const result = await request.db.transaction(async (tx) => {
      const address = await lockOwnAddress(tx, request, input.id);
      if (!address) return refuse('not_found');
      if (rights.mayMoveMoney) {
        if (address.state === 'suspended') return refuse('address_suspended');
        if (!address.mayMoveMoney && isSilent(request, address))
          return refuse('verify_address_again');
        const refused = await disclose(tx, request, {
          channel: address.channel,
          agreedTo: input.agreedTo,
        });
        if (refused) return refused;
      }
      await setAddressLimits(tx, request.institution.id, { addressId: address.id, ...rights });
      await recordInAuditLog(tx, request, {
        what: 'address_rights_set',
        subject: address.id,
        detail: {
          mayMoveMoney: rights.mayMoveMoney,
          perTransfer: rights.perTransfer?.toString() ?? null,
          perDay: rights.perDay?.toString() ?? null,
        },
      });
      await announceChange(tx, request, { memberId: request.member.id, what: 'limits_changed' });
      return (await loadAddresses(tx, request)).find(({ id }) => id === address.id);
    });
    if (isRefused(result)) return result;
    request.queued();
    return result ? addressOutput(request, result) : refuse('not_found');
  },
});

/** Tells whether the address was silent for so long that it may have passed to someone else. */
function isSilent(
  {
    institution: { settings, zone },
    world,
  }: {
    institution: { settings: { silentDays: number }; zone: string };
    world: { clock: { now(): Temporal.Instant } };
  },
  { channel, lastUsedOn, provenOn, createdAt }: AddressRow,
): boolean {
  // Only who signed in writes from it.
  if (isHosted(channel)) return false;
  const today = world.clock.now().toZonedDateTimeISO(zone).toPlainDate();
  const proven = (provenOn ?? createdAt).toZonedDateTimeISO(zone).toPlainDate();
  const since =
    lastUsedOn && Temporal.PlainDate.compare(lastUsedOn, proven) > 0 ? lastUsedOn : proven;
  return Temporal.PlainDate.compare(since.add({ days: settings.silentDays }), today) <= 0;
}
