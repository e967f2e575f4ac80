import { numberKind, type NumberKind } from './wire.ts';

/**
 * Who answers STOP, START and HELP on the account's numbers:
 * - `advanced`: Twilio's Advanced Opt-Out of a messaging service, which reports it in `OptOutType`
 * - `basic`: Twilio's default handling of a number without it, which reports nothing and is recognized by the words
 * - `off`: Twilio was asked to leave the words to us
 */
export type OptOutHandling = 'advanced' | 'basic' | 'off';

/** `network`: the carriers behind toll-free numbers. Nobody can switch it off. */
export type Answerer = 'network' | 'twilio' | 'service';

/** Who answers each word. */
export type Answerers = Readonly<Record<'stop' | 'start' | 'help', Answerer>>;

const all = (answerer: Answerer): Answerers => ({
  stop: answerer,
  start: answerer,
  help: answerer,
});
const network = { stop: 'network', start: 'network' } as const;
const ordinary = { advanced: all('twilio'), basic: all('twilio'), off: all('service') };

/** Who answers, by the kind of number and the setting. `undefined`: nobody, so `serve` refuses it. */
export const whoAnswers: Readonly<
  Record<NumberKind, Readonly<Record<OptOutHandling, Answerers | undefined>>>
> = {
  // Twilio's default handling leaves a short code's words to its owner.
  short_code: { ...ordinary, basic: undefined },
  toll_free: {
    advanced: { ...network, help: 'twilio' },
    basic: { ...network, help: 'twilio' },
    off: { ...network, help: 'service' },
  },
  long_code: ordinary,
  foreign: ordinary,
  rcs: ordinary,
  // A name can't be texted.
  alphanumeric: { advanced: undefined, basic: undefined, off: undefined },
};

/**
 * Why STOP, START and HELP to this number would get no answer, or two.
 * @returns `undefined` if exactly one party answers
 */
export function optOutProblem(
  sender: { readonly number: string; readonly messagingServiceSid?: string | undefined },
  handling: OptOutHandling,
): string | undefined {
  const kind = numberKind(sender.number);
  if (kind === 'alphanumeric')
    return 'a sender’s name can’t be texted, so nobody could say STOP to it. Give a number';
  if (whoAnswers[kind][handling] === undefined)
    return 'Twilio doesn’t answer STOP, START or HELP on a short code automatically, so with `basic` nobody would. Set `off`, and the service answers; or `advanced`, with a messaging service';
  if (handling === 'advanced' && sender.messagingServiceSid === undefined)
    return '`advanced` belongs to a messaging service, and there is none: Twilio and the service would both answer STOP. Add its messagingServiceSid, or set `basic` or `off`';
  return undefined;
}
