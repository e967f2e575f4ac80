import { descriptors } from '../channels/descriptors.ts';
import { numberOpenNow } from '../members/office-hours.ts';
import type { Care, Reading } from '../reading/reading.ts';
import type { RefusalReason } from '../kernel/vocabulary/refusal-reason.ts';
import { accounts, details, limits } from './accounts.ts';
import { balance, holds } from './balance.ts';
import { chooseTransfer, chosenOf } from './choose.ts';
import { affirm, confirm, decline } from './confirm.ts';
import { dispute } from './dispute.ts';
import { checks, history, more } from './history.ts';
import { lock } from './lock.ts';
import { agent, code, contact, help, language, start, stop, unlock } from './plain.ts';
import { ambiguous } from './ambiguous.ts';
import type { Command, Decision, Loaded, Needs, Situation } from './situation.ts';
import { nothing } from './situation.ts';
import { isOver, isTransferWaiting, questionsOf } from './pending.ts';
import { noShare } from './share-of.ts';
import { transfer } from './transfer.ts';

/** What the message wants loaded before it can be decided. */
export function needsOf(reading: Reading, situation: Situation): Needs {
  if (refusalOf(reading, situation) || situation.booksAway) return nothing;
  return dispatch(reading, situation, (command, own) => command.needs(own, situation));
}

/** What becomes of the message. Pure, but for what it decides in `loaded.books`, which later messages see. */
export function decide(reading: Reading, situation: Situation, loaded: Loaded): Decision {
  const reason = refusalOf(reading, situation);
  if (reason) return { reply: { reply: 'refused', reason } };
  if (situation.booksAway) return { reply: { reply: 'refused', reason: 'books_away' } };
  return dispatch(reading, situation, (command, own) => command.decide(own, situation, loaded));
}

/** These work whatever is locked, suspended or paused: to stop, to lock, to reach people, to learn how to go on. */
const alwaysAllowed: ReadonlySet<Reading['intent']> = new Set([
  'stop',
  'start',
  'help',
  'contact',
  'agent',
  'dispute',
  'lock',
  'unlock',
  'code',
  'decline',
]);

/** Danger to a life, something lost or stolen, a secret sent by mistake: answered before any lock, and nothing of the books is in it. */
function isUrgentCare(reading: Reading): boolean {
  return reading.intent === 'unknown' && reading.care !== undefined && urgent.has(reading.care);
}

const urgent: ReadonlySet<Care> = new Set(['secrets', 'emergency', 'crisis']);

function refusalOf(reading: Reading, situation: Situation): RefusalReason | undefined {
  const { member, address, pending } = situation;
  if (alwaysAllowed.has(reading.intent) || isUrgentCare(reading)) return undefined;
  // The second step of what is always allowed is allowed too.
  if (reading.intent === 'confirm' || reading.intent === 'affirm') {
    const code = reading.intent === 'confirm' ? reading.code : undefined;
    const questions = questionsOf(pending);
    const answered = questions.find((one) => one.code === code) ?? questions[0];
    if (answered && answered.what.kind !== 'transfer') return undefined;
  }
  if (member.lockedAt) return 'member_locked';
  if (address.state === 'suspended') return 'address_suspended';
  if (address.state === 'paused') return 'address_paused';
  return undefined;
}

/**
 * CANCEL, END, QUIT while something waits: in talk they drop that. Where carriers make them words for STOP, they stay that.
 */
function meansNo({ drops, channel, pending, now }: Situation): boolean {
  const waiting = pending.confirmation ?? pending.choice;
  return (
    drops === true &&
    !descriptors[channel].carrierWords &&
    waiting !== undefined &&
    !isOver(waiting.until, now)
  );
}

/** `cancel my transfer` while one waits for its OK, or for which of several: that one is dropped. Else people are reached. */
function cancelsWaiting({ drops, pending, now }: Situation): boolean {
  return drops === true && isTransferWaiting(pending, now);
}

type Visit<Result> = <R extends Reading>(command: Command<R>, reading: R) => Result;

function dispatch<Result>(reading: Reading, situation: Situation, visit: Visit<Result>): Result {
  switch (reading.intent) {
    case 'balance':
      return visit(balance, { ...reading, intent: 'balance' });
    case 'holds':
      return visit(holds, { ...reading, intent: 'holds' });
    case 'history':
    case 'deposits':
    case 'withdrawals':
      return visit(history, reading);
    case 'checks':
      return visit(checks, reading);
    case 'transfer':
      return visit(transfer, reading);
    case 'ambiguous':
      return visit(ambiguous, reading);
    case 'more':
      return visit(more, { intent: 'more' });
    case 'accounts':
      return visit(accounts, { intent: 'accounts' });
    case 'details':
      return visit(details, reading);
    case 'limits':
      return visit(limits, { intent: 'limits' });
    case 'confirm':
      return visit(confirm, reading);
    case 'affirm':
      return visit(affirm, { intent: 'affirm' });
    case 'language':
      return visit(language, reading);
    case 'decline':
      return visit(decline, { intent: 'decline' });
    case 'choose': {
      if (!situation.pending.choice) return visit(unknown, { intent: 'unknown' });
      const chosen = chosenOf(reading, situation);
      if (chosen?.kind === 'reading') return dispatch(chosen.reading, situation, visit);
      return visit(chooseTransfer, reading);
    }
    case 'lock':
      return visit(lock, { intent: 'lock' });
    case 'unlock':
      return visit(unlock, { intent: 'unlock' });
    case 'code':
      return visit(code, { intent: 'code' });
    case 'dispute':
      return visit(dispute, { intent: 'dispute' });
    case 'agent':
      return cancelsWaiting(situation)
        ? visit(decline, { intent: 'decline' })
        : visit(agent, { intent: 'agent' });
    case 'contact':
      return visit(contact, { intent: 'contact' });
    case 'help':
      return visit(help, reading);
    case 'stop':
      return meansNo(situation)
        ? visit(decline, { intent: 'decline' })
        : visit(stop, { intent: 'stop' });
    case 'start':
      return visit(start, { intent: 'start' });
    case 'pay':
      return visit(pay, reading);
    case 'refused':
      return visit(refused, reading);
    case 'unknown':
      return visit(unknown, reading);
    default:
      return reading satisfies never;
  }
}

/** Read, and not offered yet: to others money goes with step-up only. */
const pay: Command<Extract<Reading, { intent: 'pay' }>> = {
  needs: () => nothing,
  decide: () => ({ reply: { reply: 'refused', reason: 'pay_not_offered' } }),
};

const refused: Command<Extract<Reading, { intent: 'refused' }>> = {
  needs: () => nothing,
  decide: ({ reason }, situation) => ({
    reply:
      reason === 'share_not_found'
        ? noShare(situation.named, situation)
        : { reply: 'refused', reason },
    voids: ['transfer'],
  }),
};

const unknown: Command<Extract<Reading, { intent: 'unknown' }>> = {
  needs: () => nothing,
  decide: ({ suggestion, care }, { meant, settings, zone, now }) => {
    if (meant === 'paying_others')
      return { reply: { reply: 'refused', reason: 'pay_not_offered' } };
    if (meant === 'amount_missing') return { reply: { reply: 'amount_missing' } };
    return {
      reply: {
        reply: 'unknown',
        ...(suggestion === undefined ? {} : { suggestion }),
        ...(care ? { care } : {}),
        ...(care === 'emergency' ? { cardCall: numberOpenNow(settings, 'card', zone, now) } : {}),
      },
    };
  },
};
