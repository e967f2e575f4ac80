import { stopwatch } from '../../kernel/stopwatch.ts';
import type { Channel, SendOutcome, WireMessage } from '../channel.ts';
import type { Claimed } from './claimed.ts';
import type { Parts } from './parts.ts';
import { sealPayload } from './payload.ts';
import { putBack } from './put-back.ts';

/** After this long, what allowed the message to leave must be asked again: the member may have said STOP. */
const quickSeconds = 1;

/**
 * Has the channel prepare a message, if it does so, and stores the result before the first attempt: after a crash or a lost answer the
 * same bytes are sent again.
 * @returns the message to send, or the outcome if it can't be prepared. `put back`: it is to be claimed again
 */
export async function prepareOnce(
  parts: Parts,
  {
    channel,
    message,
    wire,
  }: { readonly channel: Channel; readonly message: Claimed; readonly wire: WireMessage },
): Promise<WireMessage | SendOutcome | 'put back'> {
  if (!channel.prepare || wire.payload) return wire;
  const { db, world, keyring } = parts;
  const took = stopwatch(world.clock);
  const payload = await channel.prepare(wire);
  if (!(payload instanceof Uint8Array) && payload !== undefined) return payload;
  // A stale payload must not stay: it says by which kind the message left.
  if (payload || message.hasStalePayload) {
    const stored = await db.query(
      `update outbound set payload = $4, payload_code = $5
        where institution_id = $1 and id = $2 and sending_at = $3 and status = 'sending' returning 1`,
      [
        wire.institutionId,
        wire.id,
        message.sendingAt,
        payload
          ? sealPayload(keyring, { ...message, institutionId: wire.institutionId }, payload)
          : null,
        payload ? (message.codeVersion ?? null) : null,
      ],
    );
    // Another process has taken the message over.
    if (stored.length === 0) return 'put back';
  }
  if (took() <= quickSeconds) return { ...wire, payload };
  await putBack(parts, { institutionId: wire.institutionId, message });
  return 'put back';
}
