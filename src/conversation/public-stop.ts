import type { Understood } from '../reading/reading.ts';

/**
 * Whether a public post tells us to stop: `@myvcu STOP`. It is addressed to us and to nobody else, quotes and asks nothing, and says it
 * in words of which no other use is known: CANCEL, END and QUIT are said of much else where others read along.
 */
export function stopsInPublic(
  text: string,
  { reading, drops }: Understood,
  handle: string | undefined,
): boolean {
  if (reading.intent !== 'stop' || drops || handle === undefined) return false;
  const [mention, ...others] = text.match(/@\w+/g) ?? [];
  if (mention === undefined || others.length > 0) return false;
  if (mention.slice(1).toLowerCase() !== handle.toLowerCase()) return false;
  // Our handle stands at the beginning, or behind no more than two words: `please stop @myvcu`.
  const [before = ''] = text.split(mention);
  return (
    !/["“”«»?¿:]/.test(text.replace(/https?:\/\/\S+/g, '')) &&
    before.trim().split(/\s+/).length <= 2
  );
}
