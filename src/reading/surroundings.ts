import type { Lexicon } from './lexicon/lexicon.ts';
import { flatten } from './said.ts';
import { plain } from './normalize.ts';

/** A text without what programs put around it, and whether some of that may be the member's own. */
export interface Typed {
  readonly text: string;
  /**
   * A link was at the end, where X puts one for a picture or a linked page; or something like a signature was on the line of the
   * text itself: `#trans 50 7 0 sent from my phone yesterday`.
   */
  readonly hadMore: boolean;
}

/** Removes a mail program's signature and X's short link at the end: the member wrote neither. */
export function withoutSurroundings(text: string, lexicon: Lexicon): Typed {
  const unsigned = withoutSignature(text, lexicon);
  const unlinked =
    unsigned.includes('://') && /:\/\/t\.co\//i.test(unsigned)
      ? unsigned.replace(/(?:^|\s+)https?:\/\/t\.co\/\w+\s*$/i, '')
      : unsigned;
  const hadLink = unlinked !== unsigned;
  const typed = hadLink ? withoutSignature(unlinked, lexicon) : unsigned;
  return { text: typed, hadMore: hadLink || (typed !== text && isCutInLine(text, typed)) };
}

function withoutSignature(text: string, lexicon: Lexicon): string {
  if (!/[\r\n]/.test(text)) return withoutLine(text, lexicon);
  // A line of two dashes begins a signature (RFC 3676, section 4.3).
  const cut = text.replace(/[\r\n]+--[ \t]*[\r\n][\s\S]*$/u, '');
  const lines = cut.split(/[\r\n]+/);
  const { signature } = lexicon.surroundings;
  while (lines.length > 1 && isSignature(lines.at(-1) ?? '', signature)) lines.pop();
  const last = lines.pop() ?? '';
  return [...lines, withoutLine(last, lexicon)].join('\n');
}

/** A line without a signature at its end. One that is only a signature stays. */
function withoutLine(line: string, { surroundings: { signature }, sieve }: Lexicon): string {
  const compared = comparable(line);
  if (!sieve.sift(compared)(signature)) return line;
  const at = signature.exec(compared)?.index ?? -1;
  return at > 0 ? line.slice(0, at) : line;
}

/** Whether the last line was cut, not lines below it. */
function isCutInLine(text: string, left: string): boolean {
  return /^[ \t]*[^\s]/u.test(text.slice(left.length)) && !/[\r\n]$/u.test(left);
}

function isSignature(line: string, signature: RegExp): boolean {
  return line.trim() === '' || signature.exec(comparable(line).trim())?.index === 0;
}

/** Has the same length as its input, so that positions match. */
function comparable(text: string): string {
  const lower = plain(text);
  return lower.length === text.length ? lower : text.toLowerCase();
}

/** Skips the institution's keyword before a command: `VCU BAL 7`, `vcu: stop`. */
export function withoutKeyword(text: string, keywords: readonly string[]): string {
  for (const keyword of keywords) {
    const pattern = new RegExp(
      `^([\\s>*"'“‘«(]*)[#@]?${RegExp.escape(flatten(keyword))}(?:([*"'”’»)]+)[\\s:,.;!/-]*|[\\s:,.;!/-]+)(?=[^\\s])`,
      'iu',
    );
    // Keep marks, because a text with them may only mention an order.
    const rest = text.replace(pattern, '$1$2');
    if (rest !== text) return withoutKeyword(rest, keywords);
  }
  return text;
}
