import { helpUnder } from '../kernel/vocabulary/intent.ts';
import { whole, type CommandContext, type CommandReading } from './command-reading.ts';
import type { Token } from './normalize.ts';
import type { Lexicon } from './lexicon/lexicon.ts';
import type { CommandName } from '../kernel/vocabulary/intent.ts';

/** `no thanks`, `yes please`. */
export function isThanking(word: string, { commands }: Lexicon): boolean {
  return /^\d{4}$/.test(word) || commands.answerTails.has(word);
}

/** `ATM 63101`, `branch st louis`: a place to search near. A sentence (`hours of work`) is none. */
export function readContact(
  head: Token,
  rest: readonly Token[],
  { arguments: { fillers }, commands }: Lexicon,
): CommandReading | undefined {
  const places = commands.placeHeads.has(head.word);
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
  // `OK 482 1`, `OK 29l9`: typos in four digits. A wrong number is only counted.
  const digits = rest.map(({ word }) => word).join('');
  const code = digits.replace(/^-/, '').replaceAll('o', '0').replace(/[li]/g, '1');
  const isNear = /\d.*\d/.test(digits) && (!another || /^\d+$/.test(digits));
  if (!isNear || !/^\d{4}$/.test(code)) return undefined;
  return whole({ intent: 'confirm', code });
}

export function readHelp(
  head: Token,
  rest: readonly Token[],
  { grammar }: CommandContext,
): CommandReading | undefined {
  const {
    arguments: { fillers },
    commands,
  } = grammar.lexicon;
  const said = rest.filter(
    ({ word }) => !fillers.has(word) || grammar.words.get(word)?.intent === 'accounts',
  );
  const [first, ...others] = said.filter(({ word }) => !commands.helpLinks.has(word));
  if (!first || commands.helpMe.has(first.word))
    return others.length === 0 ? whole({ intent: 'help' }) : undefined;
  if (commands.helpAll.has(first.word) && others.length === 0)
    return whole({ intent: 'help', topic: 'all' });
  const topic = (grammar.words.get(first.word) ?? grammar.words.get(first.word.replace(/s$/, '')))
    ?.intent;
  if (others.length > 0) return undefined;
  if (topic === undefined)
    // `help savings`: also asks for help, although the word is no command's.
    return rest.length === 1 && commands.helpHeads.has(head.word)
      ? whole({ intent: 'help' })
      : undefined;
  return topic === 'help'
    ? whole({ intent: 'help' })
    : whole({ intent: 'help', topic: isExplainedElsewhere(topic) ? helpUnder[topic] : topic });
}

function isExplainedElsewhere(topic: CommandName): topic is keyof typeof helpUnder {
  return topic in helpUnder;
}

/** STOP and words that don't change it: `STOP SMS`, `stop all texts please`. */
export function readStop(
  rest: readonly Token[],
  { commands }: Lexicon,
): CommandReading | undefined {
  return rest.every(({ word }) => commands.stopTails.has(word))
    ? whole({ intent: 'stop' })
    : undefined;
}
