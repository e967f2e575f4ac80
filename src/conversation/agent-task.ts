import type { NewTask } from '../staff/tasks.ts';
import type { StopWish } from '../reading/stop-wishes.ts';
import { storable } from '../messages/redact.ts';

/**
 * Builds the task for a member who asks for a person, with their words as they may be stored. A request to stop a payment always
 * makes a new task, because every hour counts. A person answering an older task about another matter would not see it.
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
