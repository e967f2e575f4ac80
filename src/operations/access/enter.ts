import { recordSecurityEvent } from '../../access/events.ts';
import { findKnownDevice, rememberDevice, type DeviceCookie } from '../../access/known-devices.ts';
import { endSession, openSession, type OpenedSession } from '../../access/sessions.ts';
import type { Queries } from '../../database/database.ts';
import { announceChange } from '../../notices/announce.ts';
import type { RequestContext } from '../request-context.ts';

/** How somebody signed in. */
export type Way =
  | 'passkey'
  | 'password'
  | 'password_recovery'
  | 'activation'
  | 'demonstration'
  /** By the other online bank that the institution's settings name. */
  | 'oidc';

/** A new session, in a browser that we know from now on. */
export interface Entered extends OpenedSession {
  readonly device: DeviceCookie;
}

/**
 * Opens a session for a member who has proven their identity. Ends any earlier session of this
 * browser.
 */
export async function enter(
  tx: Queries,
  request: RequestContext,
  given: {
    readonly memberId: string;
    readonly way: Way;
    /** What else the list of events says. */
    readonly detail?: Readonly<Record<string, string>>;
  },
): Promise<Entered> {
  const { memberId, way } = given;
  const institutionId = request.institution.id;
  if (request.session) {
    await endSession(tx, {
      institutionId,
      memberId: request.session.memberId,
      id: request.session.id,
    });
  }
  const opened = await openSession(tx, request, {
    institutionId,
    memberId,
    device: request.device,
    proven: way !== 'oidc',
  });
  await recordSecurityEvent(tx, request, {
    institutionId,
    memberId,
    kind: 'signed_in',
    device: request.device,
    detail: { ...given.detail, way },
  });
  const token = request.cookies.read('device');
  await tellOfSignIn(tx, request, { memberId, way, token });
  return {
    ...opened,
    device: await rememberDevice(tx, request, { institutionId, memberId, token }),
  };
}

/** These ways are told under their own name, or by nobody: the demonstration’s button. */
const toldElsewhere: ReadonlySet<Way> = new Set<Way>([
  'activation',
  'password_recovery',
  'demonstration',
]);

/**
 * Tells a member on all channels that somebody signed in, in a browser that has not been theirs. From a known browser it stands only in
 * their list, unless the institution tells of each: a notice each day is one that nobody reads.
 */
async function tellOfSignIn(
  tx: Queries,
  request: RequestContext,
  {
    memberId,
    way,
    token,
  }: { readonly memberId: string; readonly way: Way; readonly token: string | undefined },
): Promise<void> {
  if (toldElsewhere.has(way)) return;
  const institutionId = request.institution.id;
  if (
    request.institution.settings.signInNotices !== 'each' &&
    (await findKnownDevice(tx, request, { institutionId, memberId, token }))
  )
    return;
  await announceChange(tx, request, { memberId, what: 'signed_in' });
}

/** Gives the browser its session after the commit, and clears the unfinished sign-in. */
export function keepSession(
  { cookies }: RequestContext,
  { token, session, device }: Entered,
): void {
  cookies.set('device', device.token, device.expiresAt);
  cookies.set('session', token, session.expiresAt);
  cookies.clear('step');
}
