import type { Reply } from '../reply.ts';
import type { Facts } from './chosen.ts';
import { numbered } from './list.ts';
import { until, type Speech } from './speech.ts';
import { transferPlaces } from './transfers.ts';

/** A pending question: its number, and its expiry. */
interface Waiting {
  readonly confirmation: string;
  readonly until: Temporal.Instant;
}

export function waitingPlaces(waiting: Waiting, speech: Speech) {
  return { confirmation: waiting.confirmation, until: until(waiting.until, speech) };
}

export function hintFacts(reply: Extract<Reply, { reply: 'affirm_hint' }>, speech: Speech): Facts {
  return {
    key: reply.said === 'ok' ? 'affirm_hint.ok' : 'affirm_hint',
    places: waitingPlaces(reply, speech),
  };
}

export function declinedFacts(reply: Extract<Reply, { reply: 'declined' }>, speech: Speech): Facts {
  const { still, waits } = reply;
  if (still) return { key: 'declined.still', places: waitingPlaces(still, speech) };
  if (!waits) return { key: 'declined', places: {} };
  const places = { ...transferPlaces(waits.transfer, speech), until: until(waits.until, speech) };
  return { key: 'declined.waits', places };
}

export function confirmDisputeFacts(
  reply: Extract<Reply, { reply: 'confirm_dispute' }>,
  speech: Speech,
): Facts {
  const places = waitingPlaces(reply, speech);
  return reply.lossCall === undefined
    ? { key: 'confirm_dispute', places }
    : { key: 'confirm_dispute.loss', places: { ...places, call: reply.lossCall } };
}

export function askFacts(
  { command, suggestion }: Extract<Reply, { reply: 'ask' }>,
  { locale }: Speech,
): Facts {
  return { key: 'ask', places: { command: locale.commands[command].name, suggestion } };
}

export function chooseFacts(reply: Extract<Reply, { reply: 'choose' }>, speech: Speech): Facts {
  return {
    key: reply.question === 'which_share' ? 'choose' : `choose.${reply.question}`,
    places: {
      options: numbered(reply.options, speech),
      one_of: speech.locale.oneOf(reply.options.length),
    },
  };
}
