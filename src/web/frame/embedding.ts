import type { Institution } from '../../members/institution.ts';

/** A request from a frame in another site, and the sites that may frame its answer. */
export interface Embedding {
  readonly origins: readonly string[];
}

/** Where a frame in another site begins. */
export const embedPath = '/embed/messages';

/**
 * Tells whether a browser asks for a page in a frame, at an institution that lets other sites frame its Messages section. Pages
 * can't write this header, so nobody makes a browser's own tab look like a frame.
 * @returns `undefined` for a page in a tab of its own
 */
export function embeddingOf(
  request: Request,
  { settings }: Pick<Institution, 'settings'>,
): Embedding | undefined {
  const origins = settings.signOn?.embedIn ?? [];
  const isFrame = request.headers.get('sec-fetch-dest') === 'iframe';
  return isFrame && origins.length > 0 ? { origins } : undefined;
}

/** Pages under `/messages` that sign or hold what a passkey signs. */
const neverFramed = ['/messages/approvals', '/messages/devices'];

/** The way to the other online bank and back. */
const onTheWay: ReadonlySet<string> = new Set([
  embedPath,
  '/sign-in/single-sign-on',
  '/sign-in/single-sign-on/back',
]);

/** Tells whether a path may be shown in another site's frame: the Messages section, without what a passkey signs. */
export function mayBeFramed(path: string): boolean {
  if (onTheWay.has(path)) return true;
  return isUnder(path, '/messages') && !neverFramed.some((one) => isUnder(path, one));
}

function isUnder(path: string, top: string): boolean {
  return path === top || path.startsWith(`${top}/`);
}
