import { z } from 'zod';
import { addressStates } from '../../kernel/vocabulary/address-state.ts';
import { channelNames } from '../../kernel/vocabulary/channel.ts';
import { codeFactsOf } from '../../members/code-facts.ts';
import { addressDetailsOf } from '../../members/address-details.ts';
import type { Member } from '../../members/member.ts';
import { loadUsage } from '../../transfers/usage.ts';
import type { StaffContext } from '../request-context.ts';
import { figure } from '../shares/shares.ts';
import { lockText } from '../staff/money-lock.ts';
import { restrictionsOf } from '../staff/restrictions.ts';
import { shownHandle } from '../shown-handle.ts';

/** An address of a member, as staff see it: never in full, and never with its code. */
export const addressForStaff = z.object({
  id: z.string(),
  channel: z.enum(channelNames),
  name: z.string().nullable().describe('A phone number shows its last digits.'),
  state: z.enum(addressStates),
  mayMoveMoney: z.boolean(),
  moneyLock: z.string().nullable().describe('Why its transfers are locked now.'),
  stopped: z.boolean().describe('STOP is in force: it gets no messages.'),
  perTransfer: z.string().describe('The limit that counts: its own, or the institution’s.'),
  perDay: z.string(),
  ownLimits: z.boolean().describe('It has limits of its own, below the institution’s.'),
  usedToday: z.string(),
  lastUsedOn: z.string().nullable(),
  provenAt: z.string().nullable(),
  codeVersion: z.int().nullable().describe('How many codes it has had. Nobody sees a code here.'),
  codeSince: z.string().nullable(),
  conversationId: z.string().nullable(),
});

/** Lists a member's addresses with rights, limits and the age of their codes. */
export async function addressesForStaff(
  request: StaffContext,
  member: Member,
): Promise<z.input<typeof addressForStaff>[]> {
  const { db, institution, world } = request;
  const rows = await addressDetailsOf(db, institution.id, member.id);
  const ids = rows.map(({ id }) => id);
  const restrictions = await restrictionsOf(db, request, member.id);
  const codes = await codeFactsOf(db, institution.id, ids);
  const day = world.clock.now().toZonedDateTimeISO(institution.zone).toPlainDate();
  const used = await loadUsage(
    db,
    institution.id,
    ids.map((addressId) => ({ addressId, day })),
  );
  const { limits } = institution.settings;
  const least = (own: bigint | null, ours: bigint) => (own !== null && own < ours ? own : ours);
  const text = (amount: bigint) => figure(amount, institution.currency);
  return rows.map((row) => {
    const { reason = null, stopped = false } = restrictions.get(row.id) ?? {};
    const code = codes.get(row.id);
    return {
      id: row.id,
      channel: row.channel,
      name: shownHandle(row.channel, row.handle),
      state: row.state,
      mayMoveMoney: row.mayMoveMoney,
      moneyLock: row.moneyLockedAt ? lockText(reason, request.language) : null,
      stopped,
      perTransfer: text(least(row.perTransfer, limits.perTransfer)),
      perDay: text(least(row.perDay, limits.perDay)),
      ownLimits: row.perTransfer !== null || row.perDay !== null,
      usedToday: text(used.get(row.id) ?? 0n),
      lastUsedOn: row.lastUsedOn?.toString() ?? null,
      provenAt: row.provenAt?.toString() ?? null,
      codeVersion: code?.version ?? null,
      codeSince: code?.since.toString() ?? null,
      conversationId: row.conversationId,
    };
  });
}
