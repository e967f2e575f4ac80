import { storedGuess } from '../../reading/guess/guessed.ts';
import type { Reading } from '../../reading/reading.ts';
import { plannedFrom } from '../transfer/ask-transfer.ts';
import { carryOut, transferNeeds } from '../transfer/carry-out.ts';
import type { PlannedTransfer } from '../../transfers/plan.ts';
import { isOver } from '../pending.ts';
import type { Command, ReadingOf } from '../command.ts';
import type { Situation } from '../situation.ts';
import { nothing } from '../situation.ts';
import { moneyRefusal } from '../transfer/money-refusal.ts';
import { isLate } from '../transfer/timeliness.ts';

type ChooseReading = ReadingOf<'choose'>;

/** What the number selects: a share for a question, or a transfer. */
type Chosen =
  | { readonly kind: 'reading'; readonly reading: Reading }
  | { readonly kind: 'transfer'; readonly planned: PlannedTransfer };

/** What a bare number selects now. `undefined`: no list is open, or it has no such number. */
function chosenOf(reading: ChooseReading, situation: Situation): Chosen | undefined {
  const waiting = situation.pending.choice;
  if (!waiting || isOver(waiting.until, situation.now)) return undefined;
  const option = waiting.options[reading.choice - 1];
  if (!option) return undefined;
  if (option.kind === 'transfer') {
    const planned = plannedFrom(option.transfer, situation);
    return planned ? { kind: 'transfer', planned } : undefined;
  }
  if (option.kind === 'guess') {
    const guessed = storedGuess(option.reading);
    return guessed && { kind: 'reading', reading: guessed };
  }
  const share = situation.shares.find(({ id }) => id === option.shareId);
  if (!share) return undefined;
  const { intent, count } = option;
  return {
    kind: 'reading',
    reading: { intent, account: share.suffix, ...(count === undefined ? {} : { count }) },
  };
}

/** Answers a list with a number. A chosen transfer always needs confirmation, since a bare digit is easily sent by mistake. */
export const choose: Command<ChooseReading> = {
  // Decide a question about one account as if it had named the account.
  standsFor: (reading, situation) => {
    if (!situation.pending.choice) return { intent: 'unknown' };
    const chosen = chosenOf(reading, situation);
    return chosen?.kind === 'reading' ? chosen.reading : undefined;
  },
  needs: (reading, situation) => {
    const chosen = chosenOf(reading, situation);
    return chosen?.kind === 'transfer' ? transferNeeds(chosen.planned) : nothing;
  },
  decide: (reading, situation, loaded) => {
    const chosen = chosenOf(reading, situation);
    const open = situation.pending.choice;
    if (open && !isOver(open.until, situation.now) && reading.choice > open.options.length)
      return { reply: { reply: 'choice_range', count: open.options.length } };
    if (chosen?.kind !== 'transfer')
      return { reply: { reply: 'choice_gone' }, voids: ['transfer'] };
    const refusal = moneyRefusal(situation);
    if (refusal) return { reply: refusal, voids: ['transfer'] };
    if (isLate(situation)) {
      return {
        reply: { reply: 'refused', reason: 'too_late', again: '#trans' },
        voids: ['transfer'],
      };
    }
    return carryOut(chosen.planned, { ...situation, unsure: true }, loaded, { confirmed: false });
  },
};
