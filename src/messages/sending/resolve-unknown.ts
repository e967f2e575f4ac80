import type { Database } from '../../database/database.ts';
import { Fault } from '../../kernel/fault.ts';
import { deadAfterSeconds, isAlive } from '../../database/presence.ts';
import { sharedNow, sharedTime } from '../../database/shared-time.ts';
import { together } from '../../database/together.ts';
import type { Keyring } from '../../kernel/keyring.ts';
import type { World } from '../../kernel/world.ts';
import { codeOfVersion, openCodes } from '../../members/codes.ts';
import {
  listsWithinSeconds,
  type Channel,
  type LookupOutcome,
  type WireMessage,
} from '../channel.ts';
import { recipientPlace } from '../conversation-keys.ts';
import { insetPlace, type Purpose } from '../outbound.ts';
import { beforeRun } from './before-run.ts';
import { stampCode } from './stamp-code.ts';
import { settle } from './settle.ts';

/** What a process of an older version claimed, which says nothing of itself, is lost after so long. */
export const unnamedLostSeconds = 60;
/** A request whose answer was lost may still be carried out, and the carrier's own record may take a moment to show it. */
export const lookAfterSeconds = 15;
/** Queued again only when the carrier did not have it so often. */
const missesMin = 2;
/** A first look at what a dead process left is early: it only finds. Two looks are so far apart. */
const betweenSeconds = 4;
/** What follows so soon is waited for at once. */
const soonSeconds = 2 * betweenSeconds;
/** From then on it is asked often: another process may know of the carrier that it is quick. */
const againSeconds = 2;
/** So many are looked up at a time. */
const atOnce = 4;
/** Where it can't be learned now. */
const laterSeconds = 30;
/**
 * The carrier's clock and ours may differ by so much. Where they differ by more, every order is refused as late, so people notice. Texts
 * alike that left in that time bear carrier's ids that are known, so none of them is taken for this one.
 */
const clocksDifferSeconds = 600;
/** How long a carrier that answers is asked what became of a message, and does not tell. */
const giveUpSeconds = 3_600;

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
  /** How long ago it was claimed, by the time that all processes share. */
  ageSeconds: number;
  missed: number;
  expiresAt: Temporal.Instant;
  isBeforeRun: boolean | null;
}

/**
 * Asks the carrier what became of messages whose sending ended in the dark: found there, they are `wired`; twice surely not there,
 * queued again; not to be learned now, asked again later. "Not there" is believed when no request can be on its way any more: a process
 * ends its requests before it is taken for dead, then the carrier may still work on one, and then take a while to list it. All of that
 * counts from the claim, by the time that all processes share. What can't be built any more, or was not learned in an hour in which the
 * carrier could be asked, is given up:
 * nothing stands in its conversation's way for ever, and it is never sent again blindly.
 */
export async function resolveUnknown(
  {
    db,
    keyring,
    world,
  }: { readonly db: Database; readonly keyring: Keyring; readonly world: World },
  {
    institutionId,
    channel,
    by,
    takesSeconds,
  }: {
    readonly institutionId: number;
    readonly channel: Channel;
    readonly by: string;
    /** How long the carrier may still work on a request that it has. */
    readonly takesSeconds: number;
  },
): Promise<void> {
  const now = world.clock.now();
  // This process has nothing on its way here when it asks: what it still seems to send could not be recorded when it ended.
  await db.query(
    `update outbound o set status = 'unknown', error_code = 'process_lost', missed = 0, not_before = null
      where o.institution_id = $1 and o.channel = $2 and o.status = 'sending'
        and case when o.claimed_by is null then o.sending_at < ${sharedNow('$3')} - interval '${unnamedLostSeconds} seconds'
          else o.claimed_by = $4 or not ${isAlive('o.claimed_by')} end`,
    [institutionId, channel.name, sharedTime(world.clock), by],
  );
  const rows = await db.query<Row>(
    `select o.id, o.conversation_id as "conversationId", c.recipient, o.address_id as "addressId", o.purpose, o.text, o.inset,
        o.code_version as "codeVersion", o.sending_at as "sendingAt", o.missed, o.expires_at as "expiresAt",
        o.error_code = '${beforeRun}' as "isBeforeRun",
        extract(epoch from ${sharedNow('$4')} - o.sending_at)::float8 as "ageSeconds"
      from outbound o join conversations c on c.institution_id = $1 and c.id = o.conversation_id
      where o.institution_id = $1 and o.channel = $2 and o.status = 'unknown'
        and (o.not_before is null or o.not_before <= $3)
        and not exists (select from outbound b where b.institution_id = $1 and b.conversation_id = o.conversation_id
          and b.status = 'unknown' and b.place < o.place)
      order by coalesce(o.not_before, o.sending_at), o.place limit 50`,
    [institutionId, channel.name, now, sharedTime(world.clock)],
  );
  const sureSeconds =
    deadAfterSeconds + takesSeconds + (channel.traits.listsWithinSeconds ?? listsWithinSeconds);
  // Whoever waits longest first: one of which nothing can be learned must not keep its place before the others.
  for (let at = 0; at < rows.length; at += atOnce) {
    const asked = await together(
      rows.slice(at, at + atOnce).map(async (row) => {
        const found = await ask({ db, keyring }, { institutionId, channel, row });
        await conclude(db, {
          institutionId,
          channel,
          row,
          found,
          now: world.clock.now(),
          sureSeconds,
        });
        return found;
      }),
    );
    // A carrier that can't be asked now is not asked for the others either.
    if (asked.some((found) => found.found === 'unknown' && !found.askAt)) break;
  }
}

type Place = { readonly institutionId: number; readonly channel: Channel; readonly row: Row };

async function ask(
  { db, keyring }: { readonly db: Database; readonly keyring: Keyring },
  { institutionId, channel, row }: Place,
): Promise<LookupOutcome> {
  let message: WireMessage | undefined;
  try {
    message = await wireAgain({ db, keyring }, { institutionId, channel, row });
  } catch (error) {
    if (!(error instanceof Fault) || error.retryable) throw error;
  }
  if (!message) return { found: 'never' };
  // Its receipt may have come, to any process, before its sending could be recorded: some carriers call a message by our own id.
  const early = await db.query(
    'select 1 from early_receipts where institution_id = $1 and channel = $2 and carrier_id = $3 limit 1',
    [institutionId, channel.name, row.id],
  );
  if (early.length > 0) return { found: true, carrierId: row.id };
  const known = await db.query<{ carrierId: string }>(
    `select carrier_id as "carrierId" from outbound
      where institution_id = $1 and channel = $2 and conversation_id = $3 and carrier_id is not null and sending_at >= $4`,
    [
      institutionId,
      channel.name,
      row.conversationId,
      row.sendingAt.subtract({ seconds: 2 * clocksDifferSeconds }),
    ],
  );
  return channel.lookup(
    message,
    row.sendingAt.subtract({ seconds: clocksDifferSeconds }),
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
    sureSeconds,
  }: Place & {
    readonly found: LookupOutcome;
    readonly now: Temporal.Instant;
    readonly sureSeconds: number;
  },
): Promise<void> {
  const of = { id: row.id, sendingAt: row.sendingAt, by: 'lookup' as const };
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
  const has = (seconds: number) =>
    Temporal.Instant.compare(row.sendingAt.add({ seconds }), now) <= 0;
  const isSure = row.isBeforeRun || (row.missed + 1 >= missesMin && row.ageSeconds >= sureSeconds);
  const isExpired = Temporal.Instant.compare(row.expiresAt, now) <= 0;
  if (
    (found.found === false && isSure) ||
    // It waits as it did before it was doubted; the claim says what becomes of one that expired.
    (row.isBeforeRun && (found.found === 'never' || isExpired))
  ) {
    await settle(db, institutionId, { ...of, status: 'queued', notBefore: now });
    return;
  }
  // A carrier that is away may be asked for as long as the message is of use.
  const isOver = found.found === 'unknown' && (found.away ? isExpired : has(giveUpSeconds));
  if (found.found === 'never' || (isOver && !row.isBeforeRun)) {
    await settle(db, institutionId, { ...of, status: 'failed', code: 'outcome_unknown' });
    return;
  }
  const next =
    found.found === false
      ? now.add({
          milliseconds: Math.ceil(pauseSeconds(sureSeconds - row.ageSeconds, row.missed) * 1_000),
        })
      : (found.askAt ?? now.add({ seconds: laterSeconds }));
  await db.query(
    `update outbound set not_before = $4, missed = missed + $5
      where institution_id = $1 and id = $2 and status = 'unknown' and sending_at = $3`,
    [institutionId, row.id, row.sendingAt, next, found.found === false ? 1 : 0],
  );
}

/** @param left how long it takes until the carrier's word is believed */
function pauseSeconds(left: number, missed: number): number {
  if (missed > 0) return againSeconds;
  return left > soonSeconds ? betweenSeconds : Math.max(betweenSeconds, left);
}

/** The text as it was sent, with the code that it had then. */
async function wireAgain(
  { db, keyring }: { db: Database; keyring: Keyring },
  { institutionId, channel, row }: { institutionId: number; channel: Channel; row: Row },
): Promise<WireMessage | undefined> {
  const { addressId, codeVersion } = row;
  let code: string | undefined;
  if (addressId !== null) {
    code =
      codeVersion === null
        ? (await openCodes(db, keyring, institutionId, [addressId])).get(addressId)?.code
        : await codeOfVersion(db, keyring, { institutionId, addressId, version: codeVersion });
  }
  const inset = row.inset
    ? keyring.decrypt('token', insetPlace(institutionId, row.id), row.inset)
    : undefined;
  const built = stampCode({ text: row.text, purpose: row.purpose, code, inset }, channel.traits);
  if ('refused' in built) return undefined;
  const address = keyring.decrypt(
    'address',
    recipientPlace(institutionId, row.conversationId),
    row.recipient,
  );
  return {
    institutionId,
    id: row.id,
    address,
    text: built.text,
    priority: 'reply',
    claimedAt: row.sendingAt,
  };
}
