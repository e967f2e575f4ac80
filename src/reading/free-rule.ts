import type { Language } from '../kernel/vocabulary/language.ts';
import type { Intent } from '../kernel/vocabulary/intent.ts';

/**
 * One rule for free wording: a pattern for a whole sentence in lower case, without accents, and with no punctuation except
 * apostrophes. The first match decides. No rule moves money.
 */
export interface FreeRule {
  readonly intent: Extract<
    Intent,
    | 'agent'
    | 'dispute'
    | 'stop'
    | 'start'
    | 'lock'
    | 'unlock'
    | 'contact'
    | 'help'
    | 'balance'
    | 'code'
    | 'decline'
  >;
  readonly language: Language;
  readonly pattern: RegExp;
  /** For help. */
  readonly topic?: string;
}

/** Joins parts to a rule's pattern. */
export function sentence(...parts: readonly string[]): RegExp {
  return new RegExp(`^(?:${parts.join('')})$`, 'u');
}

/** A pattern for a whole clause that matches any of these. */
export function clause(...alternatives: readonly string[]): RegExp {
  return new RegExp(`^(?:${alternatives.join('|')})$`);
}
