import { acceptRecoveryCode } from '../../access/recovery-codes.ts';
import { acceptTotp } from '../../access/totp.ts';
import type { Queries } from '../../database/database.ts';
import type { RequestContext } from '../request-context.ts';
import { noteChange } from './note-change.ts';

/**
 * Accepts six digits of the app or a recovery code, each once. Notifies the member if a recovery
 * code was used.
 * @returns which one it was; `undefined` if it is neither
 */
export async function acceptSecondFactor(
  tx: Queries,
  request: RequestContext,
  { memberId, code }: { readonly memberId: string; readonly code: string },
): Promise<'totp' | 'recovery' | undefined> {
  const key = { institutionId: request.institution.id, memberId };
  if (/^\s*(?:\d[\s.-]*){6}$/.test(code))
    return (await acceptTotp(tx, request, { ...key, code })) ? 'totp' : undefined;
  if (!(await acceptRecoveryCode(tx, request, { ...key, code }))) return undefined;
  await noteChange(tx, request, { memberId, what: 'recovery_used' });
  return 'recovery';
}
