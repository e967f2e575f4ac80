import type { Reply, TransferFacts } from '../reply.ts';
import type { Facts } from './chosen.ts';
import { figure, label, money, time, until, type Speech } from './speech.ts';

export function confirmTransferFacts(
  reply: Extract<Reply, { reply: 'confirm_transfer' }>,
  speech: Speech,
): Facts {
  return {
    key: reply.why === 'policy' ? 'confirm_transfer' : `confirm_transfer.${reply.why}`,
    places: {
      ...transferPlaces(reply.transfer, speech),
      confirmation: reply.confirmation,
      until: until(reply.until, speech),
    },
  };
}

export function transferredFacts(
  { transfer, fromAvailable, toAvailable, at, receipt }: Extract<Reply, { reply: 'transferred' }>,
  speech: Speech,
): Facts {
  const places = { ...transferPlaces(transfer, speech), time: time(at, speech), receipt };
  if (fromAvailable === undefined || toAvailable === undefined)
    return { key: 'transferred.found', places };
  return {
    key: 'transferred',
    places: {
      ...places,
      from_available: figure(transfer.from, fromAvailable, speech),
      to_available: figure(transfer.to, toAvailable, speech),
    },
  };
}

export function limitsFacts(reply: Extract<Reply, { reply: 'limits' }>, speech: Speech): Facts {
  if (reply.readOnly) return { key: 'limits.read_only', places: {} };
  if (reply.locked) return { key: 'limits.locked', places: {} };
  const places = {
    per_transfer: money(reply.perTransfer, speech),
    per_day: money(reply.perDay, speech),
    left: money(reply.leftToday, speech),
  };
  if (reply.asksAlways) return { key: 'limits.always', places };
  return reply.confirmAbove === undefined
    ? { key: 'limits', places }
    : {
        key: 'limits.confirm',
        places: { ...places, confirm_above: money(reply.confirmAbove, speech) },
      };
}

export function transferPlaces(
  { amount, from, to }: TransferFacts,
  speech: Speech,
): Record<string, string> {
  return {
    amount: money(amount, speech, from),
    from: label(from, speech),
    to: label(to, speech),
    from_suffix: from.suffix,
    to_suffix: to.suffix,
  };
}
