import type { Database } from '../../database/database.ts';
import { Fault } from '../../kernel/fault.ts';
import type { Seals } from '../../kernel/seal.ts';
import type { World } from '../../kernel/world.ts';
import { codeOfVersion, openCodes } from '../../members/codes.ts';
import type { Channel, LookupOutcome, WireMessage } from '../channel.ts';
import { recipientPlace } from '../conversations.ts';
import { insetPlace, type Purpose } from '../outbound.ts';
import { exit } from './exit.ts';
import { settle } from './settle.ts';

/** A message on its way for so long has lost its process. */
const lostAfterSeconds = 60;
/** A request whose answer was lost may still be carried out, and the carrier's own record may take a moment to show it. */
export const lookAfterSeconds = 15;
/** Queued again only when the carrier did not have it so often, so far apart. */
const missesMin = 2;
const betweenSeconds = 10;
/** Where it can't be learned now. */
const laterSeconds = 30;
/** How long it is tried to learn what became of a message. */
const giveUpHours = 1;

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
  missed: number;
}

/**
 * Asks the carrier what became of messages whose sending ended in the dark: found there, they are `wired`; twice surely not there,
 * queued again; not to be learned now, asked again later. What can't be built any more, or was not learned in an hour, is given up:
 * nothing stands in its conversation's way for ever, and it is never sent again blindly.
 */
export async function resolveUnknown(
  { db, seals, world }: { readonly db: Database; readonly seals: Seals; readonly world: World },
  { institutionId, channel }: { readonly institutionId: number; readonly channel: Channel },
): Promise<void> {
  const now = world.clock.now();
  await db.query(
    `update outbound set status = 'unknown', error_code = 'process_lost', missed = 0
      where institution_id = $1 and channel = $2 and status = 'sending' and sending_at < $3`,
    [institutionId, channel.name, now.subtract({ seconds: lostAfterSeconds })],
  );
  const rows = await db.query<Row>(
    `select o.id, o.conversation_id as "conversationId", c.recipient, o.address_id as "addressId", o.purpose, o.text, o.inset,
        o.code_version as "codeVersion", o.sending_at as "sendingAt", o.missed
      from outbound o join conversations c on c.institution_id = $1 and c.id = o.conversation_id
      where o.institution_id = $1 and o.channel = $2 and o.status = 'unknown'
        and (o.not_before is null or o.not_before <= $3)
      order by coalesce(o.not_before, o.sending_at), o.id limit 50`,
    [institutionId, channel.name, now],
  );
  // Whoever waits longest first: one of which nothing can be learned must not keep its place before the others.
  for (const row of rows) {
    const found = await ask({ db, seals }, { institutionId, channel, row });
    await conclude(db, { institutionId, channel, row, found, now });
    // A carrier that can't be asked now is not asked for the others either.
    if (found.found === 'unknown') break;
  }
}

type Place = { readonly institutionId: number; readonly channel: Channel; readonly row: Row };

async function ask(
  { db, seals }: { readonly db: Database; readonly seals: Seals },
  { institutionId, channel, row }: Place,
): Promise<LookupOutcome> {
  let message: WireMessage | undefined;
  try {
    message = await wireAgain({ db, seals }, { institutionId, channel, row });
  } catch (error) {
    if (!(error instanceof Fault) || error.retryable) throw error;
  }
  if (!message) return { found: 'never' };
  const known = await db.query<{ carrierId: string }>(
    `select carrier_id as "carrierId" from outbound
      where institution_id = $1 and conversation_id = $2 and carrier_id is not null order by id desc limit 200`,
    [institutionId, row.conversationId],
  );
  return channel.lookup(
    message,
    row.sendingAt.subtract({ seconds: 30 }),
    new Set(known.map(({ carrierId }) => carrierId)),
  );
}

async function conclude(
  db: Database,
  {
    institutionId,
    channel,
    row,
    found,
    now,
  }: Place & { readonly found: LookupOutcome; readonly now: Temporal.Instant },
): Promise<void> {
  const of = { id: row.id, sendingAt: row.sendingAt, by: 'lookup' as const };
  const isOver = Temporal.Instant.compare(row.sendingAt.add({ hours: giveUpHours }), now) <= 0;
  if (found.found === true) {
    await settle(db, institutionId, {
      ...of,
      status: 'wired',
      carrierId: found.carrierId,
      codeVersion: row.codeVersion ?? undefined,
      segments: 1,
      costMicrodollars: channel.traits.costMicrodollarsPerUnit,
      at: now,
    });
    return;
  }
  if (found.found === false && row.missed + 1 >= missesMin) {
    await settle(db, institutionId, { ...of, status: 'queued', notBefore: now });
    return;
  }
  if (found.found === 'never' || isOver) {
    await settle(db, institutionId, { ...of, status: 'failed', code: 'outcome_unknown' });
    return;
  }
  const missed = found.found === false ? 1 : 0;
  await db.query(
    `update outbound set not_before = $4, missed = missed + $5
      where institution_id = $1 and id = $2 and status = 'unknown' and sending_at = $3`,
    [
      institutionId,
      row.id,
      row.sendingAt,
      now.add({ seconds: missed > 0 ? betweenSeconds : laterSeconds }),
      missed,
    ],
  );
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
