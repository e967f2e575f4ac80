import { createHash } from 'node:crypto';

/**
 * Changes a text as X's API does: shortens links and bare domains with its own domain, and escapes
 * HTML characters as entities.
 */
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
