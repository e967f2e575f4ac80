import type { ListedCommand } from '../../kernel/vocabulary/intent.ts';
import type { Guess, GuessedReading } from '../../reading/reading.ts';
import { untilOf } from '../share-of.ts';
import type { Decision, Situation } from '../situation.ts';

/**
 * Asks whether a text that no rule understands means this: one command by its word, two by their numbers. A bare digit is easily
 * sent by mistake, so a lock is never in a list.
 */
export function askGuess(guess: Guess, suggestion: string, situation: Situation): Decision {
  const asked = guess.readings.flatMap((reading) => {
    const command = commandOf(reading);
    return command ? [{ command, reading }] : [];
  });
  const [first, second] = asked;
  if (!first) return { reply: { reply: 'unknown', suggestion } };
  const isListed = second && asked.every(({ command }) => command !== 'lock');
  if (!isListed) return { reply: { reply: 'ask', command: first.command, suggestion } };
  return {
    reply: {
      reply: 'choose',
      question: 'meant',
      options: asked.map(({ command }) => ({ command })),
    },
    pending: {
      choice: {
        until: untilOf(situation).toString(),
        options: asked.map(({ reading }) => ({ kind: 'guess', reading: { ...reading } })),
      },
    },
  };
}

/** The command whose name stands for a guess. Help about a transfer has the transfer's. */
function commandOf(reading: GuessedReading): ListedCommand | undefined {
  if (reading.intent === 'unknown') return undefined;
  return reading.intent === 'help' && reading.topic === 'transfer' ? 'transfer' : reading.intent;
}
