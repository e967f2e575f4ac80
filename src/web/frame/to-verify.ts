import type { PortalContext } from './visit.ts';

/** The path of the page where the member verifies again, which then leads to `next`. */
export function verifyPath(next: string): string {
  return `/verify?next=${encodeURIComponent(next)}`;
}

/** Sends the member to that page. */
export function toVerify({ context }: { readonly context: PortalContext }, next: string): Response {
  return context.redirect(verifyPath(next), 303);
}

/** Builds a path that carries a form's values, so that the page shows them again. */
export function pathWith(path: string, form: Readonly<Record<string, string>>): string {
  const fields = Object.entries(form).map(
    ([name, value]) =>
      `${encodeURIComponent(name)}=${encodeURIComponent(value).replace(/[!'()*~]/g, escaped)}`,
  );
  return fields.length === 0 ? path : `${path}?${fields.join('&')}`;
}

/** Characters that `encodeURIComponent` leaves alone but `nextOf` refuses. */
function escaped(character: string): string {
  return `%${character.charCodeAt(0).toString(16).toUpperCase()}`;
}
