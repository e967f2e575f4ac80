import type { Lexicon } from './lexicon/lexicon.ts';
import type { Token } from './normalize.ts';
import type { Understood } from './reading.ts';
import { understood, unknown } from './understood.ts';

/** A bare 1 to 9 is a choice and four bare digits a confirmation. Any other bare number is unknown. */
export function readBare(
  tokens: readonly Token[],
  { commands: { confirming, gluedConfirmation } }: Lexicon,
): Understood | undefined {
  const [only, another] = tokens;
  if (only && another && tokens.length === 2 && confirming.has(another.word)) {
    // `4821 OK`: reversed.
    if (/^\d{4}$/.test(only.word)) return understood({ intent: 'confirm', code: only.word });
  }
  if (!only || another) return undefined;
  const glued = gluedConfirmation.exec(only.word);
  if (glued) return understood({ intent: 'confirm', code: glued[2] ?? '' });
  if (!/^[-+$€£]?[\d.,]+[$€£%]?$/.test(only.word)) return undefined;
  if (/^[1-9]$/.test(only.word)) {
    return understood({ intent: 'choose', choice: Number(only.word) });
  }
  return !only.isHash && /^\d{4}$/.test(only.word)
    ? understood({ intent: 'confirm', code: only.word })
    : unknown();
}
