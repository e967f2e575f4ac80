import type { NewTask } from '../staff/tasks.ts';
import type { StopWish } from '../reading/stop-wishes.ts';
import { storable } from '../messages/redact.ts';

/**
 * The work that a member makes for people by asking for one: with their words, as they may be kept. A wish to stop a payment is a
 * task of its own each time, since an hour counts, and whoever calls back about another matter would not know of it.
 */
export function agentTask(message: {
  readonly text: string;
  readonly memberId: string;
  readonly inboundKey: string;
  readonly at: Temporal.Instant;
  readonly stops?: StopWish | undefined;
}): NewTask {
  const { text, stops, ...rest } = message;
  return {
    ...rest,
    kind: 'agent',
    subject: stops ? subjects[stops] : 'A member asks for a person',
    detail: storable(text),
    ...(stops ? { onItsOwn: true, urgent: true } : {}),
  };
}

const subjects: Readonly<Record<StopWish, string>> = {
  payment: 'A member asks to stop a payment, check or transfer: nothing is stopped until you do it',
  card: 'A member asks to block a card: nothing is blocked until you do it',
};
