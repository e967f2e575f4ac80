import { keywords } from '../../channels/twilio/wire.ts';

/** Who acts on STOP, START and HELP: Advanced Opt-Out (which says so in `OptOutType`), a number's standing handling, nobody. */
export type SimulatedOptOut = 'advanced' | 'basic' | 'off';

/** What Twilio makes of an incoming text. */
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

/** @returns `undefined` where Twilio leaves the text to its customer. YES counts only from a phone that is held back. */
export function optOutAct(
  text: string,
  { handling, isOptedOut }: { handling: SimulatedOptOut; isOptedOut: boolean },
): OptOutAct | undefined {
  if (handling === 'off') return undefined;
  const word = text.trim().toUpperCase();
  if (word === 'YES' && !isOptedOut) return undefined;
  for (const act of ['stop', 'start', 'help'] as const) {
    const words: readonly string[] = keywords[act];
    if (words.includes(word)) return { act, answer: answers[act] };
  }
  return undefined;
}
