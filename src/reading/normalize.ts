import { rememberedPart } from '../kernel/patterns/remembered-part.ts';
import type { Rewriter } from '../kernel/patterns/rewriter.ts';
import type { Lexicon } from './lexicon/lexicon.ts';

/**
 * A token of a text. Case, accents, extra spaces and punctuation don't matter. Meaningful characters stay: a leading minus, a
 * currency sign, the `@` of a name, the point and comma inside a figure.
 */
export interface Token {
  /** As typed, without the punctuation around it: the form in which a reading keeps a name. */
  readonly raw: string;
  /** Lower case, without accents and `#`. */
  readonly word: string;
  readonly isHash: boolean;
  /** What stood before and after the first space of a figure, `7 100,00`. Both may be figures of their own. */
  readonly spaced?: readonly [string, string];
}

/** Longer texts are no commands. */
export const textMax = 400;

/** Control and format characters (direction marks, zero-width joiners…) and variation selectors: all invisible. */
const invisible = /[\p{Cc}\p{Cf}\u{FE00}-\u{FE0F}]/gu;

/** Printable ASCII on one line, with nothing that `tidy` changes: no backquote, no arrow, single spaces. */
const tidyAscii = /^[!-=?-_a-~]+(?: [!-=?-_a-~]+)*$/;

/** Puts the text on one line, with plain letters instead of full-width ones, and with keyboard quotes and arrows. */
export function tidy(text: string, { surroundings: { arrow } }: Lexicon): string {
  if (tidyAscii.test(text)) return text;
  return (
    text
      .toWellFormed()
      .normalize('NFKC')
      .replace(/[\n\r\t\v\f]/g, ' ')
      .replace(invisible, '')
      .replace(/[‘’ʼ´`]/g, "'")
      .replace(/[“”«»]/g, '"')
      // A quoted line begins with `>`, which is no arrow there.
      .replace(/^[\s>]+/, '')
      .replace(/\s*(?:->|=>|→|>>?)\s*/g, ` ${arrow} `)
      .replace(/[‐‑–—−]/g, '-')
      .replace(/\s+/g, ' ')
      .trim()
  );
}

// oxlint-disable-next-line no-control-regex -- all of ASCII
const ascii = /^[\x00-\x7f]*$/;

/** Whether a text has only characters of ASCII. */
export function isAscii(text: string): boolean {
  return ascii.test(text);
}

/** The text of several words that was asked about last: several readers ask for the same one. */
const lastPlain = { text: '', plain: '' };

/** Lower case without accents, for comparing words. */
export function plain(text: string): string {
  if (text === lastPlain.text) return lastPlain.plain;
  const made = plainOf(text);
  if (!text.includes(' ')) return made;
  lastPlain.text = text;
  lastPlain.plain = made;
  return made;
}

function plainOf(text: string): string {
  const lower = text.toLowerCase();
  return ascii.test(lower) ? lower : lower.normalize('NFD').replace(/\p{M}/gu, '');
}

/** Splits a tidy text into tokens. */
export function tokenize(tidied: string, { commands: { compounds } }: Lexicon): readonly Token[] {
  if (lastTokens.tidied === tidied && lastTokens.compounds === compounds) return lastTokens.tokens;
  const tokens = tokensIn(tidied, compounds);
  lastTokens = { tidied, compounds, tokens };
  return tokens;
}

/** The text that was split last: a guess looks at its tokens again. */
let lastTokens: {
  readonly tidied: string;
  readonly compounds: Rewriter | undefined;
  readonly tokens: readonly Token[];
} = { tidied: '', compounds: undefined, tokens: [] };

function tokensIn(tidied: string, compounds: Rewriter): readonly Token[] {
  const compounded = compounds(tidied);
  const text = hasMarks.test(compounded) ? withMarksApart(compounded) : compounded;
  const tokens: Token[] = [];
  let isAsTyped = true;
  let end = 0;
  const { length } = text;
  for (let from = 0; from <= length;) {
    const space = text.indexOf(' ', from);
    const to = space < 0 ? length : space;
    const token = tokenIn(text, from, to);
    if (token) {
      tokens.push(token);
      // A mark after the last word is no part of it.
      isAsTyped &&= end === from && !token.isHash && text.startsWith(token.raw, from);
      end = from + token.raw.length + 1;
    }
    from = to + 1;
  }
  if (isAsTyped) {
    const typed = text.slice(0, Math.max(0, end - 1));
    joinedTyped = { tokens, text: typed };
    if (ascii.test(typed)) joined = { tokens, text: typed.toLowerCase() };
  }
  return tokens;
}

const tokenIn = rememberedPart((piece) =>
  plainWord.test(piece)
    ? { raw: piece, word: piece.toLowerCase(), isHash: false }
    : (tokenOf(piece) ?? null),
);

/** Only letters and figures of ASCII. */
const plainWord = /^[A-Za-z0-9]+(?:'[A-Za-z0-9]+)*$/;

/** Without any of these, `withMarksApart` changes nothing. */
const hasMarks = /[\d$€£:=#;]|-\s+\./;

/** Between the groups of a figure until it is a token. No tidy text has it. */
const groupMark = '\u0001';

/** Joins the marks of figures to them, and separates a command's word from what is attached to it. */
function withMarksApart(compounded: string): string {
  // Thousands separated by spaces, `1 250,00`, are one figure.
  return (
    compounded
      .replace(
        /(?<![\d.,])(\d{1,3})((?: \d{3})+)(?=,\d{2}(?!\d)| ?[$€£](?!\s?\d))/g,
        (_all, head: string, rest: string) => head + rest.replaceAll(' ', groupMark),
      )
      .replace(/(?<=,\d{2}|\d(?=\s+[$€£](?!\s?\d)))\s+([$€£])/g, '$1')
      .replace(/(?<!\d)([$€£])\s+(?=\d)/g, '$1')
      // `bal:7`, `bal=7`, `bal-7`: the mark only separates. A minus stays for amounts.
      .replace(/(?<=[a-zA-Z])[:=](?=[\w$])/g, ' ')
      .replace(/(?<=^#?[a-zA-Z]{1,12})-(?=\d)/, ' -')
      .replace(/(?<=^#?[a-zA-Z]{1,12})[.,/_(|]+(?=[$#]?\d)/, ' ')
      .replace(/(?<=[a-zA-Z])#(?=\w)/g, ' #')
      // `trans - 50 7 0`: a minus right before the first figure belongs to it, even with a space between.
      .replace(/^(\D*\s)-\s+(?=[$€£]?[\d.])/, '$1-')
      .replaceAll(';', ' ')
  );
}

function tokenOf(piece: string): Token | undefined {
  const raw = piece
    .replace(/^[^\p{L}\p{N}\p{Sc}#@+.,-]+/u, '')
    .replace(/[^\p{L}\p{N}\p{Sc}%]+$/u, '')
    .replace(/^[.,]+(?!\d)/, '')
    // `-bal`: a minus belongs to figures only.
    .replace(/^[-+]+(?=#|\p{L})/u, '');
  if (raw === '' || /^[-+#@.,]+$/.test(raw)) return undefined;
  if (raw.includes(groupMark)) return groupedFigure(raw);
  const isHash = raw.startsWith('#');
  const body = isHash ? raw.replace(/^#+/, '') : raw;
  return body === '' ? undefined : { raw: body, word: plain(body), isHash };
}

function groupedFigure(raw: string): Token {
  const [first = '', ...rest] = raw.split(groupMark);
  const after = rest.join('');
  return { raw: first + after, word: plain(first + after), isHash: false, spaced: [first, after] };
}

let joined: { readonly tokens: readonly Token[]; readonly text: string } = { tokens: [], text: '' };

/** The words of tokens with a space between them. Several readers ask for it. */
export function joinedWords(tokens: readonly Token[]): string {
  if (joined.tokens !== tokens) joined = { tokens, text: tokens.map(({ word }) => word).join(' ') };
  return joined.text;
}

let joinedTyped: typeof joined = { tokens: [], text: '' };

/** Tokens as typed with a space between them. */
export function joinedRaw(tokens: readonly Token[]): string {
  if (joinedTyped.tokens !== tokens)
    joinedTyped = { tokens, text: tokens.map(({ raw }) => raw).join(' ') };
  return joinedTyped.text;
}

/** Whether a word has a digit from 0 to 9. */
export function hasFigure(word: string): boolean {
  for (let at = 0; at < word.length; at += 1) {
    const code = word.charCodeAt(at);
    if (code >= 48 && code <= 57) return true;
  }
  return false;
}
