import type { PendingConfirmation } from './pending.ts';
import { isOver, openQuestions, questionsOf } from './pending.ts';
import type { Reply } from '../wording/reply.ts';
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

/** A bare YES while something waits: on SMS it is a carrier's word, so it never confirms; it is told what to send. */
export const affirm: Command<{ readonly intent: 'affirm' }> = {
  needs: () => nothing,
  decide: (_reading, situation) => {
    const asked = latest(situation);
    return 'reply' in asked ? asked : { reply: hint(asked.question) };
  },
};

/** `NO`: the question that was asked last is void, nothing moved; one that waits beside it is named. */
export const decline: Command<{ readonly intent: 'decline' }> = {
  needs: () => nothing,
  decide: (_reading, { pending, now }) => {
    const { choice, confirmation } = pending;
    const [question, next] = openQuestions(pending, now);
    // An open list was asked after any question: NO answers the list.
    const isList = choice !== undefined && !isOver(choice.until, now);
    if (!isList && !question && !confirmation && !choice)
      return { reply: { reply: 'nothing_pending' } };
    const beside = isList && question?.what.kind !== 'transfer' ? question : next;
    const voids = isList || !question ? (['transfer'] as const) : [question.what.kind];
    return {
      reply: { reply: 'declined', ...(beside ? { still: facts(beside) } : {}) },
      voids,
    };
  },
};

/** The question that was asked last and may still be answered, or what to say where there is none. */
function latest({
  pending,
  now,
}: Situation): { readonly question: PendingConfirmation } | Extract<Decision, { reply: Reply }> {
  const [question] = openQuestions(pending, now);
  if (question) return { question };
  const isExpired = questionsOf(pending).length > 0;
  return isExpired
    ? { reply: { reply: 'confirmation_expired' }, voids: ['transfer', 'dispute', 'lock'] }
    : { reply: { reply: 'nothing_pending' } };
}

function facts({ code, until }: PendingConfirmation) {
  return { confirmation: code, until: Temporal.Instant.from(until) };
}

function hint(waiting: PendingConfirmation) {
  return { reply: 'affirm_hint', ...facts(waiting) } as const;
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
