import type { NewTask } from '../members/tasks.ts';
import { storable } from '../messages/redact.ts';

/** What ends, holds back or blocks, as members write it without accents. */
const stops =
  /\b(?:stop|cancel|block|hold|void|opposition|oppose|annul|arret|bloqu|deten|detien|suspend|parar|pare|anul)\w*/;

/** What is stopped. */
const payments =
  /\b(?:payment|check|cheque|transfer|deposit|card|debit|ach|autopay|transaction|order|paiement|carte|virement|prelevement|pago|tarjeta|transferencia)s?\b/;

/**
 * The work that a member makes for people by asking for one: with their words, as they may be kept. A wish to stop a payment is a
 * task of its own each time, since an hour counts, and whoever calls back about another matter would not know of it.
 */
export function agentTask(message: {
  readonly text: string;
  readonly memberId: string;
  readonly inboundKey: string;
  readonly at: Temporal.Instant;
}): NewTask {
  const { text, ...rest } = message;
  const plain = text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase();
  const isStop = stops.test(plain) && payments.test(plain);
  return {
    ...rest,
    kind: 'agent',
    subject: isStop
      ? 'A member asks to stop a payment, check, transfer or card: nothing is stopped until you do it'
      : 'A member asks for a person',
    detail: storable(text),
    ...(isStop ? { onItsOwn: true } : {}),
  };
}
