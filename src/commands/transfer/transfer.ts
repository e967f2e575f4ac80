import { canonical } from '../../languages/reading.ts';
import type { TransferReading } from '../../reading/reading.ts';
import { parseFigure } from '../../money/parse-decimal.ts';
import type { Share } from '../../shares/share.ts';
import { askTransfer } from './ask-transfer.ts';
import { carryOut, transferNeeds } from './carry-out.ts';
import { isOver } from '../pending.ts';
import { moneyRefusal } from './money-refusal.ts';
import type { PlannedTransfer } from '../../transfers/plan.ts';
import { labelOf, resolveShare } from '../resolve-share.ts';
import { noShare } from '../share-of.ts';
import type { Listed } from '../command.ts';
import type { Decision, Situation } from '../situation.ts';
import { isLate } from './timeliness.ts';

/**
 * `#trans 50 7 0`: moves money between the member's own shares. Asks for `OK` first if policy or doubt requires it. The core
 * decides last.
 */
export const transfer: Listed<TransferReading> = {
  examples: (word, { from, to }) => [`#${word} 50 ${from} ${to}`, `#${word} 20.50 ${to} ${from}`],
  needs: (reading, situation) => {
    const planned = planTransfer(reading, situation);
    return 'amount' in planned ? transferNeeds(planned) : {};
  },
  decide: (reading, situation, loaded) => {
    const refusal = moneyRefusal(situation);
    if (refusal) return { reply: refusal, voids: ['transfer'] };
    if (isLate(situation)) {
      return {
        reply: { reply: 'refused', reason: 'too_late', again: canonical(reading) },
        voids: ['transfer'],
      };
    }
    const planned = planTransfer(reading, situation);
    if (!('amount' in planned)) return { voids: ['transfer'], ...planned };
    const { elsewhere } = situation.pending;
    const isOneSided = reading.from === undefined || reading.to === undefined;
    // `transfer 460 to Li` was refused a moment ago, so `transfer 460` may still mean Li.
    const mayMeanOthers =
      isOneSided && elsewhere !== undefined && !isOver(elsewhere.until, situation.now);
    const seen = mayMeanOthers ? { ...situation, unsure: true } : situation;
    return carryOut(planned, seen, loaded, { confirmed: false });
  },
};

/**
 * The transfer that a reading means for this member, or what to ask or answer instead. The member's settings supply what was not
 * named.
 */
export function planTransfer(
  reading: TransferReading,
  situation: Situation,
): PlannedTransfer | Decision {
  const amount = parseFigure(reading.amount, situation.currency.digits);
  if (amount === undefined) return { reply: { reply: 'refused', reason: 'amount_malformed' } };
  const sides = sidesOf(reading, situation);
  if ('reply' in sides) return sides;
  const { from, to } = sides;
  const [onlyFrom] = from;
  const [onlyTo] = to;
  if (onlyFrom && onlyTo && from.length === 1 && to.length === 1) {
    if (onlyFrom.id === onlyTo.id) return { reply: { reply: 'refused', reason: 'same_account' } };
    const isBare = reading.from === undefined && reading.to === undefined;
    return { amount, from: onlyFrom, to: onlyTo, ...(isBare ? { guessed: true } : {}) };
  }
  const candidates = from.flatMap((a) =>
    to
      .filter((b) => b.id !== a.id && a.mayMoveFrom && b.mayMoveTo)
      .map((b) => ({ amount, from: a, to: b })),
  );
  const [only] = candidates;
  // The only one left of several is a guess: read it back before money moves.
  if (only && candidates.length === 1) return { ...only, guessed: true };
  if (!only)
    return {
      reply: { reply: 'refused', reason: 'share_unclear', shares: situation.shares.map(labelOf) },
    };
  return askTransfer(candidates, situation);
}

/** The shares that each side may mean. The member's settings supply a side that was not named. */
function sidesOf(
  reading: TransferReading,
  situation: Situation,
): { from: readonly Share[]; to: readonly Share[] } | Decision {
  const named = (word: string | undefined): readonly Share[] | undefined | Decision => {
    if (word === undefined) return undefined;
    const resolved = resolveShare(word, situation.shares);
    if (resolved.found === 'none') return { reply: noShare(word, situation) };
    return resolved.found === 'one' ? [resolved.share] : resolved.shares;
  };
  const from = named(reading.from);
  if (isDecision(from)) return from;
  const to = named(reading.to);
  if (isDecision(to)) return to;
  const own = (id: string | undefined) => situation.shares.filter((share) => share.id === id);
  const standard = own(situation.member.defaultShareId);
  const source = own(situation.member.transferSourceShareId);
  if (from && to) return { from, to };
  if (to) {
    // From the default share. If that is the target, from the member's transfer source.
    const start = standard.some(({ id }) => to.length === 1 && to[0]?.id === id)
      ? source
      : standard;
    return start.length > 0 ? { from: start, to } : missing('no_default_share', situation);
  }
  if (standard.length === 0) return missing('no_default_share', situation);
  if (from) {
    const end = standard.some(({ id }) => from.length === 1 && from[0]?.id === id)
      ? source
      : standard;
    return end.length > 0 ? { from, to: end } : missing('no_transfer_source', situation);
  }
  return source.length > 0
    ? { from: source, to: standard }
    : missing('no_transfer_source', situation);
}

function missing(
  reason: 'no_default_share' | 'no_transfer_source',
  situation: Situation,
): Decision {
  return { reply: { reply: 'refused', reason, shares: situation.shares.map(labelOf) } };
}

function isDecision(value: readonly Share[] | undefined | Decision): value is Decision {
  return value !== undefined && !Array.isArray(value);
}
