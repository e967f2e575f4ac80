import { z } from 'zod';
import type { Approval } from '../../approvals/approval.ts';
import type { Sides } from '../../approvals/sides.ts';
import { approvalStates } from '../../kernel/vocabulary/approval-state.ts';
import { channelNames } from '../../kernel/vocabulary/channel.ts';
import { packs } from '../../languages/index.ts';
import type { ShareLabel } from '../../wording/reply.ts';
import type { MemberContext } from '../request-context.ts';
import { figure } from '../shares/shares.ts';

const instant = z.iso.datetime({ offset: true });

const side = z.object({
  suffix: z.string(),
  name: z.string().describe('Its nickname, or its kind in the member’s language.'),
});

/** An approval as its member sees it. */
export const approvalSchema = z.object({
  id: z.uuid(),
  amount: z.string(),
  currency: z.string(),
  from: side,
  to: side,
  askedBy: z.enum(channelNames).describe('The channel of the message that asked.'),
  askedAt: instant,
  expiresAt: instant,
  state: z
    .enum(approvalStates)
    .describe(
      '`waiting` until it is approved, declined, canceled by message (`withdrawn`) or expired. `ordered`: approved, and another core has not confirmed it.',
    ),
});

/** Gives an approval in that form. One whose time is over is expired, even before the job ends it. */
export function approvalOutput(
  { language, world }: Pick<MemberContext, 'language' | 'world'>,
  approval: Approval,
  { told }: Sides,
): z.input<typeof approvalSchema> {
  const name = ({ suffix, kind, nickname }: ShareLabel) => ({
    suffix,
    name: nickname ?? packs[language].locale.kinds[kind],
  });
  return {
    id: approval.id,
    amount: figure(approval.amount, approval.currency),
    currency: approval.currency,
    from: name(told.from),
    to: name(told.to),
    askedBy: approval.channel,
    askedAt: approval.askedAt.toString(),
    expiresAt: approval.expiresAt.toString(),
    state: isOverdue(approval, world.clock.now()) ? 'expired' : approval.state,
  };
}

/** Whether an approval still waits although its time is over. */
export function isOverdue(
  { state, expiresAt }: Pick<Approval, 'state' | 'expiresAt'>,
  now: Temporal.Instant,
): boolean {
  return state === 'waiting' && Temporal.Instant.compare(expiresAt, now) <= 0;
}
