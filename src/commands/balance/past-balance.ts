import type { Reply } from '../../wording/reply.ts';
import type { Asked } from '../../reading/reading.ts';
import { labelOf } from '../resolve-share.ts';
import { sharesNamed } from '../shares-named.ts';
import type { Decision, Loaded, Needs, Situation } from '../situation.ts';
import { nothing } from '../situation.ts';

/** The past day whose end a question is about. `undefined`: the balance of now. */
export function pastDay({ until }: Asked, { today }: Situation): Temporal.PlainDate | undefined {
  if (until === undefined) return undefined;
  const day = Temporal.PlainDate.from(until);
  return Temporal.PlainDate.compare(day, today) < 0 ? day : undefined;
}

/** What `balance yesterday` needs loaded. */
export function pastNeeds(reading: Asked, on: Temporal.PlainDate, situation: Situation): Needs {
  const named = sharesNamed(reading, situation, { isAboutAll: true });
  if ('decision' in named) return nothing;
  return { pastBalances: named.shares.map(({ accountId }) => ({ accountId, on })) };
}

/** `balance yesterday`, `balance in savings at the end of october`: balances at the end of a past day. */
export function pastBalances(
  reading: Asked,
  on: Temporal.PlainDate,
  { situation, loaded }: { readonly situation: Situation; readonly loaded: Loaded },
): Decision {
  const named = sharesNamed(reading, situation, { isAboutAll: true });
  if ('decision' in named) return named.decision;
  const shares = named.shares.map((share) => {
    const ledger = loaded.pastBalance({ accountId: share.accountId, on });
    return ledger === undefined ? undefined : { ...labelOf(share), ledger };
  });
  const known = shares.filter((share) => share !== undefined);
  // A core elsewhere keeps no balances of past days for us.
  const reply: Reply =
    known.length < shares.length
      ? { reply: 'refused', reason: 'past_balance_away' }
      : { reply: 'past_balances', on, shares: known };
  return { reply };
}
