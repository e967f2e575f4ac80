import { passwordLengths, passwordRefusal } from '../../access/password-rules.ts';
import type { Member } from '../../members/member.ts';
import type { RequestContext } from '../request-context.ts';
import { refuse, type Refused } from '../refusals.ts';

/**
 * Checks whether a password is too easy to guess. Attackers try the member's names and ours first.
 */
export function checkPassword(
  { institution }: Pick<RequestContext, 'institution'>,
  { member, password }: { readonly member: Member; readonly password: string },
): Refused | undefined {
  const { service, portalName, x } = institution.settings;
  const names = [institution.name, service, portalName, x?.handle ?? '', member.name];
  const refused = passwordRefusal(password, {
    expected: [...names, ...names.flatMap((name) => name.split(/\s+/)), member.number],
  });
  const { min, max } = passwordLengths;
  return (
    refused && refuse(refused, { field: 'password', facts: { min: String(min), max: String(max) } })
  );
}
