import type { SenderTrust } from '../kernel/vocabulary/channel-descriptor.ts';
import type { ChannelName } from '../kernel/vocabulary/channel.ts';
import type { StepUpRisk } from '../kernel/vocabulary/step-up-risk.ts';
import { isRepeat, type OrderFacts } from './doubt.ts';
import type { PlannedTransfer } from './plan.ts';
import type { TransferRefusal } from './refusal.ts';

/** How many transfers of a member can wait for approval. A stranger with one of their addresses can't ask for more. */
export const approvalsWaitingMax = 3;

/** The facts that decide whether a transfer by message waits for its member's approval. */
export interface StepUpFacts extends Pick<
  OrderFacts,
  'settings' | 'books' | 'decided' | 'repeated' | 'hasTime'
> {
  readonly channel: ChannelName;
  readonly sender: SenderTrust;
  /** Why it is refused as an order by message, if it is. */
  readonly refusal: TransferRefusal | undefined;
}

/**
 * Whether the institution wants a passkey's approval for this transfer: its amount is above the channel's, it is beyond what the address
 * may move, or it has one of the institution's risks. An institution without the setting wants none.
 */
export function wantsStepUp(planned: PlannedTransfer, facts: StepUpFacts): boolean {
  const { stepUp } = facts.settings;
  if (!stepUp) return false;
  if (facts.refusal) return stepUp.beyondLimits && isBeyondLimits(facts.refusal);
  const above = stepUp.above[facts.channel];
  if (above !== undefined && planned.amount > above) return true;
  return stepUp.risks.some((risk) => hasRisk[risk](planned, facts));
}

/** Whether an order by message is refused only since it is beyond what its address may move. */
export function isBeyondLimits({ reason }: TransferRefusal): boolean {
  return reason === 'limit_exceeded' || reason === 'daily_limit_exceeded';
}

const hasRisk: Readonly<
  Record<StepUpRisk, (planned: PlannedTransfer, facts: StepUpFacts) => boolean>
> = {
  repeat: isRepeat,
  overdraft: ({ from, amount }, { books }) => {
    const source = books.balance(from.accountId);
    return source !== undefined && source.available < amount;
  },
  unproven_sender: (_planned, { sender, hasTime }) => sender === 'claimed' || !hasTime,
};
