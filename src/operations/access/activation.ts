import { z } from 'zod';
import { activateAccess } from '../../access/accesses.ts';
import { forgiveAttempt } from '../../access/attempts.ts';
import { useInvitation } from '../../access/invitations.ts';
import { findMember } from '../../access/member-row.ts';
import { readStep, takeStep } from '../../access/steps.ts';
import type { Queries } from '../../database/database.ts';
import type { Member } from '../../members/member.ts';
import type { RequestContext } from '../request-context.ts';
import { refuse, type Refused } from '../refusals.ts';
import { attemptOf } from './attempt.ts';
import { enter, type Entered } from './enter.ts';
import { noteChange } from './note-change.ts';

/**
 * An activation under way in this browser: the code was right, but no way to sign in exists yet.
 */
export interface Activation {
  readonly member: Member;
  readonly token: string;
  /** The secret for an authenticator app, in case the member chooses a password. */
  readonly totpSecret: string;
  readonly expiresAt: Temporal.Instant;
}

const content = z.object({ totpSecret: z.string() });

/** What we store of an activation until it is finished. */
export function activationContent(kept: z.input<typeof content>): string {
  return JSON.stringify(kept);
}

/** Finds the activation under way in this browser. */
export async function activationOf(request: RequestContext): Promise<Activation | undefined> {
  const institutionId = request.institution.id;
  const token = request.cookies.read('step') ?? '';
  const step = await readStep(request.db, request, { institutionId, kind: 'activation', token });
  if (step?.memberId === undefined || step.content === undefined) return undefined;
  const member = await findMember(request.db, { institutionId, memberId: step.memberId });
  if (!member) return undefined;
  const { totpSecret } = content.parse(JSON.parse(step.content));
  return { member, token, totpSecret, expiresAt: step.expiresAt };
}

/**
 * Uses up the invitation and signs the member in.
 * Removes every earlier way to sign in, and notifies the member on their channels.
 * Reopens an account that too many wrong guesses had closed.
 * Call it in the transaction that then stores the new way to sign in.
 */
export async function activate(
  tx: Queries,
  request: RequestContext,
  { member, token }: Activation,
): Promise<Entered | Refused> {
  const key = { institutionId: member.institutionId, memberId: member.id };
  const name = { institutionId: member.institutionId, kind: 'activation', token } as const;
  if (!(await takeStep(tx, request, name))) return refuse('step_over');
  if (!(await useInvitation(tx, request, key))) return refuse('step_over');
  await activateAccess(tx, request, key);
  await forgiveAttempt(tx, request, attemptOf(request, member.number));
  await noteChange(tx, request, { memberId: member.id, what: 'access_activated' });
  return enter(tx, request, { memberId: member.id, way: 'activation' });
}
