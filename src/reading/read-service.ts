import { helpUnder } from '../kernel/vocabulary/intent.ts';
import { whole, type CommandContext, type CommandReading } from './command-reading.ts';
import type { Token } from './normalize.ts';
import { fillers, type WordIntent } from './words.ts';

/** `no thanks`, `yes please`. */
export const thanking = /^(?:\d{4}|thanks|thank|you|u|merci|gracias|please|pls|thx|por|favor|svp)$/;

/** `ATM 63101`, `branch st louis`: near where. A sentence (`hours of work`) is none. */
export function readContact(head: Token, rest: readonly Token[]): CommandReading | undefined {
  const places = head.word === 'atm' || head.word === 'branch';
  const isPlace = places && rest.length <= 3;
  return rest.length === 0 || isPlace || rest.every(({ word }) => fillers.has(word))
    ? {
        reading: { intent: 'contact' },
        isWhole: rest.length === 0 || /^\d{5}$/.test(rest[0]?.word ?? ''),
      }
    : undefined;
}

export function readConfirm(rest: readonly Token[]): CommandReading | undefined {
  const [only, another] = rest;
  if (!only) return whole({ intent: 'confirm' });
  // `OK 482 1`, `OK 29l9`: what a thumb does to four digits; a wrong number is only counted.
  const digits = rest.map(({ word }) => word).join('');
  const code = digits.replace(/^-/, '').replaceAll('o', '0').replace(/[li]/g, '1');
  const isNear = /\d.*\d/.test(digits) && (!another || /^\d+$/.test(digits));
  if (!isNear || !/^\d{4}$/.test(code)) return undefined;
  return whole({ intent: 'confirm', code });
}

/** `help savings`: a word that is no command's still asks for help. */
const helping = /^(?:help|aide|ayuda)$/;

export function readHelp(
  head: Token,
  rest: readonly Token[],
  { grammar }: CommandContext,
): CommandReading | undefined {
  const said = rest.filter(
    ({ word }) => !fillers.has(word) || grammar.words.get(word)?.intent === 'accounts',
  );
  const [first, ...others] = said.filter(({ word }) => word !== 'with' && word !== 'about');
  if (!first || first.word === 'me')
    return others.length === 0 ? whole({ intent: 'help' }) : undefined;
  if (
    ['all', 'tout', 'todo', 'tous', 'todos', 'commands', 'menu', 'list'].includes(first.word) &&
    others.length === 0
  ) {
    return whole({ intent: 'help', topic: 'all' });
  }
  const topic = (grammar.words.get(first.word) ?? grammar.words.get(first.word.replace(/s$/, '')))
    ?.intent;
  if (others.length > 0) return undefined;
  if (topic === undefined)
    return rest.length === 1 && helping.test(head.word) ? whole({ intent: 'help' }) : undefined;
  return topic === 'help'
    ? whole({ intent: 'help' })
    : whole({ intent: 'help', topic: isExplainedElsewhere(topic) ? helpUnder[topic] : topic });
}

function isExplainedElsewhere(topic: WordIntent): topic is keyof typeof helpUnder {
  return topic in helpUnder;
}

/** STOP and what may follow it without changing it: `STOP SMS`, `stop all texts please`. */
const stopTail =
  /^(?:all|alls?|sms|texts?|texting|messages?|messaging|alerts?|please|pls|now|it|me|this|these|the|my|tout|todo|todos|les|los|mensajes|aux|de|des|vos|textos?|subscription|service|notifications?|program|programme|dms?|to|from|you|your|everything)$/;

export function readStop(rest: readonly Token[]): CommandReading | undefined {
  return rest.every(({ word }) => stopTail.test(word)) ? whole({ intent: 'stop' }) : undefined;
}
