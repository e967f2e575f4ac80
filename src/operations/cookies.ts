/**
 * The cookies that the site keeps in a browser. `session`: the member who is signed in. `step`: an
 * unfinished sign-in, such as a password without its second factor. `device`: a browser that has
 * signed in before; it signs nobody in.
 */
export type CookieName = 'session' | 'step' | 'device';

/** The cookies that an operation may read and change in the browser. */
export interface Cookies {
  read(name: CookieName): string | undefined;
  /** @param until when the browser deletes it; the server has its own limits */
  set(name: CookieName, token: string, until: Temporal.Instant): void;
  clear(name: CookieName): void;
}
