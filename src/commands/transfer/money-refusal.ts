import type { RefusedReply } from '../../wording/reply.ts';
import { lockRefusal } from '../../transfers/standing.ts';
import type { Situation } from '../situation.ts';

/** Why no money moves here before anything else is looked at; `undefined` where nothing is locked. */
export function moneyRefusal(situation: Situation): RefusedReply | undefined {
  const reason = lockRefusal(situation);
  return reason && { reply: 'refused', reason };
}
