import { descriptors } from '../../channels/descriptors.ts';
import { limitsOf } from '../../transfers/limits.ts';
import type { PlannedTransfer } from '../../transfers/plan.ts';
import { refusalOf, type TransferRefusal } from '../../transfers/refusal.ts';
import { approvalsWaitingMax, isBeyondLimits, wantsStepUp } from '../../transfers/step-up.ts';
import { labelOf } from '../resolve-share.ts';
import type { ApproverFacts, Decision, Loaded, Situation } from '../situation.ts';
import { movementOf } from './movement.ts';
import { toldRefusal } from './told-refusal.ts';

/** A decision whose reply needs no opened work. */
type Asked = Extract<Decision, { readonly opens?: never }>;

/**
 * Asks for an approval by passkey, if the institution wants one for this transfer and the member has a passkey. Nothing moves and
 * nothing is held.
 * @param refusal why it is refused as an order by message, if it is
 * @returns `undefined`: it goes on as any order by message
 */
export function askApproval(
  planned: PlannedTransfer,
  situation: Situation,
  loaded: Loaded,
  refusal: TransferRefusal | undefined,
): Asked | undefined {
  const { approver } = loaded;
  const { settings, channel } = situation;
  if (!approver?.hasPasskey || !settings.stepUp) return undefined;
  const isWanted = wantsStepUp(planned, {
    settings,
    channel,
    refusal,
    books: loaded.books,
    sender: descriptors[channel].sender,
    hasTime: situation.sentAt !== undefined,
    decided: loaded.decided,
    repeated: loaded.repeated(movementOf(planned)),
  });
  if (!isWanted) return undefined;
  // What the approval could not do either is refused now.
  const later = refusalOf(planned, {
    standing: situation,
    limits: limitsOf('approval', settings),
    used: approver.usedToday,
    books: loaded.books,
  });
  if (later) {
    // Its own limits are those that the member knows here.
    const told = refusal && isBeyondLimits(later) ? refusal : later;
    return { reply: toldRefusal(told, planned), voids: ['transfer'] };
  }
  return waiting(planned, situation, approver, settings.stepUp.seconds);
}

function waiting(
  planned: PlannedTransfer,
  { now }: Situation,
  approver: ApproverFacts,
  seconds: number,
): Asked {
  const { amount, from, to } = planned;
  const transfer = { amount, from: labelOf(from), to: labelOf(to) };
  // From whichever address: two that wait are two that move.
  const same = approver.waiting.find(
    (one) => one.amount === amount && one.fromShareId === from.id && one.toShareId === to.id,
  );
  if (same)
    return {
      reply: { reply: 'approval_asked', transfer, until: same.expiresAt, again: true },
      voids: ['transfer'],
    };
  if (approver.waiting.length >= approvalsWaitingMax)
    return { reply: { reply: 'refused', reason: 'approvals_full' }, voids: ['transfer'] };
  const until = now.add({ seconds });
  return {
    reply: { reply: 'approval_asked', transfer, until },
    voids: ['transfer'],
    confirmationFailures: 0,
    effects: [{ effect: 'ask_approval', planned, until }],
  };
}
