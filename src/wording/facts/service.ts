import { descriptors } from '../../channels/descriptors.ts';
import { cleanCommand } from '../../reading/clean.ts';
import type { Reply } from '../reply.ts';
import type { TextKey } from '../text-key.ts';
import type { Facts } from './chosen.ts';
import { day, institutionMoment, type Speech } from './speech.ts';

export function disputeFacts(
  { reference, at, due }: Extract<Reply, { reply: 'dispute_opened' }>,
  speech: Speech,
): Facts {
  return {
    key: 'dispute_opened',
    places: {
      reference,
      ...institutionMoment(at, speech),
      due: day(due, speech),
    },
  };
}

export function notStoppedFacts({
  what,
  call,
  reference,
}: Extract<Reply, { reply: 'not_stopped' }>): Facts {
  if (call === undefined)
    return {
      key: what === 'card' ? 'not_stopped.card.closed' : 'not_stopped.closed',
      places: { reference },
    };
  return {
    key: what === 'card' ? 'not_stopped.card' : 'not_stopped',
    places: { call, reference },
  };
}

/** By SMS, plain HELP says what carriers require. There, `HELP ALL` lists the commands. */
export function helpFacts({ topic }: Extract<Reply, { reply: 'help' }>, { voice }: Speech): Facts {
  if (topic !== undefined) return { key: `help.${topic}`, places: {} };
  return { key: descriptors[voice.channel].carrierWords ? 'help.sms' : 'help', places: {} };
}

export function unknownFacts(reply: Extract<Reply, { reply: 'unknown' }>, speech: Speech): Facts {
  if (reply.care)
    return {
      key: `care.${reply.care}`,
      places: reply.cardCall === undefined ? {} : { phone: reply.cardCall },
    };
  const suggestion = cleanCommand(reply.suggestion ?? '', speech);
  return suggestion === ''
    ? { key: 'unknown', places: {} }
    : { key: 'unknown.suggestion', places: { suggestion } };
}

/** Without a routing number, the text says where to find it. */
export function answerFacts(
  { topic, routing }: Extract<Reply, { reply: 'answer' }>,
  { voice: { institution, language } }: Speech,
): Facts {
  const isUnset =
    topic === 'direct_deposit' &&
    routing === undefined &&
    institution.answers?.direct_deposit?.[language] === undefined;
  if (isUnset) return { key: 'answer.direct_deposit.unset', places: {} };
  return { key: `answer.${topic}`, places: routing === undefined ? {} : { routing } };
}

export function welcomeFacts(
  reply: Extract<Reply, { reply: 'welcome' }>,
  { voice }: Speech,
): Facts {
  return {
    key: descriptors[voice.channel].carrierWords ? 'welcome.sms' : 'welcome',
    places: { example: reply.share?.suffix ?? '7' },
  };
}

export function startedFacts(
  { locked = false }: Extract<Reply, { reply: 'started' }>,
  speech: Speech,
): Facts {
  return { key: startedKey(locked, speech), places: {} };
}

function startedKey(isLocked: boolean, { voice }: Speech): TextKey {
  if (isLocked)
    return descriptors[voice.channel].carrierWords ? 'started.sms.locked' : 'started.locked';
  return descriptors[voice.channel].carrierWords ? 'started.sms' : 'started';
}
