import type { Shown } from '../../staff/approvals/approval.ts';
import { refusalOf } from '../fault-refusal.ts';
import type { StaffOperation } from '../operation.ts';
import type { Refused } from '../refusals.ts';
import type { StaffContext } from '../request-context.ts';

/**
 * Says what an operation would change, as both persons see it. An operation without words of its
 * own shows its input, field by field.
 * @returns the refusal that it would meet now, where the operation can tell
 */
export async function shownOf(
  request: StaffContext,
  operation: StaffOperation,
  input: unknown,
): Promise<Shown | Refused> {
  if (operation.difference)
    return operation
      .difference(request, input)
      .catch((error: unknown) => refusalOf(error, operation));
  const fields: [string, unknown][] =
    typeof input === 'object' && input !== null ? Object.entries(input) : [];
  const given = fields.filter(([, value]) => value !== undefined);
  const subject = given.find(([name]) => name === 'number' || name === 'reference')?.[1];
  return {
    subject: typeof subject === 'string' ? subject : operation.id,
    lines: given.map(([what, value]) => ({
      what,
      after: typeof value === 'string' ? value : JSON.stringify(value),
    })),
  };
}
