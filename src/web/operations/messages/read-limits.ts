import { z } from 'zod';
import { loadUsage } from '../../../transfers/usage.ts';
import { operation } from '../../operation.ts';
import { amountText, loadAddresses } from './rows.ts';

/** What may be moved: the institution's limits, and by address the member's own and what is left today. */
export const readLimits = operation({
  id: 'readLimits',
  method: 'GET',
  path: '/limits',
  tag: 'Messages',
  summary: 'Tells what may be moved by message, and what is left of it today',
  access: 'member',
  input: z.strictObject({}),
  output: z.object({
    currency: z.string(),
    perTransfer: z.string(),
    perDay: z.string(),
    confirmAbove: z.string().nullable().describe('Above this each transfer asks for `OK`.'),
    addresses: z.array(
      z.object({
        id: z.uuid(),
        channel: z.enum(['x', 'sms', 'app']),
        name: z.string(),
        mayMoveMoney: z.boolean().describe('Allowed, and neither locked, paused nor suspended.'),
        perTransfer: z.string(),
        perDay: z.string(),
        usedToday: z.string(),
        leftToday: z.string(),
      }),
    ),
  }),
  refusals: [],
  run: async (act) => {
    const { db, institution, member, world } = act;
    const { limits } = institution.settings;
    const rows = await loadAddresses(db, act);
    const day = world.clock.now().toZonedDateTimeISO(institution.zone).toPlainDate();
    const used = await loadUsage(
      db,
      institution.id,
      rows.map(({ id }) => ({ addressId: id, day })),
    );
    const least = (ours: bigint, own: bigint | null) => (own !== null && own < ours ? own : ours);
    return {
      currency: institution.currency,
      perTransfer: amountText(act, limits.perTransfer),
      perDay: amountText(act, limits.perDay),
      confirmAbove: limits.confirmAbove === undefined ? null : amountText(act, limits.confirmAbove),
      addresses: rows.map((row) => {
        const perDay = least(limits.perDay, row.perDay);
        const spent = used.get(row.id) ?? 0n;
        const isFree = row.state === 'proven' && !row.moneyLockedAt && !member.lockedAt;
        return {
          id: row.id,
          channel: row.channel,
          name: row.handle ?? '',
          mayMoveMoney: row.mayMoveMoney && isFree,
          perTransfer: amountText(act, least(limits.perTransfer, row.perTransfer)),
          perDay: amountText(act, perDay),
          usedToday: amountText(act, spent),
          leftToday: amountText(act, perDay > spent ? perDay - spent : 0n),
        };
      }),
    };
  },
});
