import type { RefusedReply } from '../language/reply.ts';
import type { Situation } from './situation.ts';

/** Money movement is locked on this address; `undefined` where it is not. */
export function moneyRefusal({ address }: Situation): RefusedReply | undefined {
  return address.moneyLockedAt ? { reply: 'refused', reason: 'money_locked' } : undefined;
}
