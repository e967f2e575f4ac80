import type { RefusedReply } from '../../wording/reply.ts';
import { lockRefusal } from '../../transfers/standing.ts';
import type { Situation } from '../situation.ts';

/** Why no money can move here, before anything else is checked. `undefined`: nothing is locked. */
export function moneyRefusal(situation: Situation): RefusedReply | undefined {
  const reason = lockRefusal(situation);
  return reason && { reply: 'refused', reason };
}
