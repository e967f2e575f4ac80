import { firstMatch } from '../kernel/patterns/sieve.ts';
import type { Language } from '../kernel/vocabulary/language.ts';
import type { Care } from './reading.ts';
import type { Lexicon } from './lexicon/lexicon.ts';
import { findSecrets } from '../secrets/find-secrets.ts';
import { plain } from './normalize.ts';
import type { FreeReading } from './free-reading.ts';

/**
 * Reads texts for people; `undefined` for all others. Called before commands, since a frightened member's text also contains
 * command words. The first matching rule decides.
 */
export function readCare(
  tidied: string,
  flat: string,
  { lexicon, routing }: { readonly lexicon: Lexicon; readonly routing?: string | undefined },
): FreeReading | undefined {
  if (findSecrets(tidied, routing).tells)
    return {
      reading: unknown('secrets'),
      confirm: false,
      ...languageOfSecret(plain(tidied), lexicon),
    };
  if (isNod(tidied)) return { reading: unknown('thanks'), confirm: false };
  const found = firstMatch(lexicon.toPeople.care, flat, lexicon.sieve);
  return found && { reading: unknown(found.care), confirm: false, language: found.language };
}

function unknown(care: Care): FreeReading['reading'] {
  return { intent: 'unknown', care };
}

/** The language of a secret's name, if only one language has it; if two do, the one tried last. */
function languageOfSecret(
  said: string,
  { toPeople: { secretNames } }: Lexicon,
): { readonly language?: Language } {
  const named = secretNames.findLast(({ pattern }) => pattern.test(said));
  return named ? { language: named.language } : {};
}

/** Only emoji of thanks or greeting. */
function isNod(tidied: string): boolean {
  return /^(?:[👍👌🙏😊🙂😀😃😄❤🥰🎉👏💯🤝👋]|[\u{1F3FB}-\u{1F3FF}]|\s)+$/u.test(tidied);
}
