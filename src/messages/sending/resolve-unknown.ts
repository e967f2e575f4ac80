import type { Database } from '../../database/database.ts';
import type { Seals } from '../../kernel/seal.ts';
import type { World } from '../../kernel/world.ts';
import { codeOfVersion, openCodes } from '../../members/codes.ts';
import type { Channel, WireMessage } from '../channel.ts';
import { recipientPlace } from '../conversations.ts';
import { insetPlace, type Purpose } from '../outbound.ts';
import { exit } from './exit.ts';
import { settle } from './settle.ts';

/** A message on its way for so long has lost its process. */
const lostAfterSeconds = 60;
/** The carrier's own record may take a moment to show a message. */
const lookAfterSeconds = 5;

interface Row {
  id: string;
  conversationId: string;
  recipient: Uint8Array;
  addressId: string | null;
  purpose: Purpose;
  text: string;
  inset: Uint8Array | null;
  codeVersion: number | null;
  sendingAt: Temporal.Instant;
}

/**
 * Asks the carrier what became of messages whose sending ended in the dark: found there, they are `wired`; surely not there,
 * queued again; not to be learned now, left as they are.
 */
export async function resolveUnknown(
  { db, seals, world }: { readonly db: Database; readonly seals: Seals; readonly world: World },
  { institutionId, channel }: { readonly institutionId: number; readonly channel: Channel },
): Promise<void> {
  const now = world.clock.now();
  await db.query(
    `update outbound set status = 'unknown', error_code = 'process_lost'
      where institution_id = $1 and channel = $2 and status = 'sending' and sending_at < $3`,
    [institutionId, channel.name, now.subtract({ seconds: lostAfterSeconds })],
  );
  const rows = await db.query<Row>(
    `select o.id, o.conversation_id as "conversationId", c.recipient, o.address_id as "addressId", o.purpose, o.text, o.inset,
        o.code_version as "codeVersion", o.sending_at as "sendingAt"
      from outbound o join conversations c on c.institution_id = $1 and c.id = o.conversation_id
      where o.institution_id = $1 and o.channel = $2 and o.status = 'unknown' and o.sending_at < $3
        and (o.not_before is null or o.not_before <= $4)
      order by o.id limit 50`,
    [institutionId, channel.name, now.subtract({ seconds: lookAfterSeconds }), now],
  );
  for (const row of rows) {
    const message = await wireAgain({ db, seals }, { institutionId, channel, row });
    const found = message
      ? await channel.lookup(message, row.sendingAt.subtract({ seconds: 30 }))
      : { found: 'unknown' as const };
    if (found.found === true) {
      await settle(db, institutionId, {
        id: row.id,
        status: 'wired',
        carrierId: found.carrierId,
        codeVersion: row.codeVersion ?? undefined,
        segments: 1,
        costMicrodollars: channel.traits.costMicrodollarsPerUnit,
        at: now,
      });
    } else if (found.found === false) {
      await settle(db, institutionId, { id: row.id, status: 'queued', notBefore: now });
    } else {
      await db.query(
        `update outbound set not_before = $3 where institution_id = $1 and id = $2 and status = 'unknown'`,
        [institutionId, row.id, now.add({ seconds: 30 })],
      );
    }
  }
}

/** The text as it was sent, with the code that it had then. */
async function wireAgain(
  { db, seals }: { db: Database; seals: Seals },
  { institutionId, channel, row }: { institutionId: number; channel: Channel; row: Row },
): Promise<WireMessage | undefined> {
  const { addressId, codeVersion } = row;
  let code: string | undefined;
  if (addressId !== null) {
    code =
      codeVersion === null
        ? (await openCodes(db, seals, institutionId, [addressId])).get(addressId)?.code
        : await codeOfVersion(db, seals, { institutionId, addressId, version: codeVersion });
  }
  const inset = row.inset
    ? seals.open('token', insetPlace(institutionId, row.id), row.inset)
    : undefined;
  const built = exit({ text: row.text, purpose: row.purpose, code, inset }, channel.traits);
  if ('refused' in built) return undefined;
  const address = seals.open(
    'address',
    recipientPlace(institutionId, row.conversationId),
    row.recipient,
  );
  return { institutionId, id: row.id, address, text: built.text, priority: 'reply' };
}
