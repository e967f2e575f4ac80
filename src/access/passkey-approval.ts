import type {
  AuthenticationResponseJSON,
  PublicKeyCredentialRequestOptionsJSON,
} from '@simplewebauthn/server';
import type { Queries } from '../database/database.ts';
import type { AccessContext } from './access-context.ts';
import { challengeOf, type Site } from './passkey-site.ts';
import { checkSignature, requestOptions } from './passkey-signature.ts';
import { storedPasskeys } from './passkeys.ts';
import type { Session } from './session.ts';
import { beginStep, takeStep } from './steps.ts';
import { randomToken } from './tokens.ts';

/** A member in a session, and the site of their passkeys. */
export interface Approver {
  readonly session: Pick<Session, 'id' | 'institutionId' | 'memberId'>;
  readonly site: Site;
  /**
   * Gives the challenge for facts that the member approves: 32 bytes in base64url. It must contain all of them, and the nonce, which is
   * new for each attempt.
   * @param again whether the member approves facts that look like a repeat
   */
  readonly challengeFor: (nonce: string, again: boolean) => string;
}

/**
 * Returns the options with which a browser asks for a passkey's signature of these facts. The challenge is valid for five minutes, once,
 * and in this session only.
 * @param again the member approves it knowing that it looks like a repeat. The challenge contains it
 * @returns `undefined` if the member has no passkey
 */
export async function beginPasskeyApproval(
  tx: Queries,
  context: AccessContext,
  { session, site, challengeFor }: Approver,
  again: boolean,
): Promise<PublicKeyCredentialRequestOptionsJSON | undefined> {
  const { institutionId, memberId } = session;
  const known = await storedPasskeys(tx, { institutionId, memberId });
  if (known.length === 0) return undefined;
  const nonce = randomToken(context.world.random);
  const challenge = challengeFor(nonce, again);
  await beginStep(tx, context, {
    institutionId,
    kind: 'approval',
    token: challenge,
    memberId,
    sessionId: session.id,
    content: again ? `${nonce}${againMark}` : nonce,
  });
  return requestOptions({ challenge, known, site });
}

/** Follows the nonce in the step. No nonce has a space. */
const againMark = ' again';

/** The outcome of a signature. `changed`: it signs other facts than those of now. */
export type Approved =
  | {
      readonly approved: true;
      readonly passkeyId: string;
      readonly nonce: string;
      readonly again: boolean;
      readonly publicKey: Uint8Array;
    }
  | { readonly approved: false; readonly why: 'changed' | 'refused' };

/**
 * Checks that one of the member's passkeys signed the facts as they are now, and uses the challenge up.
 */
export async function finishPasskeyApproval(
  tx: Queries,
  context: AccessContext,
  approver: Approver,
  response: AuthenticationResponseJSON,
): Promise<Approved> {
  const { session, site, challengeFor } = approver;
  const { institutionId, memberId } = session;
  const refused = { approved: false, why: 'refused' } as const;
  const claimed = challengeOf(response.response.clientDataJSON);
  if (claimed === undefined) return refused;
  const step = await takeStep(tx, context, { institutionId, kind: 'approval', token: claimed });
  if (step?.sessionId !== session.id || step.memberId !== memberId || step.content === undefined)
    return refused;
  const again = step.content.endsWith(againMark);
  const nonce = again ? step.content.slice(0, -againMark.length) : step.content;
  const challenge = challengeFor(nonce, again);
  if (challenge !== claimed) return { approved: false, why: 'changed' };
  const passkey = await checkSignature(tx, context, {
    institutionId,
    memberId,
    site,
    response,
    challenge,
  });
  if (!passkey) return refused;
  const { id: passkeyId, publicKey } = passkey;
  return { approved: true, passkeyId, nonce, again, publicKey };
}
