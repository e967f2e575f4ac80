import type { InboundMessage } from '../../messages/channel.ts';
import { whoAnswers, type OptOutHandling } from './who-answers.ts';
import { keywords, numberKind, tollFreeKeywords } from './wire.ts';

/** Which word of this message Twilio acted on and answered; `undefined`: none. */
export function carrierAnswered(
  message: {
    readonly text: string;
    readonly optOutType: string | undefined;
    /** Our number that received it. */
    readonly to: string;
  },
  handling: OptOutHandling,
): InboundMessage['carrierAnswered'] {
  const said = message.optOutType?.toLowerCase();
  // Whatever is configured here: if Twilio says that it answered, it did.
  if (said === 'stop' || said === 'start' || said === 'help') return said;
  const word = message.text.trim().toUpperCase();
  const kind = numberKind(message.to);
  const byNetwork = kind === 'toll_free' ? actOf(word, tollFreeKeywords) : undefined;
  if (byNetwork) return byNetwork;
  // `advanced` says what it answered. Twilio answers YES only to a number that it blocks; otherwise YES is the member's word to us.
  if (handling !== 'basic' || word === 'YES') return undefined;
  return whoAnswers[kind].basic === undefined ? undefined : actOf(word, keywords);
}

type RequestContext = NonNullable<InboundMessage['carrierAnswered']>;

/** The meaning of this word as a keyword. */
function actOf(
  word: string,
  words: Readonly<Record<RequestContext, readonly string[]>>,
): RequestContext | undefined {
  return (['stop', 'start', 'help'] as const).find((one) => words[one].includes(word));
}
