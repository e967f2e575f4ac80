import { labelOf } from '../resolve-share.ts';
import { untilOf } from '../share-of.ts';
import type { PendingTransfer } from '../pending.ts';
import type { Decision, Situation } from '../situation.ts';
import type { PlannedTransfer } from '../../transfers/plan.ts';

const choicesMax = 9;

/** Lists several transfers that match the text, each with a number. A choice needs confirmation before money moves. */
export function askTransfer(
  candidates: readonly PlannedTransfer[],
  situation: Situation,
): Decision {
  const offered = candidates.slice(0, choicesMax);
  return {
    reply: {
      reply: 'choose',
      question: 'which_transfer',
      options: offered.map(({ amount, from, to }) => ({
        transfer: { amount, from: labelOf(from), to: labelOf(to) },
      })),
    },
    voids: ['transfer'],
    pending: {
      choice: {
        until: untilOf(situation).toString(),
        options: offered.map((planned) => ({
          kind: 'transfer',
          transfer: pendingTransfer(planned),
        })),
      },
    },
  };
}

/** Asks for `OK 4821` before this transfer moves anything. */
export function askConfirmation(
  planned: PlannedTransfer,
  situation: Situation,
  why: 'repeat' | 'unclear' | 'policy' | 'overdraft',
): Decision {
  const until = untilOf(situation);
  const { amount, from, to } = planned;
  return {
    reply: {
      reply: 'confirm_transfer',
      transfer: { amount, from: labelOf(from), to: labelOf(to) },
      confirmation: situation.confirmation,
      until,
      why,
    },
    pending: {
      confirmation: {
        code: situation.confirmation,
        until: until.toString(),
        what: { kind: 'transfer', transfer: pendingTransfer(planned) },
      },
    },
  };
}

function pendingTransfer({ amount, from, to }: PlannedTransfer): PendingTransfer {
  return {
    amount: amount.toString(),
    fromShareId: from.id,
    toShareId: to.id,
    fromSuffix: from.suffix,
    toSuffix: to.suffix,
  };
}

/**
 * Rebuilds the pending transfer on the member's current shares.
 * @returns `undefined` if a share is gone or its suffix changed: then the transfer is void
 */
export function plannedFrom(
  pending: PendingTransfer,
  situation: Pick<Situation, 'shares'>,
): PlannedTransfer | undefined {
  const from = situation.shares.find(({ id }) => id === pending.fromShareId);
  const to = situation.shares.find(({ id }) => id === pending.toShareId);
  if (from?.suffix !== pending.fromSuffix || to?.suffix !== pending.toSuffix) return undefined;
  return { amount: BigInt(pending.amount), from, to };
}
