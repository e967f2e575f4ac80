import type { PortalContext } from './visit.ts';

/** The page where the member proves once more that it is them, and back to `next`. */
export function verifyPath(next: string): string {
  return `/verify?next=${encodeURIComponent(next)}`;
}

/** Sends the member there. */
export function toVerify({ context }: { readonly context: PortalContext }, next: string): Response {
  return context.redirect(verifyPath(next), 303);
}

/** A path that carries what a form held, so that the page shows it again. */
export function pathWith(path: string, form: Readonly<Record<string, string>>): string {
  const fields = Object.entries(form).map(
    ([name, value]) =>
      `${encodeURIComponent(name)}=${encodeURIComponent(value).replace(/[!'()*~]/g, escaped)}`,
  );
  return fields.length === 0 ? path : `${path}?${fields.join('&')}`;
}

/** What `encodeURIComponent` leaves as it is and `nextOf` would not take. */
function escaped(character: string): string {
  return `%${character.charCodeAt(0).toString(16).toUpperCase()}`;
}
