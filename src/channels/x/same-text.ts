import { decoded } from './member-text.ts';

/**
 * Compares two texts despite X's changes: links and bare domains become `https://t.co/…`, `&`, `<` and `>` become HTML entities,
 * and spaces at the ends are removed.
 * `same`: every word agrees; only links and domains may be replaced by X's links. `doubtful`: it could be ours with an unknown
 * change. `different`: certainly another text.
 */
export type Likeness = 'same' | 'doubtful' | 'different';

/** A link, or a text that X takes for one: labels joined by dots, the last of letters only. */
const link =
  /(?:https?:\/\/)?(?:[\p{L}\p{N}][\p{L}\p{N}-]*\.)+\p{L}{2,}(?::\d+)?(?:[/?#][^\s]*)?/giu;

/** Punctuation that ends a sentence after a link is not part of it. */
const after = /[.,;:!?)\]}'"”’»…]+$/u;

const shortened = String.raw`https?:\/\/t\.co\/\w+`;

/** @param shown absent: X showed no text, or none that could be parsed */
export function likenessOf(sent: string, shown: string | undefined): Likeness {
  if (shown === undefined) return 'doubtful';
  const ours = plain(sent);
  const theirs = plain(shown);
  if (ours === theirs || asShown(ours).test(theirs)) return 'same';
  // All messages to an address end in its code. A text with the same end, or the same words except links, may be ours.
  const isAlike = lastWord(ours) === lastWord(theirs) || bare(ours) === bare(theirs);
  return isAlike ? 'doubtful' : 'different';
}

function plain(text: string): string {
  return decoded(text).normalize('NFC').trim();
}

/** Matches each of our links as it is, or as X's. */
function asShown(text: string): RegExp {
  let pattern = '';
  let from = 0;
  for (const { 0: found, index } of text.matchAll(link)) {
    const whole = found.replace(after, '');
    pattern += `${RegExp.escape(text.slice(from, index))}(?:${RegExp.escape(whole)}|${shortened})`;
    from = index + whole.length;
  }
  return new RegExp(`^${pattern}${RegExp.escape(text.slice(from))}$`, 'u');
}

function lastWord(text: string): string | undefined {
  return text.split(/\s+/).at(-1);
}

/** Removes links, capitals, and everything between words. */
function bare(text: string): string {
  return text
    .replaceAll(new RegExp(shortened, 'g'), ' ')
    .replaceAll(link, ' ')
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
    .toLowerCase();
}
