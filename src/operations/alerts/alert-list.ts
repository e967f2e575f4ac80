import { z } from 'zod';
import { loadAlerts } from '../../alerts/alert-store.ts';
import { noAlerts, type MemberAlerts } from '../../alerts/rule.ts';
import { linesOf } from '../../commands/alert/lines.ts';
import type { Queries } from '../../database/database.ts';
import { alertKinds, alertTraits } from '../../kernel/vocabulary/alert-kind.ts';
import { channelNames } from '../../kernel/vocabulary/channel.ts';
import { sayAlertRule } from '../../languages/wording.ts';
import { currencyOf } from '../../money/amount.ts';
import { decimal } from '../../money/format.ts';
import { voiceOf } from '../../wording/voice.ts';
import type { MemberContext } from '../request-context.ts';
import { visibleShares } from '../shares/shares.ts';

const alertSchema = z.object({
  id: z.uuid(),
  number: z.int().describe('The member’s own number for it, as in `ALERT OFF 2`.'),
  kind: z.enum(alertKinds),
  suffix: z.string().nullable().describe('The account; null means all that the member sees.'),
  amount: z
    .string()
    .nullable()
    .describe('`low` fires below it, `deposit` and `withdrawal` from it on.'),
  days: z.int().nullable().describe('`due`: so many days before.'),
  weekday: z.int().nullable().describe('`weekly`: 1 is Monday, 7 is Sunday.'),
  sentence: z.string().describe('What it says, in the reader’s language.'),
});

/** A member's alerts, as operations return them. */
export const alertListSchema = z.object({
  alerts: z.array(alertSchema).describe('In order of number.'),
  quiet: z
    .object({ from: z.string(), to: z.string() })
    .nullable()
    .describe('No alerts from then to then, such as `21:00` and `07:00`, in the member’s zone.'),
  kinds: z.array(z.enum(alertKinds)).describe('What members may ask to hear of.'),
  traits: z
    .record(
      z.enum(alertKinds),
      z.object({
        account: z
          .enum(['one', 'any', 'none'])
          .describe('`one`: needs an account. `any`: may name one. `none`: covers all.'),
        takes: z.enum(['amount', 'days', 'weekday', 'nothing']),
      }),
    )
    .describe('What a kind needs.'),
  currency: z.string(),
});

/** Reads the member's alerts. One on an account that the member no longer sees fires no more, and is left out. */
export async function readAlerts(
  q: Queries,
  request: MemberContext,
): Promise<z.input<typeof alertListSchema>> {
  const { institution, member } = request;
  const found = await loadAlerts(q, institution.id, [member.id]);
  return listOf(request, found.get(member.id) ?? noAlerts, await visibleShares(q, request));
}

function listOf(
  request: MemberContext,
  { rules, quiet }: MemberAlerts,
  shares: Awaited<ReturnType<typeof visibleShares>>,
): z.input<typeof alertListSchema> {
  const { institution, language, world } = request;
  // The same sentence on each channel.
  const voice = voiceOf(institution, { language }, channelNames[0], world.clock.now());
  const byId = new Map(shares.map((share) => [share.id, share]));
  const seen = rules.filter(({ shareId }) => shareId === null || byId.has(shareId));
  const lines = linesOf(seen, shares);
  return {
    alerts: seen.map((rule, index) => {
      const share = byId.get(rule.shareId ?? '');
      const line = lines[index];
      const currency = share?.currency ?? institution.currency;
      return {
        id: rule.id,
        number: rule.number,
        kind: rule.kind,
        suffix: share?.suffix ?? null,
        amount:
          rule.amount === null ? null : decimal(rule.amount, currencyOf(currency)?.digits ?? 2),
        days: rule.days,
        weekday: rule.weekday,
        sentence: line ? sayAlertRule(line, voice) : '',
      };
    }),
    quiet: quiet ? { from: clock(quiet.from), to: clock(quiet.to) } : null,
    kinds: [...alertKinds],
    traits: alertTraits,
    currency: institution.currency,
  };
}

function clock(minutes: number): string {
  return Temporal.PlainTime.from({ hour: Math.floor(minutes / 60), minute: minutes % 60 }).toString(
    { smallestUnit: 'minute' },
  );
}
