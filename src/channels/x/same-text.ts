import { decoded } from './member-text.ts';

/**
 * What X shows of a text is not always what it was given: links and bare domains become `https://t.co/…`, `&`, `<` and `>` become
 * HTML entities, and space at the ends goes. Whether two texts are one message is told in spite of that.
 *
 * `same`: every word agrees, and at most links and domains of ours stand there as X's links. `doubtful`: it could be ours with a change
 * that is not known here. `different`: surely another.
 */
export type Likeness = 'same' | 'doubtful' | 'different';

/** A link, or what X takes for one: labels joined by dots, the last of letters alone. */
const link =
  /(?:https?:\/\/)?(?:[\p{L}\p{N}][\p{L}\p{N}-]*\.)+\p{L}{2,}(?::\d+)?(?:[/?#][^\s]*)?/giu;

/** What ends a sentence after a link is no part of it. */
const after = /[.,;:!?)\]}'"”’»…]+$/u;

const shortened = String.raw`https?:\/\/t\.co\/\w+`;

/** @param shown absent: X showed no text, or none that could be read */
export function likenessOf(sent: string, shown: string | undefined): Likeness {
  if (shown === undefined) return 'doubtful';
  const ours = plain(sent);
  const theirs = plain(shown);
  if (ours === theirs || asShown(ours).test(theirs)) return 'same';
  // All messages to an address end in its code: what has the same end, or the same words but for links, may be ours.
  const isAlike = lastWord(ours) === lastWord(theirs) || bare(ours) === bare(theirs);
  return isAlike ? 'doubtful' : 'different';
}

function plain(text: string): string {
  return decoded(text).normalize('NFC').trim();
}

/** Each link of ours as it is, or as X's. */
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

/** Without links, capitals, and whatever stands between words. */
function bare(text: string): string {
  return text
    .replaceAll(new RegExp(shortened, 'g'), ' ')
    .replaceAll(link, ' ')
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
    .toLowerCase();
}
