import type { Language } from '../kernel/vocabulary/language.ts';
import type { Lexicon } from './lexicon/lexicon.ts';
import { tidy } from './normalize.ts';
import {
  aside,
  errorRules,
  noErrorRules,
  otherThings,
  ownError,
  ownErrorRules,
  personal,
  social,
  supposing,
} from './possible-error-rules.ts';
import { errorTermsOf } from './possible-error-terms.ts';

/** What is known of a text that may report an error. */
export interface PossibleError {
  /** That its words speak; absent where none is ahead. */
  readonly language?: Language;
}

/** Longer texts are looked at as far as this. */
const lengthMax = 2_000;

/**
 * Tells whether a text may report an error in an account, or asks about a transfer to learn whether it is one. Such a text starts the
 * clock of Regulation E (12 CFR 1005.11(b)), whatever its words. Pure; any language, accents or none, with slips.
 */
export function readPossibleError(text: string, lexicon: Lexicon): PossibleError | undefined {
  const { line, language } = errorTermsOf(tidy(text.slice(0, lengthMax), lexicon), lexicon);
  if (!mayReport(line)) return undefined;
  return language ? { language } : {};
}

/** Tells whether a text only sounds like a report: it speaks of other things than money. Pure. */
export function isOfOtherThings(text: string, lexicon: Lexicon): boolean {
  const { line } = errorTermsOf(tidy(text.slice(0, lengthMax), lexicon), lexicon);
  return otherThings.some((one) => one.test(line)) && !mayReport(line);
}

function mayReport(whole: string): boolean {
  if (noErrorRules.some((one) => one.test(whole))) return false;
  const line = told(whole);
  if (aside.test(line) && !personal.test(line)) return false;
  if (errorRules.some((one) => one.test(line))) return true;
  return !ownError.test(line) && !social.test(line) && ownErrorRules.some((one) => one.test(line));
}

/** The sentences that tell something, without those that suppose it. */
function told(line: string): string {
  if (!supposing.test(line)) return line;
  const sentences = line
    .split(/(?<= [/?]) /)
    .filter((sentence) => !supposing.test(` ${sentence.trim()} `));
  return ` ${sentences.join(' ').trim()} `;
}
