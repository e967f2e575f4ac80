import { recordRefusedSignIn } from '../../access/events.ts';
import { isAccessClosed } from '../../access/is-closed.ts';
import { claimAt } from '../../access/open-id/claim-at.ts';
import { findMemberByNumber } from '../../members/members.ts';
import { isRefused, refuse, type Refused } from '../refusals.ts';
import type { RequestContext } from '../request-context.ts';
import { enter, keepSession } from './enter.ts';

/**
 * Signs in the member whom another online bank names, by the claims of a checked ID token. The session counts as no proof of
 * identity: whatever needs a fresh one asks for the member's own passkey or password here.
 * @returns the refusal; `undefined` on success
 */
export async function enterFromBank(
  request: RequestContext,
  claims: Readonly<Record<string, unknown>>,
): Promise<Refused | undefined> {
  const { db, institution } = request;
  const { signOn } = institution.settings;
  if (!signOn) return refuse('not_found');
  const number = numberIn(claims, signOn.claim);
  if (signOn.acr.length > 0 && !signOn.acr.some((one) => one === claims['acr']))
    return noted(request, number, refuse('sign_on_weak', { facts: { bank: signOn.name } }));
  const entered = await db.transaction(async (tx) => {
    const member = await findMemberByNumber(tx, institution.id, number);
    const key = { institutionId: institution.id, memberId: member?.id ?? noMember };
    // A stranger and a member whose access staff closed get one answer, by the same statements.
    const closed = await isAccessClosed(tx, key);
    if (!member || closed) return refuse('sign_on_unknown', { facts: { bank: signOn.name } });
    if (member.lockedAt) return refuse('sign_on_locked');
    return enter(tx, request, { memberId: member.id, way: 'oidc', detail: saidOf(claims) });
  });
  if (isRefused(entered)) return noted(request, number, entered);
  keepSession(request, entered);
  request.queued();
  return undefined;
}

/** The id of nobody. */
const noMember = '00000000-0000-0000-0000-000000000000';

/** The member number in a claim: one text or number. Several would name nobody in particular. */
function numberIn(claims: Readonly<Record<string, unknown>>, claim: string): string {
  const value = claimAt(claims, claim);
  const text = typeof value === 'number' && Number.isSafeInteger(value) ? String(value) : value;
  return typeof text === 'string' ? text.trim().slice(0, 40) : '';
}

/** What the other bank said of the sign-in there, for the member's list of events and for examiners. */
function saidOf({ iss, sub, acr, amr }: Readonly<Record<string, unknown>>): Record<string, string> {
  const ways = Array.isArray(amr) ? amr.filter((one) => typeof one === 'string') : [];
  return {
    issuer: String(iss),
    subject: String(sub),
    ...(typeof acr === 'string' ? { acr } : {}),
    ...(ways.length > 0 ? { amr: ways.join(' ') } : {}),
  };
}

async function noted(
  request: RequestContext,
  memberNumber: string,
  refused: Refused,
): Promise<Refused> {
  await recordRefusedSignIn(request.db, request, {
    institutionId: request.institution.id,
    memberNumber,
    device: request.device,
    step: 'oidc',
  });
  return refused;
}
