import { plainField } from '../kernel/typed.ts';

/** Enough to see what was asked. */
const keptMax = 160;

/**
 * A redacted text as it may be kept without its member: lower case, on one line, every digit `#`, no link, mail address or handle. So
 * texts that differ only in their figures count as one.
 */
export function maskText(redacted: string): string {
  const masked = plainField(redacted)
    .toLowerCase()
    .replaceAll(/\b(?:https?:\/\/|www\.)\S+/gu, '[link]')
    .replaceAll(/\S+/gu, (word) => (isMailAddress(word) ? '[mail]' : word))
    .replaceAll(/(?<!\S)@\S+/gu, '@…')
    .replaceAll(/\p{N}/gu, '#')
    .replaceAll(/\s+/gu, ' ')
    .trim();
  return masked.length > keptMax ? `${masked.slice(0, keptMax).toWellFormed()}…` : masked;
}

/** `ann@example.com`, whatever surrounds it. A pattern would need cubic time for `a@a@a@…`. */
function isMailAddress(word: string): boolean {
  const at = word.indexOf('@', 1);
  const dot = at === -1 ? -1 : word.indexOf('.', at + 2);
  return dot !== -1 && dot < word.length - 1;
}
