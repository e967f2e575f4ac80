import { createSieve } from '../kernel/patterns/sieve.ts';
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
import { mayReportByWords } from './error-gate.ts';

/** What we know about a text that may report an error. */
export interface PossibleError {
  /** The language of its words. Absent if none leads. */
  readonly language?: Language;
}

/** Of longer texts, only this much is read. */
const lengthMax = 2_000;

/**
 * Determines whether a text may report an error on an account, or asks about a transfer to find out. Such a text starts the
 * deadlines of Regulation E (12 CFR 1005.11(b)), whatever its words. Pure; any language, with or without accents, with typos.
 */
export function readPossibleError(text: string, lexicon: Lexicon): PossibleError | undefined {
  const tidied = tidy(text.slice(0, lengthMax), lexicon);
  if (!mayReportByWords(tidied, lexicon)) return undefined;
  const terms = errorTermsOf(tidied, lexicon);
  if (!mayReport(terms.line)) return undefined;
  const language = terms.language();
  return language ? { language } : {};
}

/** Determines whether a text only sounds like a report: it is about other things than money. Pure. */
export function isOfOtherThings(text: string, lexicon: Lexicon): boolean {
  const { line } = errorTermsOf(tidy(text.slice(0, lengthMax), lexicon), lexicon);
  return matches(otherThings, line) && !mayReport(line);
}

/** Every sign in a line tells something. */
const sieve = createSieve(
  [
    ...errorRules,
    ...ownErrorRules,
    ...otherThings,
    ...noErrorRules,
    supposing,
    aside,
    personal,
    ownError,
    social,
  ],
  1,
);

function matches(rules: readonly RegExp[], line: string): boolean {
  const next = sieve.among(rules);
  for (let at = next(line, 0); at >= 0; at = next(line, at + 1))
    if (rules[at]?.test(line) === true) return true;
  return false;
}

function matchesOne(rule: RegExp, line: string): boolean {
  return sieve.sift(line)(rule) && rule.test(line);
}

const meaningless = /^[ _/?]*$/;

function mayReport(whole: string): boolean {
  // Every rule needs a meaning.
  if (meaningless.test(whole)) return false;
  if (matches(noErrorRules, whole)) return false;
  const line = told(whole);
  if (matchesOne(aside, line) && !matchesOne(personal, line)) return false;
  if (matches(errorRules, line)) return true;
  return matches(ownErrorRules, line) && !matchesOne(ownError, line) && !matchesOne(social, line);
}

/** The sentences that state something, without hypothetical ones. */
function told(line: string): string {
  if (!matchesOne(supposing, line)) return line;
  const sentences = line
    .split(/(?<= [/?]) /)
    .filter((sentence) => !supposing.test(` ${sentence.trim()} `));
  return ` ${sentences.join(' ').trim()} `;
}
