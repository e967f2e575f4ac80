import { z } from 'zod';
import type { Queries } from '../database/database.ts';
import { missingDisclosures, recordDisclosures } from '../enrollment/disclosures.ts';
import type { ChannelName } from '../kernel/vocabulary/channel.ts';
import { disclosures, type Disclosure } from '../kernel/vocabulary/disclosure.ts';
import type { MemberContext } from './request-context.ts';
import { refuse, type Refused } from './refusals.ts';

/** The disclosures that a member must agree to first, one by one. */
export const agreedField = z
  .array(z.enum(disclosures))
  .max(disclosures.length)
  .default([])
  .describe(
    'The shown disclosures to which the member agrees now: see `agreeTo` of `listAddresses`.',
  );

/**
 * Makes sure that the member agreed to all disclosures before an address is enrolled or may move
 * money. Records what they agree to now, with version and time. Refuses if one is missing.
 */
export async function disclose(
  tx: Queries,
  { institution, member, world }: MemberContext,
  given: { readonly channel?: ChannelName; readonly agreedTo: readonly Disclosure[] },
): Promise<Refused | undefined> {
  const missing = await missingDisclosures(tx, institution, {
    memberId: member.id,
    channel: given.channel,
    now: world.clock.now(),
  });
  const notAgreed = missing.find((kind) => !given.agreedTo.includes(kind));
  if (notAgreed) return refuse('disclosures_first', { field: notAgreed });
  await recordDisclosures(tx, world, {
    institution,
    memberId: member.id,
    channel: given.channel,
    kinds: missing,
    how: 'ticked in the online bank',
  });
  return undefined;
}
