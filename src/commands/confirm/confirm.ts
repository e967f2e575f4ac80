import { decimal } from '../../money/format.ts';
import { answersAllowed, hint, latest } from '../asked.ts';
import type { Listed, ReadingOf } from '../command.ts';
import { openDispute } from '../dispute/dispute.ts';
import { isOver, questionsOf, type PendingConfirmation } from '../pending.ts';
import type { Decision, Loaded, Situation } from '../situation.ts';
import { nothing } from '../situation.ts';
import { plannedFrom } from '../transfer/ask-transfer.ts';
import { carryOut, transferNeeds } from '../transfer/carry-out.ts';
import { moneyRefusal } from '../transfer/money-refusal.ts';
import { isLate } from '../transfer/timeliness.ts';

/** Wrong numbers in a row that lock money movement on the channel. */
const failuresMax = 5;

/** `OK 4821`: carries out the pending request with this number, if it has not expired. */
export const confirm: Listed<ReadingOf<'confirm'>> = {
  alwaysAllowed: ({ code }, situation) => answersAllowed(situation, code),
  examples: () => ['OK 4821'],
  needs: (reading, { pending, ...situation }) => {
    const waiting = questionsOf(pending).find(({ code }) => code === reading.code);
    if (waiting?.what.kind !== 'transfer') return nothing;
    const planned = plannedFrom(waiting.what.transfer, situation);
    return planned ? transferNeeds(planned) : nothing;
  },
  decide: (reading, situation, loaded) => {
    const asked = latest(situation);
    if ('reply' in asked) return asked;
    const { question } = asked;
    if (reading.code === undefined) return { reply: { ...hint(question), said: 'ok' } };
    const waiting = questionsOf(situation.pending).find(({ code }) => code === reading.code);
    if (waiting && isOver(waiting.until, situation.now))
      return { reply: { reply: 'confirmation_expired' }, voids: [waiting.what.kind] };
    if (waiting) return carryOutWaiting(waiting, situation, loaded);
    return isReplaced(reading.code, situation)
      ? { reply: { ...hint(question), reply: 'confirmation_replaced' } }
      : wrong(situation);
  },
};

/** Whether the number belongs to a replaced question: an honest mistake, not a guess. */
function isReplaced(code: string, { pending, now }: Situation): boolean {
  return (pending.replaced ?? []).some((one) => one.code === code && !isOver(one.until, now));
}

function wrong(situation: Situation): Decision {
  const failures = situation.confirmationFailures + 1;
  if (failures >= failuresMax) {
    return {
      reply: { reply: 'money_locked_now' },
      voids: ['transfer'],
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
      voids: ['transfer', 'lock'],
      confirmationFailures: 0,
      effects: [{ effect: 'lock_member' }],
    };
  }
  if (what.kind === 'dispute') {
    return { ...openDispute(), voids: ['dispute'], confirmationFailures: 0 };
  }
  const refusal = moneyRefusal(situation);
  if (refusal) return { reply: refusal, voids: ['transfer'] };
  const planned = plannedFrom(what.transfer, situation);
  if (!planned) return { reply: { reply: 'confirmation_expired' }, voids: ['transfer'] };
  if (isLate(situation)) {
    const { fromSuffix, toSuffix } = what.transfer;
    const again = `#trans ${decimal(planned.amount, situation.currency.digits)} ${fromSuffix} ${toSuffix}`;
    return { reply: { reply: 'refused', reason: 'too_late', again }, voids: ['transfer'] };
  }
  return carryOut(planned, situation, loaded, { confirmed: true });
}
