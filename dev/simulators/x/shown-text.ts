import { createHash } from 'node:crypto';

/** A text as X shows it to programs: links and bare domains shortened by its own domain, what HTML reads otherwise as entities. */
export function shownText(text: string): string {
  return text
    .replaceAll(
      /(?:https?:\/\/)?(?:[a-z0-9][a-z0-9-]*\.)+[a-z]{2,}(?:\/[\w\-./?%=]*\w)?/gi,
      (link) => `https://t.co/${createHash('sha256').update(link).digest('hex').slice(0, 10)}`,
    )
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;');
}
