import { channelNames } from '../../kernel/vocabulary/channel.ts';
import { z } from 'zod';
import { descriptors } from '../../channels/descriptors.ts';
import { dailyLeft, limitsOf } from '../../transfers/limits.ts';
import { lockRefusal, rightRefusal } from '../../transfers/standing.ts';
import { loadUsage } from '../../transfers/usage.ts';
import { operation } from '../operation.ts';
import { amountText, loadAddresses } from './rows.ts';

/**
 * Reads the limits: the institution's, and for each address the member's own and what is left
 * today.
 */
export const readLimits = operation({
  id: 'readLimits',
  method: 'GET',
  path: '/limits',
  tag: 'Messages',
  summary: 'Returns how much can be moved by message, and how much is left today',
  access: 'member',
  input: z.strictObject({}),
  output: z.object({
    currency: z.string(),
    perTransfer: z.string(),
    perDay: z.string(),
    confirmAbove: z.string().nullable().describe('Transfers above this amount ask for `OK`.'),
    addresses: z.array(
      z.object({
        id: z.uuid(),
        channel: z.enum(channelNames),
        name: z.string(),
        mayMoveMoney: z
          .boolean()
          .describe(
            'It can move money: allowed, disclosures accepted, and not locked, paused or suspended.',
          ),
        confirmsAlways: z
          .boolean()
          .describe('Every transfer asks for `OK`, because the channel can’t prove who sent it.'),
        perTransfer: z.string(),
        perDay: z.string(),
        usedToday: z.string(),
        leftToday: z.string(),
      }),
    ),
  }),
  refusals: [],
  run: async (request) => {
    const { db, institution, member, world } = request;
    const { limits } = institution.settings;
    const rows = await loadAddresses(db, request);
    const day = world.clock.now().toZonedDateTimeISO(institution.zone).toPlainDate();
    const used = await loadUsage(
      db,
      institution.id,
      rows.map(({ id }) => ({ addressId: id, day })),
    );
    return {
      currency: institution.currency,
      perTransfer: amountText(request, limits.perTransfer),
      perDay: amountText(request, limits.perDay),
      confirmAbove:
        limits.confirmAbove === undefined ? null : amountText(request, limits.confirmAbove),
      addresses: rows.map((row) => {
        const limited = limitsOf('message', institution.settings, {
          ...(row.perTransfer === null ? {} : { perTransfer: row.perTransfer }),
          ...(row.perDay === null ? {} : { perDay: row.perDay }),
        });
        const spent = used.get(row.id) ?? 0n;
        const { state, mayMoveMoney, moneyLockedAt } = row;
        const address = { state, mayMoveMoney, ...(moneyLockedAt ? { moneyLockedAt } : {}) };
        const standing = { member, address };
        return {
          id: row.id,
          channel: row.channel,
          name: row.handle ?? '',
          mayMoveMoney: !lockRefusal(standing) && !rightRefusal(standing),
          confirmsAlways: descriptors[row.channel].sender === 'claimed',
          perTransfer: amountText(request, limited.perTransfer),
          perDay: amountText(request, limited.perDay),
          usedToday: amountText(request, spent),
          leftToday: amountText(request, dailyLeft(limited, spent)),
        };
      }),
    };
  },
});
