import type { Language } from '../kernel/vocabulary/language.ts';
import type { Care } from './reading.ts';
import type { Lexicon } from './lexicon/lexicon.ts';
import { findSecrets } from '../secrets/find-secrets.ts';
import { plain } from './normalize.ts';
import type { FreeReading } from './free-wording.ts';

/**
 * Reads what is said to us as people; `undefined` for all else. Looked at before commands, since a frightened member's words hold
 * command words too. The first rule that matches decides.
 */
export function readCare(tidied: string, flat: string, lexicon: Lexicon): FreeReading | undefined {
  if (findSecrets(tidied).tells)
    return {
      reading: unknown('secrets'),
      confirm: false,
      ...languageOfSecret(plain(tidied), lexicon),
    };
  if (isNod(tidied)) return { reading: unknown('thanks'), confirm: false };
  for (const { care, language, pattern } of lexicon.toPeople.care) {
    if (pattern.test(flat)) return { reading: unknown(care), confirm: false, language };
  }
  return undefined;
}

function unknown(care: Care): FreeReading['reading'] {
  return { intent: 'unknown', care };
}

/** In which language a secret is named, where its name is of one only; of two that have it, the one tried last. */
function languageOfSecret(
  said: string,
  { toPeople: { secretNames } }: Lexicon,
): { readonly language?: Language } {
  const named = secretNames.findLast(({ pattern }) => pattern.test(said));
  return named ? { language: named.language } : {};
}

/** Emoji of thanks and greeting, and nothing else. */
function isNod(tidied: string): boolean {
  return /^(?:[👍👌🙏😊🙂😀😃😄❤🥰🎉👏💯🤝👋]|[\u{1F3FB}-\u{1F3FF}]|\s)+$/u.test(tidied);
}
