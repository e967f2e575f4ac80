import type { Effect } from '../commands/situation.ts';
import type { Change } from '../kernel/vocabulary/change.ts';
import type { DomainEvent } from '../kernel/vocabulary/domain-event.ts';
import type { InboundRow } from '../messages/inbound-row.ts';
import type { Decided } from './decided.ts';

/**
 * The domain events of a batch of messages. A message that only asks makes none. @param rows as stored, in the order of the
 * decisions
 */
export function domainEventsOf(
  decisions: readonly Decided[],
  rows: readonly Pick<InboundRow, 'intent' | 'outcome'>[],
): DomainEvent[] {
  return decisions.flatMap(({ participant, effects, answer }, index): DomainEvent[] => {
    const { sender, word, message } = participant;
    const enrolled: DomainEvent[] =
      word?.matched === 'completed' && word.isNew
        ? [
            {
              kind: 'changed',
              memberId: word.memberId,
              what: 'address_added',
              addressId: word.addressId,
            },
          ]
        : [];
    const row = rows[index];
    const isQuiet = effects.every(({ effect }) => effect === 'not_meant');
    if (!sender || !row || (isQuiet && answer?.opens === undefined)) return enrolled;
    const whose = { memberId: sender.member.id, addressId: sender.address.id };
    const { intent, outcome } = row;
    const said: DomainEvent = { kind: 'said', ...whose, channel: message.channel, intent, outcome };
    const changed = effects.flatMap(({ effect }): DomainEvent[] => {
      const what = changes[effect];
      return what ? [{ kind: 'changed', ...whose, what }] : [];
    });
    return [...enrolled, said, ...changed];
  });
}

const changes: Readonly<Partial<Record<Effect['effect'], Change>>> = {
  lock_member: 'service_locked',
  lock_money: 'money_locked',
  opt_out: 'messages_stopped',
  opt_in: 'messages_started',
};
