import { keywords, numberKind, tollFreeKeywords } from '../../../src/channels/twilio/wire.ts';

/**
 * Who handles STOP, START and HELP: Advanced Opt-Out (which sets `OptOutType`), a number's default
 * handling, or nobody.
 */
export type SimulatedOptOut = 'advanced' | 'basic' | 'off';

/** What Twilio does with an incoming text. */
export interface OptOutAct {
  readonly act: 'stop' | 'start' | 'help';
  /** Twilio's own answer to the phone. */
  readonly answer: string;
}

const answers = {
  stop: 'You have successfully been unsubscribed. You will not receive any more messages from this number. Reply START to resubscribe.',
  start:
    'You have successfully been re-subscribed to messages from this number. Reply HELP for help. Reply STOP to unsubscribe.',
  help: 'Reply STOP to unsubscribe.',
} as const;

/** The texts of the network behind toll-free numbers. Nobody can change them. */
const networkAnswers = {
  stop: 'NETWORK MSG: You replied with the word "stop" which blocks all texts sent from this number. Text back "unstop" to receive messages again.',
  start:
    'NETWORK MSG: You have replied "unstop" and will begin receiving messages again from this number.',
} as const;

/**
 * Decides what Twilio, or the network of a toll-free number, does with a text to our number.
 * @returns `undefined` if they leave it to the customer. YES counts only from a blocked phone
 */
export function optOutAct(
  text: string,
  {
    handling,
    isOptedOut,
    number,
  }: {
    readonly handling: SimulatedOptOut;
    readonly isOptedOut: boolean;
    readonly number: string;
  },
): OptOutAct | undefined {
  const word = text.trim().toUpperCase();
  const kind = numberKind(number);
  if (kind === 'toll_free')
    for (const act of ['stop', 'start'] as const) {
      const words: readonly string[] = tollFreeKeywords[act];
      if (words.includes(word)) return { act, answer: networkAnswers[act] };
    }
  if (handling === 'off' || (handling === 'basic' && kind === 'short_code')) return undefined;
  if (word === 'YES' && !isOptedOut) return undefined;
  for (const act of ['stop', 'start', 'help'] as const) {
    const words: readonly string[] = keywords[act];
    if (words.includes(word)) return { act, answer: answers[act] };
  }
  return undefined;
}

/**
 * Tells whether Twilio lists phones that said STOP. If its customer handles the words, it blocks
 * nobody.
 */
export function keepsOptOuts(handling: SimulatedOptOut, number: string): boolean {
  return handling !== 'off' || numberKind(number) === 'toll_free';
}
