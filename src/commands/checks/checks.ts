import type { Listed, ReadingOf } from '../command.ts';
import { answerList, listNeeds } from '../history/answer.ts';
import { labelOf } from '../resolve-share.ts';
import { shareOf } from '../share-of.ts';
import type { Situation } from '../situation.ts';

type ChecksReading = ReadingOf<'checks'>;

/** `#checks 7`: the newest checks. `#check 1042`: whether it has cleared on any of the member's shares. */
export const checks: Listed<ChecksReading> = {
  examples: (word, { from }) => [`#${word} ${from}`, `#${word} 1042`],
  needs: (reading, situation) =>
    reading.number === undefined
      ? listNeeds(listing(reading, situation), situation)
      : { checks: [checkRequest(reading.number, reading, situation)] },
  decide: (reading, situation, loaded) => {
    const { number } = reading;
    if (number === undefined) {
      return answerList(listing(reading, situation), situation, loaded);
    }
    const found = loaded.checks(checkRequest(number, reading, situation));
    const [newest] = found;
    const share = situation.shares.find(({ accountId }) => accountId === newest?.accountId);
    if (!newest || !share) return { reply: { reply: 'check', number } };
    return {
      reply: {
        reply: 'check',
        number,
        cleared: {
          share: labelOf(share),
          amount: newest.amount < 0n ? -newest.amount : newest.amount,
          on: newest.effectiveOn,
          others: found.length - 1,
        },
      },
    };
  },
};

/** Without a share, uses the default share if it is a checking, or else the only checking. */
function listing(reading: ChecksReading, situation: Situation): ChecksReading {
  if (reading.account !== undefined) return reading;
  const checking = situation.shares.filter(({ kind }) => kind === 'checking');
  const preferred =
    checking.find(({ id }) => id === situation.member.defaultShareId) ??
    (checking.length === 1 ? checking[0] : undefined);
  return preferred
    ? { ...reading, account: preferred.suffix }
    : { ...reading, account: 'checking' };
}

function checkRequest(
  number: string,
  reading: ChecksReading,
  situation: Situation,
): { accountIds: string[]; number: string } {
  const target =
    reading.account === undefined ? undefined : shareOf(reading.account, situation, reading);
  const shares = target && 'share' in target ? [target.share] : situation.shares;
  return { accountIds: shares.map(({ accountId }) => accountId), number };
}
