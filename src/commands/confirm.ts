import type { PendingConfirmation } from './pending.ts';
import { isOver } from './pending.ts';
import { plannedFrom } from './ask-transfer.ts';
import { carryOut, transferNeeds } from './carry-out.ts';
import { openDispute } from './dispute.ts';
import { decimal } from '../money/format.ts';
import type { Command, Decision, Loaded, Situation } from './situation.ts';
import { nothing } from './situation.ts';
import { isLate } from './timeliness.ts';
import { moneyRefusal } from './money-refusal.ts';

type ConfirmReading = { readonly intent: 'confirm'; readonly code?: string };

/** Wrong codes in a row after which money movement is locked on the channel. */
const failuresMax = 5;

/** `OK 4821`: carries out what waits, if the code is that of exactly this and its time has not passed. */
export const confirm: Command<ConfirmReading> = {
  needs: (reading, situation) => {
    const waiting = situation.pending.confirmation;
    if (waiting?.what.kind !== 'transfer' || waiting.code !== reading.code) return nothing;
    const planned = plannedFrom(waiting.what.transfer, situation);
    return planned ? transferNeeds(planned) : nothing;
  },
  decide: (reading, situation, loaded) => {
    const waiting = situation.pending.confirmation;
    if (!waiting) return { reply: { reply: 'nothing_pending' } };
    if (isOver(waiting.until, situation.now)) {
      return { reply: { reply: 'confirmation_expired' }, voids: true };
    }
    if (reading.code === undefined) return { reply: { ...hint(waiting), said: 'ok' } };
    if (reading.code !== waiting.code) {
      return isReplaced(reading.code, situation)
        ? { reply: { ...hint(waiting), reply: 'confirmation_replaced' } }
        : wrong(situation);
    }
    return carryOutWaiting(waiting, situation, loaded);
  },
};

/** A bare YES while something waits: on SMS it is a carrier's word, so it never confirms; it is told what to send. */
export const affirm: Command<{ readonly intent: 'affirm' }> = {
  needs: () => nothing,
  decide: (_reading, situation) => {
    const waiting = situation.pending.confirmation;
    if (!waiting) return { reply: { reply: 'nothing_pending' } };
    if (isOver(waiting.until, situation.now)) {
      return { reply: { reply: 'confirmation_expired' }, voids: true };
    }
    return { reply: hint(waiting) };
  },
};

/** `NO`: what waits is void; nothing moved. */
export const decline: Command<{ readonly intent: 'decline' }> = {
  needs: () => nothing,
  decide: (_reading, { pending }) => ({
    reply:
      pending.confirmation || pending.choice ? { reply: 'declined' } : { reply: 'nothing_pending' },
    voids: true,
  }),
};

function hint(waiting: PendingConfirmation) {
  return {
    reply: 'affirm_hint',
    confirmation: waiting.code,
    until: Temporal.Instant.from(waiting.until),
  } as const;
}

/** The number of an earlier question, whose place another took: an honest mistake and no guess. */
function isReplaced(code: string, { pending, now }: Situation): boolean {
  return (pending.replaced ?? []).some((one) => one.code === code && !isOver(one.until, now));
}

function wrong(situation: Situation): Decision {
  const failures = situation.confirmationFailures + 1;
  if (failures >= failuresMax) {
    return {
      reply: { reply: 'money_locked_now' },
      voids: true,
      confirmationFailures: 0,
      effects: [{ effect: 'lock_money', reason: 'confirmation_failures' }],
    };
  }
  return {
    reply: { reply: 'confirmation_wrong', triesLeft: failuresMax - failures },
    confirmationFailures: failures,
  };
}

function carryOutWaiting(
  { what }: PendingConfirmation,
  situation: Situation,
  loaded: Loaded,
): Decision {
  if (what.kind === 'lock') {
    return {
      reply: { reply: 'locked', at: situation.now },
      voids: true,
      confirmationFailures: 0,
      effects: [{ effect: 'lock_member' }],
    };
  }
  if (what.kind === 'dispute') {
    return { ...openDispute(), voids: true, confirmationFailures: 0 };
  }
  const refusal = moneyRefusal(situation);
  if (refusal) return { reply: refusal, voids: true };
  const planned = plannedFrom(what.transfer, situation);
  if (!planned) return { reply: { reply: 'confirmation_expired' }, voids: true };
  if (isLate(situation)) {
    const { fromSuffix, toSuffix } = what.transfer;
    const again = `#trans ${decimal(planned.amount, situation.currency.digits)} ${fromSuffix} ${toSuffix}`;
    return { reply: { reply: 'refused', reason: 'too_late', again }, voids: true };
  }
  return carryOut(planned, situation, loaded, { confirmed: true });
}
