import type { Share } from '../../shares/share.ts';
import type { Listed, ReadingOf } from '../command.ts';
import { holdFacts } from '../hold-facts.ts';
import { isFiltered } from '../filter.ts';
import { labelOf } from '../resolve-share.ts';
import { shareOf } from '../share-of.ts';
import { sharesNamed } from '../shares-named.ts';
import type { Decision, Situation } from '../situation.ts';
import { nothing, timeOf } from '../situation.ts';
import { holdsFound } from './holds-found.ts';

type HoldsReading = ReadingOf<'holds'>;

/** `#holds`: all open holds, or those of one share. `why is SHELL pending`, `holds over 50`: those that the question limits. */
export const holds: Listed<HoldsReading> = {
  examples: (word, { from }) => [`#${word}`, `#${word} ${from}`],
  needs: (reading, situation) => {
    const shares = holdShares(reading, situation);
    return Array.isArray(shares) ? { holds: shares.map((share) => share.accountId) } : nothing;
  },
  decide: (reading, situation, loaded) => {
    const shares = holdShares(reading, situation);
    if (!isShares(shares)) return shares;
    if (isFiltered(reading)) return { reply: holdsFound(reading, shares, { situation, loaded }) };
    const [only] = shares;
    return {
      reply: {
        reply: 'holds',
        ...(only && (shares.length === 1 || reading.account) ? { share: labelOf(only) } : {}),
        holds: shares.flatMap((share) =>
          loaded
            .holds(share.accountId)
            .map((hold) => ({ ...holdFacts(hold, situation), share: labelOf(share) })),
        ),
        ...timeOf(situation, loaded),
      },
    };
  },
};

function holdShares(reading: HoldsReading, situation: Situation): readonly Share[] | Decision {
  if (reading.accounts !== undefined) {
    const named = sharesNamed(reading, situation, { isAboutAll: true });
    return 'decision' in named ? named.decision : named.shares;
  }
  if (reading.account === undefined || reading.account === 'all') {
    if (situation.shares.length > 0) return situation.shares;
  }
  const target = shareOf(reading.account, situation, reading);
  return 'share' in target ? [target.share] : target.decision;
}

function isShares(value: readonly Share[] | Decision): value is readonly Share[] {
  return Array.isArray(value);
}
