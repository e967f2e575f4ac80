import type { PlannedTransfer } from '../../transfers/plan.ts';
import type { TransferRefusal } from '../../transfers/refusal.ts';
import type { RefusedReply } from '../../wording/reply.ts';
import { labelOf } from '../resolve-share.ts';

/** A refusal with the facts for its text. */
export function toldRefusal(
  { reason, side, figure }: TransferRefusal,
  planned: PlannedTransfer,
): RefusedReply {
  const isLimit = reason === 'limit_exceeded' || reason === 'daily_limit_exceeded';
  return {
    reply: 'refused',
    reason,
    ...(side === undefined ? {} : { share: labelOf(planned[side]) }),
    ...(figure === undefined ? {} : isLimit ? { limit: figure } : { available: figure }),
  };
}
