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
import { openPayload } from './payload.ts';
import { settle } from './settle.ts';

/** A claim of an older version names no process. It counts as lost after this time. */
export const unnamedLostSeconds = 60;
/** The carrier may still be carrying out a request whose answer was lost, and its record may lag. */
export const lookAfterSeconds = 15;
/** Queue again only after the carrier had no record this many times. */
const missesMin = 2;
/** The first lookup of a dead process's message is early: it can only find the message. Pause between two lookups. */
const betweenSeconds = 4;
/** A lookup due this soon is worth waiting for now. */
const soonSeconds = 2 * betweenSeconds;
/** Then ask often: another process may know that the carrier is fast. */
const againSeconds = 2;
/** Lookups at a time. */
const atOnce = 4;
/** Pause if the carrier can't tell now. */
const laterSeconds = 30;
/**
 * The most that the carrier's clock may differ from ours. If it differs more, every order is refused as late, so people notice.
 * Equal texts that left in that time have known carrier ids, so none of them is mistaken for this one.
 */
const clocksDifferSeconds = 600;
/** How long to ask a carrier that answers but doesn't tell the outcome. */
const giveUpSeconds = 3_600;

interface Row {
  id: string;
  conversationId: string;
  recipient: Uint8Array;
  addressId: string | null;
  purpose: Purpose;
  text: string;
  inset: Uint8Array | null;
  inReplyTo: string | null;
  payload: Uint8Array | null;
  codeVersion: number | null;
  sendingAt: Temporal.Instant;
  /** Time since the claim, in shared time. */
  ageSeconds: number;
  missed: number;
  expiresAt: Temporal.Instant;
  isBeforeRun: boolean | null;
}

/**
 * Asks the carrier for the outcome of messages whose sending ended unknown. Found: `wired`. Certainly absent twice: queued again.
 * Not known yet: asked again later. An absence counts only when no request can still be under way. A process ends its requests
 * before it counts as dead; then the carrier may still work on one, and take a while to list it. All of that counts from the claim,
 * in shared time. Gives up on a message that can't be rebuilt, or whose outcome stays unknown for an hour in which the carrier
 * could be asked. So nothing blocks a conversation forever, and nothing is resent blindly.
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
    /** How long the carrier may still be working on a request. */
    readonly takesSeconds: number;
  },
): Promise<void> {
  const now = world.clock.now();
  // This process sends nothing here now, so its remaining claims are ones whose result it could not record.
  await db.query(
    `update outbound o set status = 'unknown', error_code = 'process_lost', missed = 0, not_before = null
      where o.institution_id = $1 and o.channel = $2 and o.status = 'sending'
        and case when o.claimed_by is null then o.sending_at < ${sharedNow('$3')} - interval '${unnamedLostSeconds} seconds'
          else o.claimed_by = $4 or not ${isAlive('o.claimed_by')} end`,
    [institutionId, channel.name, sharedTime(world.clock), by],
  );
  const rows = await db.query<Row>(
    `select o.id, o.conversation_id as "conversationId", c.recipient, o.address_id as "addressId", o.purpose, o.text, o.inset,
        o.in_reply_to as "inReplyTo", o.payload,
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
  // The longest wait comes first, and each lookup moves a message back: one that never resolves must not block the others.
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
    // If a carrier can't be asked now, don't ask it for the others either.
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
  // A receipt may have reached any process before the sending was recorded: some carriers name a message by our own id.
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
    // Queue it as before the lookup; the claim marks one that has expired.
    (row.isBeforeRun && (found.found === 'never' || isExpired))
  ) {
    await settle(db, institutionId, { ...of, status: 'queued', notBefore: now });
    return;
  }
  // An unreachable carrier may be asked until the message expires.
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

/** @param left seconds until the carrier's answer is reliable */
function pauseSeconds(left: number, missed: number): number {
  if (missed > 0) return againSeconds;
  return left > soonSeconds ? betweenSeconds : Math.max(betweenSeconds, left);
}

/** Rebuilds the text as it was sent, with the code of that time. */
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
    inReplyTo: row.inReplyTo ?? undefined,
    payload: row.payload
      ? openPayload(
          keyring,
          { institutionId, id: row.id, text: row.text, codeVersion },
          row.payload,
        )
      : undefined,
  };
}
