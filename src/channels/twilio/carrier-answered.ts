import type { InboundMessage } from '../../messages/channel.ts';
import { whoAnswers, type OptOutHandling } from './who-answers.ts';
import { keywords, numberKind, tollFreeKeywords } from './wire.ts';

/** What Twilio has acted on and answered of this message; `undefined`: nothing. */
export function carrierAnswered(
  message: {
    readonly text: string;
    readonly optOutType: string | undefined;
    /** The number of ours that it came to. */
    readonly to: string;
  },
  handling: OptOutHandling,
): InboundMessage['carrierAnswered'] {
  const said = message.optOutType?.toLowerCase();
  // Whatever was configured here: where Twilio says that it answered, it did.
  if (said === 'stop' || said === 'start' || said === 'help') return said;
  const word = message.text.trim().toUpperCase();
  const kind = numberKind(message.to);
  const byNetwork = kind === 'toll_free' ? actOf(word, tollFreeKeywords) : undefined;
  if (byNetwork) return byNetwork;
  // `advanced` says what it answered; YES is answered only to a number that Twilio holds back: else it is a member's word to us.
  if (handling !== 'basic' || word === 'YES') return undefined;
  return whoAnswers[kind].basic === undefined ? undefined : actOf(word, keywords);
}

type RequestContext = NonNullable<InboundMessage['carrierAnswered']>;

/** What this word asks of whoever acts on these words. */
function actOf(
  word: string,
  words: Readonly<Record<RequestContext, readonly string[]>>,
): RequestContext | undefined {
  return (['stop', 'start', 'help'] as const).find((act) => words[act].includes(word));
}
