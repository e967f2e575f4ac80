import type { Lexicon } from './lexicon/lexicon.ts';
import { plain } from './normalize.ts';

/**
 * Whether a text is written like an order: without quotation marks, brackets, code ticks, emphasis, a question mark, an ellipsis,
 * or a leading mark of a quote or list. With any of these it may only mention an order, so we ask first.
 */
export function isPlain(text: string): boolean {
  const said = text
    .normalize('NFKC')
    .replace(/[‘’ʼ´]/g, "'")
    .trim();
  return (
    !marks.test(said) &&
    !/^\s*(?:[-–—>|+~]|\d{1,2}[.)]\s)/mu.test(said) &&
    !/^.+[\r\n]+.+/u.test(said)
  );
}

/** Not an apostrophe within a word, nor brackets around the figure alone: `trans (50) 7 0`. */
const marks =
  /["“”„‟«»‹›`*_~|•·‣◦?¿…]|\.\.|(?<!\p{L})'|'(?!\p{L})|^[\s#]*[([{<]|[)\]}>]\s*[.!]*$|(?<![\s\d$€£])\(/u;

/**
 * The order that a text only mentions: `he said: #trans 50 7 0`, `Fwd: lock`, `e.g. #trans 50 7 0`, `3. #trans 50 7 0`.
 * @returns `undefined` if the words before it deny the order, or say that it was sent before
 */
export function mentioned(
  text: string,
  { orders: { examples, denying } }: Lexicon,
): string | undefined {
  const said = text.replace(/^[\s>•·‣◦*–—-]+/u, '').replace(/[‘’ʼ´]/g, "'");
  const found =
    examples.exec(said) ??
    (said.includes('#') ? listed.exec(said) : null) ??
    (reporting.test(said) ? reported.exec(said) : null);
  if (!found) return undefined;
  const [, before = '', order = ''] = found;
  const words = plain(before)
    .split(/[^\p{L}']+/u)
    .filter(Boolean);
  if (order === '' || words.length > 6 || words.some((word) => denying.has(word))) return undefined;
  return order;
}

const listed = /^(\d{1,2}[.)]|\[[^\]]{1,40}\])\s+(#.+)$/su;
/** Marks before what somebody said. Most texts have none. */
const reporting = /[:"“„«`]/;
/** The colon of a time is none of them: in `transfer 12:30 to checking` nobody said `30 to checking`. */
const reported =
  /^((?:[^#:"“„«`]|(?<=\d):(?=\d)){1,60}?)\s*(?:["“„«`]|(?<!\d):|:(?!\d))+\s*(.+)$/su;
