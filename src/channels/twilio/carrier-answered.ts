import type { InboundMessage } from '../../messages/channel.ts';
import { keywords, numberKind } from './wire.ts';

/**
 * Who answers STOP, START and HELP on the account's numbers:
 *
 * - `advanced`: Twilio's Advanced Opt-Out, which says so in `OptOutType`
 * - `basic`: Twilio's standing handling of a number without it, which says nothing and is known by the words
 * - `off`: Twilio has been asked to leave them to us
 */
export type OptOutHandling = 'advanced' | 'basic' | 'off';

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
  // The network behind toll-free numbers acts on these words, whatever Twilio was asked.
  if (kind === 'toll_free' && word === 'STOP') return 'stop';
  if (kind === 'toll_free' && (word === 'START' || word === 'UNSTOP')) return 'start';
  // Twilio's standing handling leaves a short code's words to its owner.
  if (handling !== 'basic' || kind === 'short_code') return undefined;
  // YES is answered by Twilio only to a number that it holds back; else it is a member's word to us.
  if (word === 'YES') return undefined;
  const has = (words: readonly string[]) => words.includes(word);
  if (has(keywords.stop)) return 'stop';
  if (has(keywords.start)) return 'start';
  return has(keywords.help) ? 'help' : undefined;
}
