import type { Understood } from '../reading/reading.ts';

/**
 * Whether a public post tells us to stop: `@myvcu STOP`. It must address only us, quote and ask nothing, and use words with no
 * other common use. CANCEL, END and QUIT often mean something else in public.
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
  // Our handle comes first, or after at most two words: `please stop @myvcu`.
  const [before = ''] = text.split(mention);
  return (
    !/["“”«»?¿:]/.test(text.replace(/https?:\/\/\S+/g, '')) &&
    before.trim().split(/\s+/).length <= 2
  );
}
